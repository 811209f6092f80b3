//! What bringing copies together costs: `cargo bench --bench merge`.
//!
//! Two colleagues each annotated half of the quotes in a copy of a project.
//! The floor, from the same run: plain rusqlite that reads both copies'
//! journals and writes the rows that come of the merge in one transaction,
//! with the same durability. It neither looks the copies through nor compares
//! anything nor keeps a backup. Where nothing is new, the floor reads the
//! journals and has SQLite look both files through, which is most of what is to
//! be done then. Both take turns; a figure is the median. The
//! environment's `KUTIP_BENCH_ARTICLES` and `KUTIP_BENCH_RUNS` change the
//! sizes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench")]

#[path = "store/data.rs"]
mod data;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kutip::edit::{Edit, EntityKind, Origin, QuoteChange};
use kutip::job::Unwatched;
use kutip::workspace::{ImportOptions, Workspace};
use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};

const PATIENCE: Duration = Duration::from_secs(5);
/// Of each article, half of them by each colleague.
const QUOTES: usize = 20;

/// Every table that the merge fills, in the order of writing.
const TABLES: &[&str] = &[
    "annotator",
    "speaker",
    "layer",
    "quote",
    "quote_span",
    "quote_speaker",
    "merge",
    "journal_transaction",
    "journal_change",
    "journal_merge",
];
const WORDS: &str = "SELECT key, (SELECT group_concat(text, ' … ') FROM \
    (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) FROM quote";

type Line = Vec<Value>;

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let number = |name, usual| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let articles = number("KUTIP_BENCH_ARTICLES", 1_000);
    let runs = number("KUTIP_BENCH_RUNS", 3);
    let project = folder.path().join("project.kutip");
    let copies = prepared(folder.path(), &project, articles);
    let [mut merged, mut floor, mut again, mut reading] = [const { Vec::new() }; 4];
    for run in 0..runs {
        let [ours, plain] = ["kutip", "floor"].map(|name| folder.path().join(format!("{name}-{run}.kutip")));
        fs::copy(&project, &ours).unwrap();
        fs::copy(&project, &plain).unwrap();
        let mut workspace = Workspace::open(&ours, Origin::CommandLine, PATIENCE).unwrap();
        let (report, time) = timed(|| workspace.merge(&copies, &[], &Unwatched).unwrap());
        assert_eq!(report.of(EntityKind::Quote).new, articles * QUOTES);
        merged.push(time);
        let (report, time) = timed(|| workspace.merge(&copies, &[], &Unwatched).unwrap());
        assert!(report.is_empty());
        again.push(time);
        drop(workspace);

        let rows = Rows::new_in(&ours, &project);
        let (_, time) =
            timed(|| copies.iter().map(|copy| (look_through(copy), journal(copy))).collect::<Vec<_>>());
        reading.push(time);
        let (_, time) = timed(|| {
            let read: Vec<_> = copies.iter().map(|copy| journal(copy)).collect();
            rows.write(&plain);
            read
        });
        floor.push(time);
        assert_eq!(count(&plain), count(&ours), "both hold the same");
        for path in fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()) {
            if path.to_string_lossy().contains("before-merge") {
                fs::remove_file(path).unwrap();
            }
        }
    }
    println!("{:<44} {:>11} {:>11} {:>7} {:>7}", "", "kutip", "floor", "ratio", "target");
    line(&format!("merge 2 copies, {} new quotes", articles * QUOTES), merged, floor, 3.0);
    line("merge them again, nothing new", again, reading, 3.0);
}

fn line(what: &str, kutip: Vec<Duration>, floor: Vec<Duration>, target: f64) {
    let (kutip, floor) = (median(kutip), median(floor));
    let ratio = kutip / floor;
    println!("{what:<44} {:>8.0} ms {:>8.0} ms {ratio:>6.2}x {target:>6.1}x", kutip * 1e3, floor * 1e3);
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}

