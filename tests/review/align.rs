//! Which quotes are readings of the same words, and where these differ.

use std::collections::BTreeSet;
use std::sync::Arc;

use kutip::model::{
    AnnotatorId, Aspect, Document, Medium, Mention, Quote, QuoteId, QuoteType, Span, SpeakerKind, spans,
};
use kutip::review::{Alignment, Value, paired, pairs};
use proptest::prelude::*;

use crate::common::Builder;

const TEXT: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// A document with quotes on these spans, a list a layer.
pub fn layers(contents: &[Vec<(usize, usize)>]) -> (Document, Vec<AnnotatorId>) {
    let mut builder = Builder::new(TEXT);
    let mut names = Vec::new();
    for (layer, spans) in contents.iter().enumerate() {
        let name = format!("annotator {layer}");
        names.push(builder.annotator(&name));
        for (start, end) in spans {
            builder.quote(&name, &[&TEXT[*start..*end]], |_| ());
        }
    }
    (builder.document, names)
}

/// The groups, each as the contents that its layers have.
fn drawn(alignment: &Alignment) -> Vec<String> {
    let quote = |quote: &Option<Arc<Quote>>| quote.as_ref().map_or("-".to_owned(), |quote| quote.words());
    alignment
        .groups
        .iter()
        .map(|group| group.quotes.iter().map(quote).collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn quotes_are_aligned_one_to_one_by_what_they_share() {
    let check = |contents: &[Vec<(usize, usize)>], groups: &[&str]| {
        let (document, annotators) = layers(contents);
        assert_eq!(drawn(&Alignment::of(&document, &annotators)), groups);
    };
    check(&[vec![], vec![]], &[]);
    check(&[vec![(0, 4)], vec![]], &["abcd -"]);
    check(&[vec![(0, 4)], vec![(4, 8)]], &["abcd -", "- efgh"]);
    check(&[vec![(0, 4), (6, 9)], vec![(1, 4), (5, 9)]], &["abcd bcd", "ghi fghi"]);
    check(&[vec![(0, 4), (3, 6)], vec![(2, 5)]], &["abcd -", "def cde"]);
    check(&[vec![(0, 5), (5, 9)], vec![(4, 9), (0, 4)]], &["abcde abcd", "fghi efghi"]);
    // A long quote over two short ones goes with the one that it covers more of.
    check(&[vec![(0, 10)], vec![(0, 3), (4, 10)]], &["- abc", "abcdefghij efghij"]);
    // Of equals in words shared, the more alike.
    check(&[vec![(2, 6)], vec![(0, 9), (1, 6)]], &["- abcdefghi", "cdef bcdef"]);
    // Three layers: the most alike come together first.
    check(&[vec![(0, 4)], vec![(0, 4)], vec![(3, 9)]], &["abcd abcd defghi"]);
    check(&[vec![(0, 4)], vec![(0, 4), (3, 9)], vec![(3, 9)]], &["abcd abcd -", "- defghi defghi"]);
}

#[test]
fn among_the_same_words_the_same_speaker_decides() {
    let mut builder = Builder::new(TEXT);
    let (kim, putin) =
        (builder.speaker("Kim", SpeakerKind::Person), builder.speaker("Putin", SpeakerKind::Person));
    for (name, speakers) in [("a", [kim, putin]), ("b", [putin, kim])] {
        for speaker in speakers {
            builder.quote(name, &["abcd"], |quote| quote.speakers = vec![speaker]);
        }
    }
    let annotators = [builder.annotator("a"), builder.annotator("b")];
    let alignment = Alignment::of(&builder.document, &annotators);
    assert_eq!(alignment.groups.len(), 2);
    assert!(alignment.groups.iter().all(|group| alignment.agrees(group)));
}

fn edit(builder: &mut Builder, id: QuoteId, change: impl FnOnce(&mut Quote)) {
    let quote = builder.document.quotes.iter_mut().find(|quote| quote.id == id).unwrap();
    change(Arc::make_mut(quote));
}

#[test]
fn differences_are_named_by_field_with_what_each_has() {
    let check = |change: &dyn Fn(&mut Quote, &Document), wanted: &[Aspect]| {
        let mut builder = Builder::new(TEXT);
        for name in ["a", "b"] {
            builder.quote(name, &["abcdef"], |_| ());
            builder.quote(name, &["ghi"], |_| ());
        }
        let annotators = [builder.annotator("a"), builder.annotator("b")];
        let document = builder.document.clone();
        let of_b =
            document.quotes.iter().find(|q| q.annotator == annotators[1] && q.words() == "ghi").unwrap();
        edit(&mut builder, of_b.id, |quote| change(quote, &document));
        let alignment = Alignment::of(&builder.document, &annotators);
        let group = alignment.group_of(of_b.id).unwrap();
        let found: Vec<Aspect> = alignment.differences(group).iter().map(|d| d.aspect).collect();
        assert_eq!(found, wanted);
        assert_eq!(alignment.agrees(group), wanted.is_empty());
    };
    let piece = |document: &Document, start, end| document.article.text.piece(Span::new(start, end)).unwrap();
    check(&|_, _| {}, &[]);
    check(&|quote, _| quote.note = Some("remember".to_owned()), &[]);
    check(&|quote, d| quote.content = vec![piece(d, 6, 10)], &[Aspect::Content]);
    check(&|quote, d| quote.content = vec![piece(d, 7, 9), piece(d, 6, 7)], &[]);
    check(&|quote, _| quote.quote_type = QuoteType::Reported, &[Aspect::Type]);
    check(&|quote, _| quote.medium = vec![Medium::Thought, Medium::Writing], &[Aspect::Medium]);
    check(&|quote, d| quote.cue = vec![piece(d, 12, 14)], &[Aspect::Cue]);
    check(&|quote, d| quote.source = vec![piece(d, 12, 14)], &[Aspect::Source]);
    check(&|quote, _| quote.mention = Some(Mention::Clitic), &[Aspect::Mention]);
    check(&|quote, d| quote.addressee = vec![piece(d, 12, 14)], &[Aspect::Addressee]);
    check(&|quote, d| quote.relay = vec![piece(d, 12, 14)], &[Aspect::Relay]);
    check(
        &|quote, _| drop(quote.attributes.insert("stance".to_owned(), "for".into())),
        &[Aspect::Attributes],
    );
    check(
        &|quote, d| {
            let outer = d.quotes.iter().find(|q| q.annotator == quote.annotator && q.id != quote.id).unwrap();
            quote.parent = Some(outer.id);
        },
        &[Aspect::Parent],
    );
}

#[test]
fn speakers_are_compared_as_sets_and_parents_by_their_group() {
    let mut builder = Builder::new(TEXT);
    let (kim, putin) =
        (builder.speaker("Kim", SpeakerKind::Person), builder.speaker("Putin", SpeakerKind::Person));
    for (name, speakers) in [("a", vec![kim, putin]), ("b", vec![putin, kim]), ("c", vec![kim])] {
        let outer = builder.quote(name, &["abcdef"], |_| ());
        builder.quote(name, &["def"], |quote| {
            quote.parent = Some(outer);
            quote.speakers.clone_from(&speakers);
            quote.relay_speakers.clone_from(&speakers);
            quote.addressee_speakers.clone_from(&speakers);
        });
    }
    let annotators = ["a", "b", "c"].map(|name| builder.annotator(name));
    let pair = Alignment::of(&builder.document, &annotators[..2]);
    assert_eq!(pair.groups.len(), 2);
    assert!(pair.groups.iter().all(|group| pair.agrees(group)));
    let all = Alignment::of(&builder.document, &annotators);
    let inner = &all.groups[1];
    let differences = all.differences(inner);
    let aspects: Vec<Aspect> = differences.iter().map(|difference| difference.aspect).collect();
    assert_eq!(aspects, [Aspect::Speakers, Aspect::AddresseeSpeakers, Aspect::RelaySpeakers]);
    let choices = differences[0].choices();
    assert_eq!(choices.iter().map(|(_, layers)| layers.clone()).collect::<Vec<_>>(), [vec![0, 1], vec![2]]);
    assert_eq!(*choices[1].0, Value::Speakers(vec![kim]));
}

#[test]
fn a_quote_that_only_one_has_is_a_difference_of_its_own() {
    let (document, annotators) = layers(&[vec![(0, 4)], vec![(0, 5)], vec![]]);
    let alignment = Alignment::of(&document, &annotators);
    let differences = alignment.differences(&alignment.groups[0]);
    let aspects: Vec<Aspect> = differences.iter().map(|difference| difference.aspect).collect();
    assert_eq!(aspects, [Aspect::Presence, Aspect::Content]);
    assert_eq!(differences[0].values[2], (2, Value::Present(false)));
    assert_eq!(differences[1].values.len(), 2);
}

fn any_layer() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..50_usize, 1..12_usize).prop_map(|(at, len)| (at, at + len)), 0..6)
}

