//! What counts and what doesn't, and what holds for every measure.

use std::sync::Arc;

use kutip::job::{Canceled, Job, Poll, Progress, Unwatched};
use kutip::model::Text;
use kutip::model::{Document, QuoteType, Role, Span, SpeakerKind, Stage};
use kutip::review::agreement::{
    Cohen, Coincidences, Continuum, Fleiss, GammaContinuum, Held, Label, Matches, Material, Measure, Nominal,
    Options, Outcome, PARTS, Part, Pool, Report, Sampling, Scope, Unit, Unitized, Valued, alpha_u, cases,
    confused, confusion, disorder, gamma, measure, token_starts,
};
use proptest::prelude::*;

use Outcome::{Agrees, Alone, Differs};
use QuoteType::{Direct, Indirect};

use crate::common::Builder;
use crate::truths::close;

const TEXT: &str = "\"We will go,\" Sinta said on Monday. \"Not today,\" Budi replied. Nobody else spoke.";

/// Measures what is on some articles.
fn measured(documents: &[&Document], gamma: Option<Sampling>) -> (Material, Report) {
    let annotators = documents[0].layers.keys().copied().collect();
    let mut material = Material::new(annotators);
    for document in documents {
        material.add(document);
    }
    let options = Options { gamma, ..Options::default() };
    let report = measure(&material, options, &Unwatched).unwrap();
    (material, report)
}

#[allow(clippy::needless_pass_by_value, reason = "calls read better")]
fn value(report: &Report, scope: Scope, measure: Measure) -> Option<f64> {
    report.figure(scope, &measure).unwrap_or_else(|| panic!("{measure:?} is measured")).value
}

const CONTENT: Part = Part::Role(Role::Content);

fn done(names: &[&str]) -> Builder {
    let mut builder = Builder::new(TEXT);
    for name in names {
        builder.layer(name, Stage::Done);
    }
    builder
}

#[test]
fn two_who_found_nothing_agree() {
    let builder = done(&["a", "b"]);
    let (_, report) = measured(&[&builder.document], Some(Sampling::default()));
    let pair = Scope::Pair(0);
    for part in PARTS.map(Part::Role) {
        for figure in [Measure::StrictF1, Measure::OverlapF1, Measure::AgrAb, Measure::AgrBa] {
            assert_eq!(value(&report, pair, figure(part)), Some(1.0));
        }
    }
    for all in [Measure::AlphaToken, Measure::AlphaU, Measure::UAlpha, Measure::Gamma] {
        assert_eq!(value(&report, Scope::All, all.clone()), Some(1.0), "{all:?}");
    }
    // There is no quote to have labelled alike or not.
    for label in [Label::Type, Label::Speaker] {
        assert_eq!(value(&report, pair, Measure::Cohen(label.clone())), None);
        assert_eq!(value(&report, Scope::All, Measure::Alpha(label.clone())), None);
        assert_eq!(value(&report, Scope::All, Measure::Fleiss(label)), None);
    }
    assert_eq!(value(&report, Scope::All, Measure::CuAlpha), None);
}

#[test]
fn nothing_against_something_does_not_agree() {
    let mut builder = done(&["a", "b"]);
    builder.quote("b", &["\"We will go,\""], |_| ());
    let (_, report) = measured(&[&builder.document], Some(Sampling::default()));
    for figure in [Measure::StrictF1, Measure::OverlapF1, Measure::AgrAb, Measure::AgrBa] {
        assert_eq!(value(&report, Scope::Pair(0), figure(CONTENT)), Some(0.0));
    }
    for all in [Measure::AlphaToken, Measure::AlphaU, Measure::UAlpha, Measure::Gamma] {
        assert!(value(&report, Scope::All, all.clone()).unwrap() <= 0.01, "{all:?}");
    }
}