/// Makes the project and the two copies of it.
fn prepared(folder: &Path, project: &Path, articles: usize) -> Vec<PathBuf> {
    let records = folder.join("records.jsonl");
    data::write(&records, articles, QUOTES);
    let lines: Vec<serde_json::Value> = fs::read_to_string(&records)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let import = |workspace: &mut Workspace, part: &dyn Fn(usize) -> Option<&'static str>| {
        let given = lines.iter().map(|line| {
            let mut line = line.clone();
            let quotes = line["quotes"].as_array().unwrap().iter().enumerate().filter_map(|(at, quote)| {
                let mut quote = quote.clone();
                quote["annotator"] = part(at)?.into();
                Some(quote)
            });
            line["quotes"] = quotes.collect();
            line.to_string()
        });
        let given = given.collect::<Vec<_>>().join("\n");
        let report = workspace.import_jsonl("a", &mut given.as_bytes(), &ImportOptions::default()).unwrap();
        assert!(report.left_out.is_empty(), "{:?}", report.left_out.first());
    };
    let mut workspace = Workspace::create(project, Origin::CommandLine, PATIENCE).unwrap();
    import(&mut workspace, &|_| None);
    let half = |at: usize| if at < QUOTES / 2 { "Ani" } else { "Budi" };
    let copies = ["Ani", "Budi"].map(|who| {
        let path = folder.join(format!("{who}.kutip"));
        workspace.backup(&path, &mut |_| {}).unwrap();
        let mut copy = Workspace::open(&path, Origin::Window, PATIENCE).unwrap();
        import(&mut copy, &|at| (half(at) == who).then_some(who));
        // And what is done by hand: an edit an article.
        copy.annotate_as(who).unwrap();
        for article in copy.article_ids().unwrap() {
            copy.open_article(article).unwrap();
            let quote = copy.document().unwrap().quotes[0].id;
            let change = QuoteChange::Note(Some("read twice".to_owned()));
            copy.perform(&Edit::ChangeQuote { quote, change }).unwrap();
        }
        path
    });
    copies.to_vec()
}

fn open(path: &Path) -> Connection {
    let sql = Connection::open(path).unwrap();
    sql.pragma_update(None, "journal_mode", "WAL").unwrap();
    sql.pragma_update(None, "synchronous", "FULL").unwrap();
    sql.pragma_update(None, "foreign_keys", true).unwrap();
    sql
}

fn lines(sql: &Connection, query: &str) -> Vec<Line> {
    let mut statement = sql.prepare(query).unwrap();
    let columns = statement.column_count();
    let line = |row: &rusqlite::Row<'_>| (0..columns).map(|column| row.get(column)).collect();
    statement.query_map([], line).unwrap().collect::<Result<_, _>>().unwrap()
}

/// All that a copy's journal says.
fn journal(path: &Path) -> Vec<Line> {
    let query =
        "SELECT * FROM journal_change JOIN journal_transaction ON journal_transaction.seq = transaction_seq";
    lines(&open(path), query)
}

/// The file's pages and references, as SQLite itself looks through them.
fn look_through(path: &Path) {
    let sql = open(path);
    assert_eq!(lines(&sql, "PRAGMA integrity_check"), [[Value::Text("ok".to_owned())]]);
    assert!(lines(&sql, "PRAGMA foreign_key_check").is_empty());
}

fn count(path: &Path) -> Vec<Line> {
    let sql = open(path);
    TABLES.iter().flat_map(|table| lines(&sql, &format!("SELECT count(*) FROM {table}"))).collect()
}

/// The rows that a project has and another hasn't, by the statement that
/// writes them.
struct Rows(Vec<(String, Vec<Line>)>);

impl Rows {
    fn new_in(path: &Path, before: &Path) -> Self {
        let (after, before) = (open(path), open(before));
        let queries = TABLES.iter().map(|table| (*table, format!("SELECT * FROM {table}")));
        let words = std::iter::once(("quote_fts (rowid, words)", WORDS.to_owned()));
        let rows = queries.chain(words).map(|(table, query)| {
            let known: HashSet<String> =
                lines(&before, &query).iter().map(|line| format!("{line:?}")).collect();
            let mut new = lines(&after, &query);
            new.retain(|line| !known.contains(&format!("{line:?}")));
            let columns = vec!["?"; new.first().map_or(1, Vec::len)].join(", ");
            (format!("INSERT INTO {table} VALUES ({columns})"), new)
        });
        Self(rows.collect())
    }

    fn write(&self, path: &Path) {
        let mut sql = open(path);
        let sql = sql.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        for (query, lines) in &self.0 {
            let mut statement = sql.prepare(query).unwrap();
            for line in lines {
                statement.execute(params_from_iter(line)).unwrap();
            }
        }
        sql.commit().unwrap();
    }
}
