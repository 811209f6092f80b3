//! The floor of importing and editing: the same rows with nothing around
//! them.

use std::collections::HashMap;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Statement, TransactionBehavior, params_from_iter};

/// Every table that an import fills, in the order of writing. The search
/// index of articles is filled by its triggers.
const TABLES: &[&str] = &[
    "annotator",
    "speaker",
    "article",
    "region",
    "layer",
    "quote",
    "quote_span",
    "quote_speaker",
    "journal_transaction",
    "journal_change",
];

const WORDS: &str = "SELECT key, (SELECT group_concat(text, ' … ') FROM \
    (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) FROM quote";
const INSERT_WORDS: &str = "INSERT INTO quote_fts (rowid, words) VALUES (?1, ?2)";

type Line = Vec<Value>;

/// The rows of a project, by table, with the statement that writes them.
pub struct Rows(Vec<(String, Vec<Line>)>);

impl Rows {
    pub fn of(path: &Path) -> Self {
        let project = Project::open(path);
        let mut rows: Vec<_> = TABLES
            .iter()
            .map(|table| {
                let lines = project.lines(&format!("SELECT * FROM {table}"), &[]);
                let columns = lines.first().map_or(1, Vec::len);
                (insert(table, columns), lines)
            })
            .collect();
        rows.push((INSERT_WORDS.to_owned(), project.lines(WORDS, &[])));
        Self(rows)
    }

    pub fn assert_same(&self, other: &Self) {
        for ((table, ours), (_, theirs)) in self.0.iter().zip(&other.0) {
            assert!(ours == theirs, "both projects hold the same: {table}");
        }
    }
}

fn insert(table: &str, columns: usize) -> String {
    format!("INSERT INTO {table} VALUES ({})", vec!["?"; columns].join(", "))
}

fn line(row: &Row<'_>, columns: usize) -> rusqlite::Result<Line> {
    (0..columns).map(|column| row.get(column)).collect()
}

/// What one edit wrote.
pub struct Step {
    pub seq: i64,
    is_new: bool,
    tables: HashMap<&'static str, Vec<Line>>,
    words: Line,
}

/// A project as plain SQL sees it.
pub struct Project {
    pub(crate) sql: Connection,
}

impl Project {
    pub fn open(path: &Path) -> Self {
        let sql = Connection::open(path).unwrap();
        sql.pragma_update(None, "journal_mode", "WAL").unwrap();
        sql.pragma_update(None, "synchronous", "FULL").unwrap();
        sql.pragma_update(None, "foreign_keys", true).unwrap();
        sql.set_prepared_statement_cache_capacity(128);
        Self { sql }
    }

    fn lines(&self, query: &str, params: &[&dyn rusqlite::ToSql]) -> Vec<Line> {
        let mut statement = self.sql.prepare_cached(query).unwrap();
        let columns = statement.column_count();
        let lines = statement.query_map(params, |row| line(row, columns)).unwrap();
        lines.map(Result::unwrap).collect()
    }

    /// All rows, in one transaction.
    pub fn write(&mut self, rows: &Rows) {
        let sql = self.sql.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        for (query, lines) in &rows.0 {
            let mut statement = sql.prepare(query).unwrap();
            for line in lines {
                write(&mut statement, line);
            }
        }
        sql.commit().unwrap();
    }

    pub fn last_seq(&self) -> i64 {
        self.sql.query_row("SELECT max(seq) FROM journal_transaction", [], |row| row.get(0)).unwrap()
    }

    /// The rows that the edit after this number wrote.
    pub fn step_after(&self, seq: i64) -> Step {
        let seq = seq + 1;
        let (id, is_new): (String, bool) = self
            .sql
            .query_row(
                "SELECT entity_id, before IS NULL FROM journal_change WHERE transaction_seq = ?1 AND entity = 'quote'",
                [seq],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .unwrap();
        let read = |query: &str, key: &dyn rusqlite::ToSql| self.lines(query, &[key]);
        let tables = HashMap::from([
            ("quote", read("SELECT * FROM quote WHERE id = ?1", &id)),
            ("quote_span", read("SELECT * FROM quote_span WHERE quote_id = ?1", &id)),
            ("quote_speaker", read("SELECT * FROM quote_speaker WHERE quote_id = ?1", &id)),
            (
                "layer",
                read(
                    "SELECT layer.* FROM journal_change CROSS JOIN layer ON article_id = substr(entity_id, 1, 36) \
                     AND annotator_id = substr(entity_id, 38) WHERE transaction_seq = ?1 AND entity = 'layer'",
                    &seq,
                ),
            ),
            ("journal_transaction", read("SELECT * FROM journal_transaction WHERE seq = ?1", &seq)),
            ("journal_change", read("SELECT * FROM journal_change WHERE transaction_seq = ?1", &seq)),
        ]);
        let words = read(&format!("{WORDS} WHERE id = ?1"), &id).remove(0);
        Step { seq, is_new, tables, words }
    }

    /// Reads an article with its quotes, as opening it does: what an edit
    /// then touches is in the cache of both.
    pub fn read(&self, article: &str) {
        for table in [
            "article WHERE id",
            "region WHERE article_id",
            "layer WHERE article_id",
            "quote WHERE article_id",
        ] {
            self.lines(&format!("SELECT * FROM {table} = ?1"), &[&article]);
        }
        for table in ["quote_span", "quote_speaker"] {
            let query = format!(
                "SELECT {table}.* FROM quote JOIN {table} ON quote_id = quote.id WHERE article_id = ?1"
            );
            self.lines(&query, &[&article]);
        }
    }

    /// The bare commit of an edit's rows.
    pub fn commit(&mut self, step: &Step) {
        let sql = self.sql.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        let put = |table: &str, query: &str| {
            let mut statement = sql.prepare_cached(query).unwrap();
            step.tables[table].iter().for_each(|line| write(&mut statement, line));
        };
        put("layer", "INSERT OR REPLACE INTO layer VALUES (?, ?, ?, ?, ?, ?, ?)");
        let quote = &step.tables["quote"][0];
        let (key, id) = (&quote[0], &quote[1]);
        if step.is_new {
            put("quote", "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            put("quote_speaker", "INSERT INTO quote_speaker VALUES (?, ?, ?, ?)");
        } else {
            sql.prepare_cached(
                "UPDATE quote SET annotator_id = ?4, external_id = ?5, type = ?6, medium = ?7, mention = ?8, \
                 parent_id = ?9, attributes = ?10, note = ?11, status = ?12, updated_at = ?15, updated_by = ?16, \
                 origin = ?17 WHERE id = ?2 AND key = ?1 AND article_id = ?3 AND created_at = ?13 AND created_by IS ?14",
            )
            .unwrap()
            .execute(params_from_iter(quote))
            .unwrap();
            sql.prepare_cached("DELETE FROM quote_span WHERE quote_id = ?1").unwrap().execute([id]).unwrap();
            sql.prepare_cached("DELETE FROM quote_fts WHERE rowid = ?1").unwrap().execute([key]).unwrap();
        }
        put("quote_span", "INSERT INTO quote_span VALUES (?, ?, ?, ?, ?, ?)");
        write(&mut sql.prepare_cached(INSERT_WORDS).unwrap(), &step.words);
        put("journal_transaction", "INSERT INTO journal_transaction VALUES (?, ?, ?, ?, ?, ?)");
        put("journal_change", "INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        sql.commit().unwrap();
    }
}

fn write(statement: &mut Statement<'_>, line: &Line) {
    statement.execute(params_from_iter(line)).unwrap();
}