#[test]
fn who_did_not_do_an_article_is_missing_there() {
    let mut builder = done(&["a", "b"]);
    for name in ["a", "b"] {
        builder.quote(name, &["\"We will go,\""], |_| ());
    }
    let (_, alone) = measured(&[&builder.document], None);
    builder.layer("c", Stage::New);
    builder.layer("d", Stage::InProgress);
    let (material, report) = measured(&[&builder.document], None);
    assert_eq!(material.articles[0].did, [true, true, false, false]);
    assert_eq!(report.pair_articles, [1, 0, 0, 0, 0, 0]);
    for all in [Measure::AlphaToken, Measure::AlphaU, Measure::UAlpha, Measure::CuAlpha] {
        assert_eq!(value(&report, Scope::All, all.clone()), Some(1.0));
        assert_eq!(value(&report, Scope::All, all.clone()), value(&alone, Scope::All, all));
    }
    assert_eq!(value(&report, Scope::Pair(1), Measure::StrictF1(CONTENT)), None);
    // An article that one did says nothing.
    let mut one = Builder::new(TEXT);
    one.layer("a", Stage::Done);
    one.layer("b", Stage::InProgress);
    let (material, report) = measured(&[&one.document], None);
    assert!(material.articles.is_empty());
    assert_eq!(value(&report, Scope::All, Measure::AlphaToken), None);
}

#[test]
fn one_label_throughout_agrees_and_chance_is_taken_off_where_it_varies() {
    let check = |types: &[(QuoteType, QuoteType)], kappa: f64| {
        let mut cohen = Cohen::default();
        for (a, b) in types {
            cohen.add(*a as u32, *b as u32, 1.0);
        }
        close(cohen.kappa(), kappa);
    };
    check(&[(Direct, Direct), (Direct, Direct)], 1.0);
    check(&[(Direct, Direct), (Direct, Indirect)], 0.0);
    check(&[(Direct, Indirect), (Indirect, Direct)], -1.0);
    let mut fleiss = Fleiss::default();
    fleiss.add(&[2, 2, 2], 1.0);
    close(fleiss.kappa(), 1.0);
    fleiss.add(&[1], 1.0);
    assert_eq!(fleiss.total(), 1.0);
    let mut nominal = Nominal::default();
    assert_eq!(nominal.alpha(), None);
    nominal.add(&[2, 2], 1.0);
    close(nominal.alpha(), 1.0);
}

#[test]
fn units_of_no_length_do_not_count() {
    let empty = [Vec::new(), vec![Span::new(3, 3)]];
    let normal: Vec<Vec<Span>> = empty
        .iter()
        .map(|spans| kutip::model::spans::normal(spans.iter().copied()))
        .filter(|spans| !spans.is_empty())
        .collect();
    assert_eq!(Matches::of(&normal, &[]).strict_f1(), 1.0);
    let nothing = Unit { start: 5.0, end: 5.0, category: 0 };
    assert_eq!(disorder(&[vec![nothing], vec![nothing]]), 0.0);
    assert_eq!(disorder(&[vec![nothing], vec![Unit { start: 9.0, end: 9.0, ..nothing }]]), 2.0);
    let mut builder = done(&["a", "b"]);
    builder.quote("a", &["\"We will go,\""], |quote| {
        quote.content[0].end = quote.content[0].start;
    });
    let (_, report) = measured(&[&builder.document], None);
    assert_eq!(value(&report, Scope::Pair(0), Measure::StrictF1(CONTENT)), Some(1.0));
}

#[test]
fn tokens_are_words_and_single_marks() {
    let text = Text::new("Kata-nya: “é 𝒮x_1…” don't");
    let words: Vec<String> =
        token_starts(&text).iter().map(|at| text.char_at(*at).unwrap().to_string()).collect();
    assert_eq!(words.concat(), "K-n:“é𝒮…”d't");
}

#[test]
fn tokens_are_labelled_by_content_then_cue_then_source() {
    // a: content, cue, source; b: the same but for the cue, which is its source.
    let mut builder = done(&["a", "b"]);
    builder.quote("a", &["\"We will go,\""], |_| ());
    builder.quote("b", &["\"We will go,\""], |_| ());
    let said = builder.pieces(&["said"]);
    for quote in &mut builder.document.quotes {
        let quote = Arc::make_mut(quote);
        let annotator = quote.annotator;
        let first = *builder.document.layers.keys().next().unwrap();
        if annotator == first {
            quote.cue.clone_from(&said);
            quote.source.clone_from(&said);
        } else {
            quote.source.clone_from(&said);
        }
    }
    let tokens = token_starts(&builder.document.article.text).len() as f64;
    // Six tokens of content, one that differs (cue against source).
    let n = 2.0 * tokens;
    let counts = [12.0, 1.0, 1.0, n - 14.0];
    let expected: f64 = counts.iter().map(|count| count * (n - count)).sum();
    let (material, report) = measured(&[&builder.document], None);
    close(value(&report, Scope::All, Measure::AlphaToken), 1.0 - (n - 1.0) * 2.0 / expected);
    let found = cases(&material, Scope::All, &Measure::AlphaToken);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].held, [(0, Held::Covered(1)), (1, Held::Covered(2))]);
}

