//! Measures against published values.

use kutip::job::Unwatched;
use kutip::model::Span;
use kutip::review::agreement::{
    Cohen, Coincidences, Continuum, Fleiss, GammaContinuum, Matches, Nominal, Pool, Sampling, Unit, Unitized,
    Valued, alpha_u, disorder, dissimilarity, gamma,
};

#[track_caller]
pub fn close(found: impl Into<Option<f64>>, truth: f64) {
    let found = found.into().expect("there is a value");
    assert!((found - truth).abs() < 5e-5, "{found} is not {truth}");
}

fn cohen(table: &[[usize; 2]; 2]) -> Cohen {
    let mut cohen = Cohen::default();
    for (a, row) in (0..).zip(table) {
        for (b, count) in (0..).zip(row) {
            (0..*count).for_each(|_| cohen.add(a, b, 1.0));
        }
    }
    cohen
}

#[test]
fn cohens_kappa_of_the_textbook_tables() {
    close(cohen(&[[20, 5], [10, 15]]).kappa(), 0.4);
    close(cohen(&[[45, 15], [25, 15]]).kappa(), 0.1304);
    close(cohen(&[[25, 35], [5, 35]]).kappa(), 0.2593);
    close(cohen(&[[20, 5], [10, 15]]).accuracy(), 0.7);
}

#[test]
fn fleiss_kappa_of_the_textbook_table() {
    let table = [
        [0, 0, 0, 0, 14],
        [0, 2, 6, 4, 2],
        [0, 0, 3, 5, 6],
        [0, 3, 9, 2, 0],
        [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0],
        [3, 2, 6, 3, 0],
        [2, 5, 3, 2, 2],
        [6, 5, 2, 1, 0],
        [0, 2, 2, 3, 7],
    ];
    let mut fleiss = Fleiss::default();
    for row in table {
        let labels: Vec<u32> = (0..).zip(row).flat_map(|(label, count)| vec![label; count]).collect();
        assert_eq!(labels.len(), 14);
        fleiss.add(&labels, 1.0);
    }
    close(fleiss.kappa(), 0.2099);
}

#[test]
fn krippendorffs_nominal_alpha_of_twelve_units() {
    let coders = [
        "1 2 3 3 2 1 4 1 2 * * *",
        "1 2 3 3 2 2 4 1 2 5 * 3",
        "* 3 3 3 2 3 4 2 2 5 1 *",
        "1 2 3 3 2 4 4 1 2 5 1 *",
    ];
    let rows: Vec<Vec<&str>> = coders.iter().map(|row| row.split(' ').collect()).collect();
    let mut nominal = Nominal::default();
    for unit in 0..12 {
        let values: Vec<u32> = rows.iter().filter_map(|row| row[unit].parse().ok()).collect();
        nominal.add(&values, 1.0);
    }
    assert_eq!(nominal.total(), 40.0);
    close(nominal.alpha(), 0.7434);
}

/// Units of one category from starts and lengths, begun at an offset.
fn category(length: usize, offset: usize, annotators: &[&[(usize, usize)]]) -> Pool {
    let units = |units: &&[(usize, usize)]| {
        units.iter().map(|(at, length)| Span::new(at - offset, at - offset + length)).collect()
    };
    let continuum = Continuum { length, units: annotators.iter().map(units).collect() };
    Pool::new(vec![Unitized::of(&continuum)])
}

#[test]
fn alpha_u_of_the_examples_of_2004() {
    let c = category(300, 150, &[&[(225, 70), (370, 30)], &[(220, 80), (355, 20), (400, 20)]]);
    let k = category(300, 150, &[&[(180, 60), (300, 50)], &[(180, 60), (300, 50)]]);
    let [c, k] = [c, k].map(|pool| pool.disagreement(&[1.0]));
    close(c.alpha(), 0.7286);
    close(k.alpha(), 1.0);
    close(alpha_u(&[c, k]), 0.8587);
    let one = category(10, 0, &[&[(1, 8)], &[(2, 1), (4, 1), (6, 1)]]).disagreement(&[1.0]);
    close(alpha_u(&[one]), -0.7003);
}

/// Units from their value's letter (c or k), start and end.
fn valued(units: &[(char, usize, usize)]) -> Vec<Valued> {
    let unit = |(value, start, end): &(char, usize, usize)| Valued {
        span: Span::new(*start, *end),
        value: usize::from(*value == 'k'),
    };
    units.iter().map(unit).collect()
}