/// The most code points that any one-to-one pairing shares.
fn best(a: &[Vec<Span>], b: &[Vec<Span>]) -> usize {
    let Some((first, rest)) = a.split_first() else { return 0 };
    let alone = best(rest, b);
    (0..b.len())
        .map(|at| {
            let mut others = b.to_vec();
            let taken = others.remove(at);
            let shared = spans::len(&spans::intersection(first, &taken));
            if shared == 0 { 0 } else { shared + best(rest, &others) }
        })
        .fold(alone, usize::max)
}

proptest! {
    #[test]
    fn a_pairing_shares_the_most_there_is_and_turns_round(a in any_layer(), b in any_layer()) {
        let sets = |layer: &[(usize, usize)]| -> Vec<Vec<Span>> {
            layer.iter().map(|(start, end)| vec![Span::new(*start, *end)]).collect()
        };
        let (a, b) = (sets(&a), sets(&b));
        let found = paired(&a, &b, |_, _| false);
        let shared: usize =
            found.iter().map(|(row, column)| spans::len(&spans::intersection(&a[*row], &b[*column]))).sum();
        prop_assert_eq!(shared, best(&a, &b));
        let mut turned: Vec<_> =
            paired(&b, &a, |_, _| false).into_iter().map(|(row, column)| (column, row)).collect();
        turned.sort_unstable();
        prop_assert_eq!(found, turned);
    }

    #[test]
    fn groups_hold_every_quote_once_whatever_the_order_of_layers(
        contents in prop::collection::vec(any_layer(), 2..5),
        turn in 0..4_usize,
    ) {
        let (document, annotators) = layers(&contents);
        let alignment = Alignment::of(&document, &annotators);
        let mut seen = BTreeSet::new();
        for group in &alignment.groups {
            for (layer, quote) in group.present() {
                prop_assert_eq!(quote.annotator, annotators[layer]);
                prop_assert!(seen.insert(quote.id));
            }
        }
        prop_assert_eq!(seen.len(), document.quotes.len());
        let mut turned = annotators.clone();
        turned.rotate_left(turn % annotators.len());
        let sets = |alignment: &Alignment| -> Vec<BTreeSet<QuoteId>> {
            alignment.groups.iter().map(|group| group.present().map(|(_, quote)| quote.id).collect()).collect()
        };
        prop_assert_eq!(sets(&alignment), sets(&Alignment::of(&document, &turned)));
    }

    #[test]
    fn the_groups_of_two_layers_are_their_pairs(a in any_layer(), b in any_layer()) {
        let (document, annotators) = layers(&[a, b]);
        let lists: Vec<Vec<Arc<Quote>>> =
            annotators.iter().map(|annotator| document.quotes_of(*annotator).map(Arc::clone).collect()).collect();
        let pairs: BTreeSet<(QuoteId, QuoteId)> =
            pairs(&lists[0], &lists[1]).into_iter().map(|(a, b)| (lists[0][a].id, lists[1][b].id)).collect();
        let alignment = Alignment::of(&document, &annotators);
        let groups: BTreeSet<(QuoteId, QuoteId)> = alignment
            .groups
            .iter()
            .filter_map(|group| Some((group.quotes[0].as_ref()?.id, group.quotes[1].as_ref()?.id)))
            .collect();
        prop_assert_eq!(pairs, groups);
    }
}