#[test]
fn each_number_has_its_cases() {
    let mut builder = done(&["a", "b"]);
    builder.quote("a", &["\"We will go,\""], |_| ());
    builder.quote("a", &["\"Not today,\""], |_| ());
    builder.quote("b", &["\"We will go,\""], |quote| quote.quote_type = QuoteType::Mixed);
    builder.quote("b", &["Not today"], |_| ());
    builder.quote("b", &["Nobody else spoke"], |_| ());
    let (material, report) = measured(&[&builder.document], None);
    let outcomes = |measure: &Measure| -> Vec<Outcome> {
        cases(&material, Scope::Pair(0), measure).iter().map(|case| case.outcome).collect()
    };
    assert_eq!(outcomes(&Measure::StrictF1(CONTENT)), [Agrees, Differs, Alone]);
    assert_eq!(outcomes(&Measure::OverlapF1(CONTENT)), [Agrees, Agrees, Alone]);
    assert_eq!(outcomes(&Measure::Cohen(Label::Type)), [Differs, Agrees]);
    close(value(&report, Scope::Pair(0), Measure::StrictF1(CONTENT)), 2.0 / 5.0);
    close(value(&report, Scope::Pair(0), Measure::OverlapF1(CONTENT)), 4.0 / 5.0);
    close(value(&report, Scope::Pair(0), Measure::Accuracy(Label::Type)), 0.5);
    let table = confusion(&material, Scope::Pair(0), &Label::Type);
    assert_eq!(table.values, [QuoteType::Direct as u32, QuoteType::Mixed as u32]);
    assert_eq!(table.counts, [[1, 1], [0, 0]]);
    let mixed = confused(&material, Scope::Pair(0), &Label::Type, (table.values[0], table.values[1]));
    assert_eq!(mixed.len(), 1);
    assert_eq!(mixed[0].words, "\"We will go,\"");
    for figure in &report.figures {
        let _ = cases(&material, figure.scope, &figure.measure);
    }
}

#[test]
fn gamma_can_be_stopped() {
    struct Stop;
    impl Progress for Stop {
        fn at(&self, done: usize, _: usize) -> Result<(), Canceled> {
            if done > 2 { Err(Canceled) } else { Ok(()) }
        }
    }
    let mut builder = done(&["a", "b"]);
    builder.quote("a", &["\"We will go,\""], |_| ());
    let mut material = Material::new(builder.document.layers.keys().copied().collect());
    material.add(&builder.document);
    assert!(measure(&material, Options::default(), &Stop).is_err());
    let job = Job::spawn("Measuring", std::task::Waker::noop().clone(), move |progress| {
        measure(&material, Options::default(), progress).map(|report| report.figures.len())
    });
    loop {
        match job.poll() {
            Poll::Running => std::thread::yield_now(),
            done => break assert!(matches!(done, Poll::Done(Ok(_)))),
        }
    }
}

fn any_spans() -> impl Strategy<Value = Vec<Vec<Span>>> {
    prop::collection::vec(
        (0..60_usize, 1..15_usize).prop_map(|(at, len)| vec![Span::new(at, at + len)]),
        0..7,
    )
}

fn any_labels() -> impl Strategy<Value = Vec<(u32, u32)>> {
    prop::collection::vec((0..4_u32, 0..4_u32), 1..20)
}

/// Units without overlap, with a value each, in a text of 120 code points.
fn any_reading() -> impl Strategy<Value = Vec<Valued>> {
    prop::collection::vec((0..12_usize, 1..12_usize, 0..3_usize), 0..6).prop_map(|steps| {
        let mut at = 0;
        let mut units = Vec::new();
        for (gap, length, value) in steps {
            let start = at + gap;
            at = start + length;
            if at <= 120 {
                units.push(Valued { span: Span::new(start, at), value });
            }
        }
        units
    })
}

fn unitized(readings: &[&Vec<Valued>]) -> f64 {
    let of_value = |value: usize| {
        let units = readings
            .iter()
            .map(|units| units.iter().filter(|unit| unit.value == value).map(|unit| unit.span).collect())
            .collect();
        Pool::new(vec![Unitized::of(&Continuum { length: 120, units })]).disagreement(&[1.0])
    };
    alpha_u(&[of_value(0), of_value(1), of_value(2)])
}

fn near(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    }
}