#[test]
fn u_alpha_of_the_example_of_2016() {
    let i = valued(&[('k', 30, 75), ('c', 75, 145), ('k', 150, 200), ('c', 220, 250)]);
    let j = valued(&[('k', 30, 70), ('c', 70, 150), ('k', 150, 200), ('c', 205, 225), ('c', 250, 270)]);
    let coincidences = Coincidences::of(300, &[i.clone(), j.clone()]);
    close(coincidences.u_alpha(), 0.6703);
    // Worked by hand: what both gave a value is k/k 90 code points twice,
    // c/c 75 twice and k/c 5 in each direction: 340. The parts of units that
    // the other's units cover are 45, 70, 50, 5 and 40, 75, 50, 5 long.
    let total: f64 = 340.0;
    let (k, c) = (
        45_f64.powi(2) + 50_f64.powi(2) + 40_f64.powi(2) + 50_f64.powi(2),
        70_f64.powi(2) + 5_f64.powi(2) + 75_f64.powi(2) + 5_f64.powi(2),
    );
    let chance = (185_f64.powi(2) - k + 155_f64.powi(2) - c) / (total.powi(2) - k - c);
    close(coincidences.cu_alpha(), 1.0 - 10.0 / (total * (1.0 - chance)));
    close(Coincidences::of(300, &[j, i]).u_alpha(), 0.6703);
}

#[test]
fn f1_and_agr_by_hand() {
    let spans = |list: &[(usize, usize)]| -> Vec<Vec<Span>> {
        list.iter().map(|(start, end)| vec![Span::new(*start, *end)]).collect()
    };
    let a = spans(&[(0, 10), (20, 30), (40, 50), (60, 70)]);
    let b = spans(&[(0, 10), (20, 31), (42, 44), (46, 50), (80, 90)]);
    let matches = Matches::of(&a, &b);
    close(matches.strict_f1(), 2.0 / 9.0);
    close(matches.overlap_f1(), 6.0 / 9.0);
    close(matches.agr_ab(), 3.0 / 4.0);
    close(matches.agr_ba(), 4.0 / 5.0);
}

fn unit(start: f64, end: f64, category: u32) -> Unit {
    Unit { start, end, category }
}

#[test]
fn disorder_by_hand() {
    close(dissimilarity(unit(0.0, 10.0, 0), unit(0.0, 10.0, 0)), 0.0);
    close(dissimilarity(unit(0.0, 10.0, 0), unit(0.0, 10.0, 1)), 1.0);
    close(dissimilarity(unit(0.0, 10.0, 0), unit(5.0, 15.0, 0)), 0.25);
    close(dissimilarity(unit(0.0, 10.0, 0), unit(10.0, 20.0, 0)), 1.0);
    // Two that stand well together, and one that is alone.
    let a = vec![unit(0.0, 10.0, 0), unit(50.0, 60.0, 0)];
    let b = vec![unit(0.0, 10.0, 1)];
    close(disorder(&[a.clone(), b.clone()]), 2.0);
    close(disorder(&[a.clone(), a.clone()]), 0.0);
    // Of three, where one lacks a unit: 2 of 3 pairs are with nothing.
    close(disorder(&[a.clone(), a, b]), 2.0 / 3.0 + 2.0 / 3.0);
}

#[test]
fn gamma_is_seeded_and_says_how_precise_it_is() {
    let a = vec![unit(0.0, 30.0, 0), unit(50.0, 90.0, 1), unit(120.0, 160.0, 0), unit(180.0, 200.0, 1)];
    let b = vec![unit(0.0, 28.0, 0), unit(52.0, 90.0, 1), unit(130.0, 165.0, 1)];
    let continuum = GammaContinuum { length: 200.0, annotators: vec![a.clone(), b] };
    let measured = |seed| {
        let sampling = Sampling { seed, ..Sampling::default() };
        gamma(std::slice::from_ref(&continuum), sampling, &Unwatched).unwrap()
    };
    let first = measured(1);
    assert_eq!(first, measured(1));
    assert!(first.precision <= Sampling::default().precision * 1.2, "{}", first.precision);
    let others: Vec<f64> = (2..12).map(|seed| measured(seed).value).collect();
    let mean = others.iter().sum::<f64>() / others.len() as f64;
    assert!((first.value - mean).abs() < 2.0 * first.precision, "{} is not near {mean}", first.value);
    let same = GammaContinuum { length: 200.0, annotators: vec![a.clone(), a] };
    close(gamma(&[same], Sampling::default(), &Unwatched).unwrap().value, 1.0);
}
