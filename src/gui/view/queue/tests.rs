//! What becomes of rows as they are sorted, searched, edited and chosen.

use jiff::Timestamp;
use uuid::Uuid;

use super::*;

fn id(number: u128) -> ArticleId {
    ArticleId(Uuid::from_u128(number))
}

fn row(number: u8) -> ArticleRow {
    let at = Timestamp::from_second(i64::from(number)).unwrap();
    ArticleRow {
        id: id(number.into()),
        // Keys run against the project's order.
        key: 100 - i64::from(number),
        title: format!("Title {}", 9 - number),
        publisher: (number > 1).then(|| format!("Outlet {}", number % 2)),
        published_at: None,
        language: None,
        created_at: at,
        changed_at: at,
        stage: if number.is_multiple_of(2) { Stage::Done } else { Stage::New },
        quotes: usize::from(number % 3),
        annotators: Vec::new(),
        done: 0,
        adjudicated: None,
    }
}

fn queue() -> Queue {
    let mut queue = Queue::default();
    queue.load((1..=6).map(row).collect(), None);
    queue
}

fn shown(queue: &Queue) -> Vec<u128> {
    (0..queue.shown.len()).filter_map(|at| queue.row_at(at)).map(|row| row.id.0.as_u128()).collect()
}

#[test]
fn rows_are_sorted_as_asked() {
    let check = |sort, reversed, expected: [u128; 6]| {
        let mut queue = Queue { sort, reversed, ..Queue::default() };
        queue.load((1..=6).map(row).collect(), None);
        assert_eq!(shown(&queue), expected, "{sort:?} {reversed}");
    };
    check(SortBy::Project, false, [1, 2, 3, 4, 5, 6]);
    check(SortBy::Project, true, [6, 5, 4, 3, 2, 1]);
    check(SortBy::Title, false, [6, 5, 4, 3, 2, 1]);
    check(SortBy::Outlet, false, [2, 4, 6, 3, 5, 1]);
    check(SortBy::Outlet, true, [3, 5, 2, 4, 6, 1]);
    check(SortBy::Quotes, false, [2, 5, 1, 4, 3, 6]);
    check(SortBy::Changed, false, [6, 5, 4, 3, 2, 1]);
}

#[test]
fn an_edit_moves_only_its_row() {
    let mut queue = Queue { sort: SortBy::Quotes, ..Queue::default() };
    queue.load((1..=6).map(row).collect(), None);
    let changed = ArticleRow { quotes: 7, ..row(6) };
    assert!(!queue.update(&[id(6)].into(), vec![changed]), "no search must be made again");
    assert_eq!(shown(&queue), [6, 2, 5, 1, 4, 3]);
    assert!(queue.update(&[id(5)].into(), Vec::new()), "an article is gone");
    assert_eq!(shown(&queue), [6, 2, 1, 4, 3]);
    assert!(queue.update(&[id(5)].into(), vec![row(5)]), "and back");
    assert_eq!(shown(&queue), [6, 2, 5, 1, 4, 3]);
}

#[test]
fn a_search_narrows_the_rows_and_the_counts() {
    let mut queue = queue();
    queue.found("word", Some(&[96, 97, 98, 200]));
    assert_eq!(shown(&queue), [2, 3, 4]);
    assert_eq!(queue.counts[&Stage::Done], 2);
    queue.narrowed.stage = Some(Stage::New);
    queue.let_go();
    assert_eq!(shown(&queue), [3]);
    assert_eq!((queue.total, queue.counts[&Stage::Done]), (3, 2));
    queue.found("", None);
    assert_eq!(shown(&queue), [1, 3, 5]);
}

#[test]
fn what_is_worked_on_stays_until_another_is_opened() {
    let mut queue = queue();
    queue.narrowed.stage = Some(Stage::New);
    queue.let_go();
    queue.keep(Some(id(3)));
    queue.update(&[id(3)].into(), vec![ArticleRow { stage: Stage::Done, ..row(3) }]);
    assert_eq!(shown(&queue), [1, 3, 5]);
    assert_eq!(queue.neighbour(Some(id(3)), 1), Some(id(5)));
    queue.keep(Some(id(5)));
    assert_eq!(shown(&queue), [1, 5]);
}

#[test]
fn neighbours_are_found_from_rows_that_are_not_shown_too() {
    let mut queue = queue();
    queue.narrowed.stage = Some(Stage::New);
    queue.let_go();
    let check = |queue: &Queue, from: Option<u128>, step, expected: Option<u128>| {
        assert_eq!(queue.neighbour(from.map(id), step), expected.map(id), "{from:?} {step}");
    };
    check(&queue, Some(1), 1, Some(3));
    check(&queue, Some(1), -1, None);
    check(&queue, Some(2), 1, Some(3));
    check(&queue, Some(2), -1, Some(1));
    check(&queue, None, 1, Some(1));
    queue.narrowed.stage = None;
    queue.let_go();
    assert_eq!(queue.next_open(Some(id(1))), Some(id(3)));
    assert_eq!(queue.next_open(Some(id(5))), Some(id(1)));
}

#[test]
fn several_rows_are_chosen_as_in_a_list_of_files() {
    let mut queue = queue();
    let chosen = |queue: &Queue| queue.several().iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
    queue.pick(id(2), Pick::Only);
    assert_eq!(chosen(&queue), []);
    queue.pick(id(4), Pick::Toggle);
    assert_eq!(chosen(&queue), [2, 4]);
    queue.pick(id(4), Pick::Toggle);
    assert_eq!(chosen(&queue), [2]);
    queue.pick(id(3), Pick::Only);
    queue.pick(id(5), Pick::UpTo);
    assert_eq!(chosen(&queue), [3, 4, 5]);
    queue.pick(id(1), Pick::UpTo);
    assert_eq!(chosen(&queue), [1, 2, 3]);
    queue.pick_all();
    assert_eq!(chosen(&queue), [1, 2, 3, 4, 5, 6]);
}