proptest! {
    #[test]
    fn f1_is_symmetric_and_agr_turns_round(a in any_spans(), b in any_spans()) {
        let (ab, ba) = (Matches::of(&a, &b), Matches::of(&b, &a));
        prop_assert!(near(Some(ab.strict_f1()), Some(ba.strict_f1())));
        prop_assert!(near(Some(ab.overlap_f1()), Some(ba.overlap_f1())));
        prop_assert!(near(Some(ab.agr_ab()), Some(ba.agr_ba())));
        for value in [ab.strict_f1(), ab.overlap_f1(), ab.agr_ab(), ab.agr_ba()] {
            prop_assert!((0.0..=1.0).contains(&value));
        }
        prop_assert!(ab.strict_f1() <= ab.overlap_f1() + 1e-9);
        prop_assert_eq!(Matches::of(&a, &a).strict_f1(), 1.0);
    }

    #[test]
    fn label_measures_are_symmetric_and_within_their_range(labels in any_labels()) {
        let (mut ab, mut ba) = (Cohen::default(), Cohen::default());
        let (mut fleiss, mut turned) = (Fleiss::default(), Fleiss::default());
        let (mut nominal, mut round) = (Nominal::default(), Nominal::default());
        for (a, b) in &labels {
            ab.add(*a, *b, 1.0);
            ba.add(*b, *a, 1.0);
            fleiss.add(&[*a, *b], 1.0);
            turned.add(&[*b, *a], 1.0);
            nominal.add(&[*a, *b], 1.0);
            round.add(&[*b, *a], 1.0);
        }
        prop_assert!(near(ab.kappa(), ba.kappa()));
        prop_assert!(near(fleiss.kappa(), turned.kappa()));
        prop_assert!(near(nominal.alpha(), round.alpha()));
        for value in [ab.kappa(), fleiss.kappa(), nominal.alpha()] {
            prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&value.unwrap()));
        }
    }

    #[test]
    fn text_measures_are_symmetric_and_at_most_one(a in any_reading(), b in any_reading(), c in any_reading()) {
        prop_assert!(near(Some(unitized(&[&a, &b, &c])), Some(unitized(&[&c, &a, &b]))));
        prop_assert!(unitized(&[&a, &b, &c]) <= 1.0);
        prop_assert_eq!(unitized(&[&a, &a]), 1.0);
        let one = Coincidences::of(120, &[a.clone(), b.clone(), c.clone()]);
        let turned = Coincidences::of(120, &[b.clone(), c, a.clone()]);
        prop_assert!(near(one.u_alpha(), turned.u_alpha()));
        prop_assert!(near(one.cu_alpha(), turned.cu_alpha()));
        // αU has no lower bound, these two have.
        for value in [one.u_alpha(), one.cu_alpha()].into_iter().flatten() {
            prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&value), "{}", value);
        }
        prop_assert!(near(Coincidences::of(120, &[a.clone(), a.clone()]).u_alpha(), Some(1.0)));
    }

    #[test]
    fn disorder_does_not_depend_on_who_comes_first(a in any_reading(), b in any_reading()) {
        let units = |reading: &[Valued]| -> Vec<Unit> {
            let unit = |one: &Valued| Unit { start: one.span.start as f64, end: one.span.end as f64, category: one.value as u32 };
            reading.iter().map(unit).collect()
        };
        let (a, b) = (units(&a), units(&b));
        let (ab, ba) = (disorder(&[a.clone(), b.clone()]), disorder(&[b.clone(), a.clone()]));
        prop_assert!((ab - ba).abs() < 1e-6, "{} {}", ab, ba);
        prop_assert!(ab >= 0.0 && ab <= (a.len() + b.len()) as f64 + 1e-6);
        prop_assert!(disorder(&[a.clone(), a.clone(), a]).abs() < 1e-6);
    }

    #[test]
    fn kappa_and_alpha_of_any_number_lie_between_minus_one_and_one(
        things in prop::collection::vec(prop::collection::vec(0..3_u32, 2..5), 1..8),
        names in Just([0_u32, 1, 2]).prop_shuffle(),
    ) {
        let (mut fleiss, mut nominal) = (Fleiss::default(), Nominal::default());
        let (mut renamed_fleiss, mut renamed_nominal) = (Fleiss::default(), Nominal::default());
        for labels in &things {
            fleiss.add(labels, 1.0);
            nominal.add(labels, 1.0);
            // Other names for the labels, and the labels of a thing turned round.
            let renamed: Vec<u32> = labels.iter().rev().map(|label| names[*label as usize]).collect();
            renamed_fleiss.add(&renamed, 1.0);
            renamed_nominal.add(&renamed, 1.0);
        }
        for value in [fleiss.kappa(), nominal.alpha()] {
            prop_assert!((-1.0 - 1e-9..=1.0 + 1e-9).contains(&value.unwrap()), "{:?}", value);
        }
        prop_assert!(near(fleiss.kappa(), renamed_fleiss.kappa()));
        prop_assert!(near(nominal.alpha(), renamed_nominal.alpha()));
    }

    #[test]
    fn f1_does_not_move_when_text_without_quotes_grows(more in "[a-z .\n]{1,200}", shift in 0..3_usize) {
        let of = |text: &str| {
            let mut builder = Builder::new(text);
            builder.layer("a", Stage::Done);
            builder.layer("b", Stage::Done);
            builder.quote("a", &["\"We will go,\""], |_| ());
            builder.quote("b", &[["We will go", "\"We will go,\"", "go"][shift]], |_| ());
            builder.quote("b", &["\"Not today,\""], |_| ());
            let (_, report) = measured(&[&builder.document], None);
            let figures = [Measure::StrictF1, Measure::OverlapF1, Measure::AgrAb, Measure::AgrBa];
            figures.map(|figure| value(&report, Scope::Pair(0), figure(CONTENT)))
        };
        prop_assert_eq!(of(TEXT), of(&format!("{TEXT}{more}")));
    }
}

#[test]
fn alpha_u_has_no_lower_bound() {
    let units = vec![Vec::new(), vec![Span::new(0, 10)]];
    let pool = Pool::new(vec![Unitized::of(&Continuum { length: 10, units })]);
    close(pool.disagreement(&[1.0]).alpha(), -13.5);
}

/// What someone marks: the words by place, their type and speaker by number.
type Marks = Vec<(usize, usize, usize)>;

const WORDS: [&str; 6] =
    ["\"We will go,\"", "We will go", "\"Not today,\"", "Not today", "Nobody else spoke", "else"];

fn any_marks() -> impl Strategy<Value = Marks> {
    prop::collection::vec((0..WORDS.len(), 0..3_usize, 0..2_usize), 0..4)
}

/// Articles that three people did, with people and articles in some order.
fn built(articles: &[[Marks; 3]], people: [usize; 3], turned: bool) -> (Material, Report) {
    let mut builders = Vec::new();
    for (number, marks) in articles.iter().enumerate() {
        let mut builder = Builder::new(&format!("{TEXT}{}", " More.".repeat(number)));
        let names = ["a", "b", "c"];
        for name in names {
            builder.layer(name, Stage::Done);
        }
        let speakers = ["Sinta", "Budi"].map(|name| builder.speaker(name, SpeakerKind::Person));
        for (name, marks) in names.iter().zip(marks) {
            for (words, quote_type, speaker) in marks {
                builder.quote(name, &[WORDS[*words]], |quote| {
                    quote.quote_type = QuoteType::ALL[*quote_type];
                    quote.speakers = vec![speakers[*speaker]];
                    quote.cue.clone_from(&quote.content);
                });
            }
        }
        builders.push(builder);
    }
    let ids: Vec<_> = builders[0].document.layers.keys().copied().collect();
    let mut material = Material::new(people.iter().map(|place| ids[*place]).collect());
    let mut documents: Vec<&Document> = builders.iter().map(|builder| &builder.document).collect();
    if turned {
        documents.reverse();
    }
    for document in documents {
        material.add(document);
    }
    let gamma = Some(Sampling { precision: 0.1, most: 60, ..Sampling::default() });
    let report =
        measure(&material, Options { gamma, resamples: 20, ..Options::default() }, &Unwatched).unwrap();
    (material, report)
}

/// The same measure seen from the other side.
fn turned_round(measure: &Measure) -> Measure {
    match measure {
        Measure::AgrAb(part) => Measure::AgrBa(*part),
        Measure::AgrBa(part) => Measure::AgrAb(*part),
        other => other.clone(),
    }
}

fn range(measure: &Measure) -> std::ops::RangeInclusive<f64> {
    let least = match measure {
        Measure::StrictF1(_)
        | Measure::OverlapF1(_)
        | Measure::AgrAb(_)
        | Measure::AgrBa(_)
        | Measure::Accuracy(_) => 0.0,
        Measure::AlphaU | Measure::Gamma => f64::NEG_INFINITY,
        _ => -1.0 - 1e-9,
    };
    least..=1.0 + 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every measure that there is, by the whole way from documents to
    /// figures.
    #[test]
    fn no_figure_depends_on_who_or_what_comes_first(
        articles in prop::collection::vec([any_marks(), any_marks(), any_marks()], 1..4),
        people in Just([0_usize, 1, 2]).prop_shuffle(),
    ) {
        let (_, report) = built(&articles, [0, 1, 2], false);
        let (material, other) = built(&articles, people, true);
        for figure in &report.figures {
            let (scope, measure) = match figure.scope {
                Scope::All => (Scope::All, figure.measure.clone()),
                Scope::Pair(pair) => {
                    let sides = [[0, 1], [0, 2], [1, 2]][pair];
                    let place = |person: usize| people.iter().position(|other| *other == person).unwrap();
                    let [a, b] = sides.map(place);
                    let pair = material.pairs.iter().position(|(x, y)| [*x, *y] == [a.min(b), a.max(b)]).unwrap();
                    let measure = if a < b { figure.measure.clone() } else { turned_round(&figure.measure) };
                    (Scope::Pair(pair), measure)
                }
            };
            let found = other.figure(scope, &measure).unwrap();
            prop_assert!(near(figure.value, found.value), "{:?} {:?} {:?}", figure.measure, figure.value, found.value);
            prop_assert_eq!(figure.n, found.n);
            if let Some(value) = figure.value {
                prop_assert!(range(&figure.measure).contains(&value), "{:?}: {}", figure.measure, value);
            }
        }
        let (gamma, turned) = (report.gamma.unwrap(), other.gamma.unwrap());
        prop_assert_eq!((gamma.value, gamma.precision, gamma.samples), (turned.value, turned.precision, turned.samples));
    }

    #[test]
    fn gamma_is_seeded_bounded_and_as_precise_as_it_says(
        articles in prop::collection::vec(prop::collection::vec(any_reading(), 2..4), 1..4),
        names in Just([3_u32, 7, 5]).prop_shuffle(),
        seed in 0..100_u64,
    ) {
        let continua = |name: &dyn Fn(usize) -> u32| -> Vec<GammaContinuum> {
            let unit = |one: &Valued| Unit {
                start: one.span.start as f64,
                end: one.span.end as f64,
                category: name(one.value),
            };
            let annotators = |readings: &Vec<Vec<Valued>>| {
                readings.iter().map(|reading| reading.iter().map(unit).collect()).collect()
            };
            articles.iter().map(|one| GammaContinuum { length: 120.0, annotators: annotators(one) }).collect()
        };
        let sampling = Sampling { seed, precision: 0.05, most: 300, ..Sampling::default() };
        let measured = |continua: &[GammaContinuum]| gamma(continua, sampling, &Unwatched).unwrap();
        let plain = continua(&|value| value as u32);
        let found = measured(&plain);
        prop_assert_eq!(&found, &measured(&plain));
        prop_assert!(found.value <= 1.0 + 1e-9, "{}", found.value);
        prop_assert!(found.precision <= sampling.precision || found.samples == sampling.most, "{:?}", found);
        // Who comes first, and which article.
        let mut turned = plain.clone();
        turned.reverse();
        for one in &mut turned {
            one.annotators.reverse();
        }
        let turned = measured(&turned);
        prop_assert_eq!((found.value, found.precision, found.samples), (turned.value, turned.precision, turned.samples));
        let shares: Vec<_> = turned.articles.iter().rev().map(|share| share.observed).collect();
        prop_assert!(found.articles.iter().zip(shares).all(|(share, other)| (share.observed - other).abs() < 1e-9));
        // Categories are told apart and nothing else.
        let renamed = measured(&continua(&|value| names[value]));
        let same = found.articles.iter().zip(&renamed.articles).all(|(a, b)| (a.observed - b.observed).abs() < 1e-9);
        prop_assert!(same);
        let apart = (found.value - renamed.value).abs();
        prop_assert!(apart <= 3.0 * (found.precision + renamed.precision) + 1e-9, "{} {:?}", apart, found);
        // All have the same.
        let mut same = plain;
        for one in &mut same {
            let first = one.annotators[0].clone();
            one.annotators.iter_mut().for_each(|units| units.clone_from(&first));
        }
        prop_assert!((measured(&same).value - 1.0).abs() < 1e-9);
    }
}
