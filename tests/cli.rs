//! The real program on the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A folder to work in, with a project.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.ok(&["new", "p.kutip"]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_kutip"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// Runs a command that must end with this status; returns what it said on
    /// standard output and on standard error.
    fn ends(&self, arguments: &[&str], status: i32) -> (String, String) {
        let output = self.run(arguments);
        let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (out, err) = (words(output.stdout), words(output.stderr));
        assert_eq!(output.status.code(), Some(status), "{arguments:?}\n{out}\n{err}");
        (out, err)
    }

    fn ok(&self, arguments: &[&str]) -> String {
        self.ends(arguments, 0).0
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.ok(arguments)).unwrap()
    }

    fn count(&self, what: &str) -> u64 {
        self.json(&["stats", "p.kutip", "--json"])[what].as_u64().unwrap()
    }

    fn export(&self, project: &str, format: &str) -> String {
        self.ok(&["export", project, "--format", format])
    }
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

const PAGE: &str = "Kapal Tiba di Teluk Arum\n\nKabar Pagi - 02/05/2023, 08:15 WIB\n\nARUM, KABAR PAGI - Sebuah kapal bantuan tiba di pelabuhan pada Selasa pagi.\n\n\"Kami sudah menunggu sejak lama,\" kata Sinta Dewi di dermaga.\n\nBongkar muat berlangsung sampai malam hari.\n";

#[test]
fn a_project_goes_all_the_way() {
    let desk = Desk::new();
    desk.write("page.txt", PAGE);
    let said = desk.ok(&["import", "p.kutip", "page.txt"]);
    assert!(said.contains("1 article imported") && said.contains("Kabar Pagi"), "{said}");
    assert_eq!(desk.count("articles"), 1);
    let hits = desk.ok(&["search", "p.kutip", "KAPAL", "bantu", "--json"]);
    let hit: Value = serde_json::from_str(hits.lines().next().unwrap()).unwrap();
    assert_eq!(hit["article"]["title"], "Kapal Tiba di Teluk Arum");
    assert!(desk.ok(&["check", "p.kutip"]).contains("as it should be"));
    desk.ok(&["backup", "p.kutip", "copy.kutip"]);
    assert_eq!(desk.export("p.kutip", "articles-jsonl"), desk.export("copy.kutip", "articles-jsonl"));
    desk.ok(&["export", "p.kutip", "--format", "csv", "--out", "quotes.csv"]);
    assert!(fs::read_to_string(desk.path("quotes.csv")).unwrap().contains("content"));
    let formats = desk.json(&["formats", "--json"]);
    let names: Vec<&str> =
        formats.as_array().unwrap().iter().map(|format| format["name"].as_str().unwrap()).collect();
    for name in ["articles-jsonl", "csv", "html", "markdown", "quotes-jsonl", "text"] {
        assert!(names.contains(&name), "{names:?}");
    }
}

#[test]
fn wrong_usage_ends_with_two_and_says_what_there_is() {
    let desk = Desk::new();
    let check = |arguments: &[&str], words: &str| {
        let (_, err) = desk.ends(arguments, 2);
        assert!(err.contains(words), "{arguments:?}: {err}");
    };
    check(&["export", "p.kutip", "--format", "word"], "articles-jsonl, csv, quotes-jsonl");
    check(&["export", "p.kutip", "--format", "csv", "--annotator", "Nobody"], "called “Nobody”");
    check(&["export", "p.kutip", "--format", "csv", "--status", "finished"], "in_progress");
    check(&["import", "p.kutip", ".", "--format", "word"], "no format called “word”");
    check(&["import", "p.kutip"], "PATHS");
    check(&["export", "p.kutip"], "--format");
}

#[test]
fn a_mistyped_command_is_not_taken_for_a_project() {
    let desk = Desk::new();
    for (arguments, hint) in [
        (&["chek", "p.kutip"][..], "Did you mean “kutip check”?"),
        (&["improt"], "Did you mean “kutip import”?"),
        (&["xyzzy"], "The commands are new, import"),
    ] {
        let (out, err) = desk.ends(arguments, 2);
        assert!(out.is_empty(), "{out}");
        let word = arguments[0];
        assert!(err.contains(&format!("neither a command nor a project called “{word}”")), "{err}");
        assert!(err.contains(hint), "{err}");
    }
    let (_, err) = desk.ends(&["check"], 2);
    assert!(err.contains("<PROJECT>"), "{err}");
}

#[test]
fn an_import_is_its_annotators_and_a_missing_folder_is_named() {
    let desk = Desk::new();
    let line = r#"{"text":"He said “no”.","quotes":[{"type":"direct","content":[{"start":8,"end":12,"text":"“no”"}],"parent":"gone"}]}"#;
    desk.write("a.jsonl", line);
    desk.write("b.jsonl", r#"{"text":"Another."}"#);
    let (_, err) = desk.ends(&["import", "p.kutip", "a.jsonl", "b.jsonl", "--annotator", "Ani"], 1);
    assert!(err.contains("a.jsonl: line 1") && err.contains("gone"), "{err}");
    let project = kutip::workspace::Workspace::open(
        &desk.path("p.kutip"),
        kutip::edit::Origin::CommandLine,
        std::time::Duration::from_secs(1),
    )
    .unwrap();
    let ani = project.registry().annotator_named("Ani").unwrap();
    let (_, entry) = project.journal_after(0).unwrap().pop().unwrap();
    assert_eq!(entry.author, Some(ani.id));
    let id = project.article_ids().unwrap()[0];
    let article = project.read_article(id).unwrap().unwrap().article;
    assert_eq!(article.stamp.created_by, Some(ani.id));
    let (_, err) = desk.ends(&["export", "p.kutip", "--format", "csv", "--out", "nowhere/q.csv"], 1);
    assert!(err.contains("nowhere/q.csv can't be written: there is no folder nowhere"), "{err}");
}

#[test]
fn projects_that_cannot_be_used_say_why() {
    let desk = Desk::new();
    desk.write("words.kutip", "only words");
    desk.write("empty.kutip", "");
    fs::create_dir(desk.path("folder.kutip")).unwrap();
    desk.ok(&["new", "newer.kutip"]);
    let sql = rusqlite::Connection::open(desk.path("newer.kutip")).unwrap();
    sql.pragma_update(None, "user_version", 999).unwrap();
    drop(sql);
    let other = rusqlite::Connection::open(desk.path("other.kutip")).unwrap();
    other.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    drop(other);
    let check = |project: &str, words: &str| {
        let (_, err) = desk.ends(&["stats", project], 1);
        assert!(err.contains(words), "{project}: {err}");
    };
    check("words.kutip", "is not a Kutip project");
    check("empty.kutip", "the file is empty");
    check("other.kutip", "another program");
    check("folder.kutip", "is a folder");
    check("newer.kutip", "newer Kutip");
    check("none.kutip", "There is no project");
    let (_, err) = desk.ends(&["new", "p.kutip"], 1);
    assert!(err.contains("exists already"), "{err}");
}

#[test]
fn files_that_cannot_be_read_are_left_out_and_told() {
    let desk = Desk::new();
    desk.write("empty.txt", "");
    desk.write("binary.txt", b"\x7fELF\0\0\0\0\x01\x02");
    desk.write("good.txt", PAGE);
    fs::create_dir(desk.path("bare")).unwrap();
    let large = fs::File::create(desk.path("large.txt")).unwrap();
    large.set_len(200 * 1024 * 1024).unwrap();
    drop(large);
    let (out, err) = desk.ends(
        &["import", "p.kutip", "empty.txt", "binary.txt", "large.txt", "bare", "none.txt", "good.txt"],
        1,
    );
    assert!(out.contains("1 article imported") && out.contains("5 things left out"), "{out}");
    for words in [
        "empty.txt: the file is empty",
        "binary.txt: this is",
        "large.txt: the file has 209715200 bytes",
        "bare: there is no article in this folder",
        "none.txt: there is no such file",
    ] {
        assert!(err.contains(words), "{words}: {err}");
    }
    assert_eq!(desk.count("articles"), 1);
}

#[test]
fn pages_that_are_odd_are_read_and_the_oddity_told() {
    let desk = Desk::new();
    let latin: Vec<u8> = "Café rouvert\n\nLe café de la gare a rouvert ses portes, a annoncé la mairie, qui espère un été animé.\n"
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    desk.write("latin.txt", latin);
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(PAGE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    desk.write("utf16.txt", utf16);
    desk.write("cut.html", "<html><head><title>Cut</title></head><body><p>The bridge was closed on Monday, the council said, and it will stay closed.</p><p>Repairs were to beg");
    desk.write("deep.html", format!("<html><body>{}<p>At the bottom.</p>", "<div>".repeat(20_000)));
    let (out, err) = desk.ends(&["import", "p.kutip", "latin.txt", "utf16.txt", "cut.html", "deep.html"], 0);
    assert!(out.contains("4 articles imported"), "{out}");
    for words in [
        "latin.txt: The file is not UTF-8",
        "utf16.txt: The file is not UTF-8",
        "cut.html: The page ends in the middle",
        "deep.html:",
    ] {
        assert!(err.contains(words), "{words}: {err}");
    }
    assert!(desk.export("p.kutip", "articles-jsonl").contains("Café rouvert"));
    desk.ok(&["check", "p.kutip"]);
}

#[test]
fn lines_and_spans_that_are_wrong_are_named_and_the_rest_goes_in() {
    let desk = Desk::new();
    let quote = |start: usize, end: usize, text: &str| {
        format!(
            r#"{{"type":"direct","annotator":"Ana","content":[{{"start":{start},"end":{end},"text":"{text}"}}]}}"#
        )
    };
    let quotes = [quote(0, 4, "Satu"), quote(0, 4, "Dua!"), quote(5, 900, "tiga")].join(",");
    desk.write(
        "records.jsonl",
        format!("{{\"text\":\"Pertama sekali.\"}}\n{{broken\n{{\"text\":\"Satu dua tiga.\",\"quotes\":[{quotes}]}}\n"),
    );
    let (_, err) = desk.ends(&["import", "p.kutip", "records.jsonl"], 1);
    for words in [
        "line 2",
        "line 3, quote 2",
        "the article has “Satu” there, the record says “Dua!”",
        "line 3, quote 3",
        "the article ends at 14",
    ] {
        assert!(err.contains(words), "{words}: {err}");
    }
    assert_eq!((desk.count("articles"), desk.count("quotes")), (2, 1));
}

#[test]
fn what_may_not_be_written_is_refused_whole() {
    let desk = Desk::new();
    desk.write("page.txt", PAGE);
    let holder = rusqlite::Connection::open(desk.path("p.kutip")).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (_, err) = desk.ends(&["import", "p.kutip", "page.txt"], 1);
    assert!(err.contains("Another program is writing"), "{err}");
    holder.execute_batch("ROLLBACK").unwrap();
    drop(holder);

    let mut mode = fs::metadata(desk.path("p.kutip")).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(desk.path("p.kutip"), mode.clone()).unwrap();
    let (_, err) = desk.ends(&["import", "p.kutip", "page.txt"], 1);
    assert!(err.contains("can only be read"), "{err}");
    assert_eq!(desk.count("articles"), 0);

    fs::create_dir(desk.path("closed")).unwrap();
    let mut mode = fs::metadata(desk.path("closed")).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(desk.path("closed"), mode).unwrap();
    let (_, err) = desk.ends(&["new", "closed/new.kutip"], 1);
    assert!(err.contains("can only be read"), "{err}");
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let desk = Desk::new();
    desk.write("page.txt", PAGE);
    desk.ok(&["import", "p.kutip", "page.txt"]);
    let journal = || {
        let sql = rusqlite::Connection::open(desk.path("p.kutip")).unwrap();
        sql.query_row("SELECT count(*) FROM journal_change", [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let before = (journal(), desk.export("p.kutip", "articles-jsonl"));
    let said = desk.ok(&["import", "p.kutip", "page.txt", "--annotator", "Ana"]);
    assert!(said.contains("1 article was here already"), "{said}");
    assert_eq!((journal(), desk.export("p.kutip", "articles-jsonl")), before);
}

#[test]
fn a_failed_export_leaves_the_old_file() {
    let desk = Desk::new();
    let sample = root("assets/sample/articles.jsonl");
    desk.ok(&["import", "p.kutip", sample.to_str().unwrap(), "--annotator", "Ana"]);
    desk.write("out.jsonl", "what was there");
    let sql = rusqlite::Connection::open(desk.path("p.kutip")).unwrap();
    sql.execute("UPDATE quote_span SET text = 'other words' WHERE role = 'cue'", []).unwrap();
    drop(sql);
    let (_, err) = desk.ends(&["export", "p.kutip", "--format", "quotes-jsonl", "--out", "out.jsonl"], 1);
    assert!(err.contains("the record says “other words”"), "{err}");
    assert_eq!(fs::read_to_string(desk.path("out.jsonl")).unwrap(), "what was there");
    let (out, _) = desk.ends(&["check", "p.kutip"], 1);
    assert!(out.contains("cue"), "{out}");
}

#[test]
fn records_come_back_byte_for_byte() {
    let desk = Desk::new();
    // 👩‍👩‍👧 and 𝔄 lie outside the BMP, é is e and a combining accent; the
    // second text is right to left, the third has CRLF line ends.
    let quote = |id: u32, annotator: &str, quote_type: &str, pieces: &[(usize, usize)], parent: &str| {
        let pieces: Vec<String> =
            pieces.iter().map(|(start, end)| format!("{{\"start\":{start},\"end\":{end}}}")).collect();
        format!(
            "{{\"id\":\"01920000-0000-7000-8000-0000000000{id:02}\",\"type\":\"{quote_type}\",\"annotator\":\"{annotator}\",\"content\":[{}],\"parent\":{parent},\"speakers\":[{{\"name\":\"Re\u{301}mi\"}}],\"attributes\":{{\"tone\":0.1}},\"note\":\"n\\n\"}}",
            pieces.join(",")
        )
    };
    let outer = quote(10, "Ana", "indirect", &[(0, 12)], "null");
    let inner = quote(11, "Ana", "direct", &[(2, 5), (7, 9)], "\"01920000-0000-7000-8000-000000000010\"");
    let other = quote(12, "Budi", "mixed", &[(1, 3)], "null");
    let claims = "[{\"annotator\":\"Ana\",\"quote\":\"01920000-0000-7000-8000-000000000011\",\"statement\":\"x\",\"claimants\":[{\"name\":\"Budi S\"}]},{\"annotator\":\"Budi\",\"spans\":[{\"start\":0,\"end\":4}],\"worthiness\":\"check_worthy\"}]";
    desk.write(
        "in.jsonl",
        format!(
            "{{\"text\":\"a👩‍👩‍👧b𝔄 e\u{301}cole, dit-il.\",\"title\":\"T\",\"quotes\":[{outer},{inner},{other}],\"claims\":{claims}}}\n\
             {{\"text\":\"قال الرئيس إن الاتفاق ممتاز\",\"id\":\"old-7\",\"quotes\":[{{\"type\":\"direct\",\"annotator\":\"Ana\",\"content\":[{{\"start\":4,\"end\":10}}]}}]}}\n\
             {{\"text\":\"Satu.\\r\\nDua kata.\\r\\n\",\"quotes\":[{{\"type\":\"direct\",\"annotator\":\"Budi\",\"content\":[{{\"start\":7,\"end\":10,\"text\":\"Dua\"}}]}}]}}\n"
        ),
    );
    desk.ok(&["import", "p.kutip", "in.jsonl"]);
    assert_eq!(
        (desk.count("articles"), desk.count("quotes"), desk.count("claims"), desk.count("annotators")),
        (3, 5, 2, 2)
    );
    let sample = root("assets/sample/articles.jsonl");
    desk.ok(&["import", "p.kutip", sample.to_str().unwrap(), "--annotator", "Cici"]);
    let first = desk.export("p.kutip", "articles-jsonl");
    desk.write("a.jsonl", &first);
    desk.ok(&["new", "b.kutip"]);
    desk.ok(&["import", "b.kutip", "a.jsonl"]);
    assert_eq!(desk.export("b.kutip", "articles-jsonl"), first);
    for project in ["p.kutip", "b.kutip"] {
        desk.ok(&["check", project]);
    }

    // Quotes alone, onto the articles alone.
    let quotes = desk.export("p.kutip", "quotes-jsonl");
    let bare: Vec<String> = first
        .lines()
        .map(|line| {
            let mut article: Value = serde_json::from_str(line).unwrap();
            for key in ["quotes", "claims", "layers"] {
                article.as_object_mut().unwrap().remove(key);
            }
            article.to_string()
        })
        .collect();
    desk.write("bare.jsonl", bare.join("\n"));
    desk.write("quotes.jsonl", &quotes);
    desk.ok(&["new", "c.kutip"]);
    desk.ok(&["import", "c.kutip", "bare.jsonl", "quotes.jsonl"]);
    assert_eq!(desk.export("c.kutip", "quotes-jsonl"), quotes);
}

#[test]
fn the_reference_article_and_one_of_its_shape() {
    let check = |path: &Path, title: &str, publisher: &str, published: &str, dateline: &str, body: u64| {
        if !path.exists() {
            eprintln!("SKIPPED: the reference article is not at {}", path.display());
            return;
        }
        let desk = Desk::new();
        let report = desk.json(&["import", "p.kutip", path.to_str().unwrap(), "--json"]);
        let article = &report["articles"][0];
        assert_eq!(article["title"], title);
        assert_eq!(article["publisher"], publisher);
        assert_eq!(article["published_at"], published);
        assert_eq!(article["language"], "id");
        assert_eq!(article["dateline"], dateline);
        let expected = [("caption", 1), ("credit", 1), ("related_link", 2), ("headline", 1), ("body", body)];
        for (kind, number) in expected {
            assert_eq!(article["regions"][kind], number, "{kind}");
        }
        let record: Value = serde_json::from_str(&desk.export("p.kutip", "articles-jsonl")).unwrap();
        assert_eq!(record["text"], fs::read_to_string(path).unwrap(), "the text is the file's");
        assert_eq!(record["id"], article["id"]);
    };
    check(
        &root("../shared/seeds/000_ed5145d0c32323f7.txt"),
        "Dalam Pertemuan Bersejarah, Ini yang Dibicarakan Putin dan Kim Jong Un",
        "Kompas.com",
        "2019-04-25T12:17:00+07:00",
        "VLADIVOSTOK",
        12,
    );
    check(
        &root("tests/fixtures/pages/nusapagi.txt"),
        "Rapat Perdana Dua Pemimpin, Ini yang Dibahas Gubernur Laras dan Wali Kota Bram",
        "Nusapagi.com",
        "2024-03-11T14:05:00+08:00",
        "TANJUNG ARUM",
        9,
    );
}

/// Through links in a folder of the test's own: an export that renamed over
/// what it was given would replace the link, never what it leads to.
#[cfg(unix)]
#[test]
fn an_export_replaces_neither_links_nor_devices() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};

    let desk = Desk::new();
    let sample = root("assets/sample/articles.jsonl");
    desk.ok(&["import", "p.kutip", sample.to_str().unwrap(), "--annotator", "Ana"]);
    let is_link = |name: &str| fs::symlink_metadata(desk.path(name)).unwrap().is_symlink();

    desk.write("quotes.csv", "what was there");
    fs::set_permissions(desk.path("quotes.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink(desk.path("quotes.csv"), desk.path("link.csv")).unwrap();
    desk.ok(&["export", "p.kutip", "--format", "csv", "--out", "link.csv"]);
    assert!(is_link("link.csv"));
    assert_eq!(fs::read_to_string(desk.path("quotes.csv")).unwrap(), desk.export("p.kutip", "csv"));
    let mode = fs::metadata(desk.path("quotes.csv")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640, "the old file's mode is kept");

    if fs::metadata("/dev/full").is_ok_and(|device| device.file_type().is_char_device()) {
        symlink("/dev/full", desk.path("full.csv")).unwrap();
        let (_, err) = desk.ends(&["export", "p.kutip", "--format", "csv", "--out", "full.csv"], 1);
        assert!(err.contains("No space left"), "{err}");
        assert!(is_link("full.csv"));
    } else {
        eprintln!("SKIPPED: this system has no /dev/full");
    }

    let mut mode = fs::metadata(desk.path("quotes.csv")).unwrap().permissions();
    mode.set_readonly(true);
    fs::set_permissions(desk.path("quotes.csv"), mode).unwrap();
    let (_, err) = desk.ends(&["export", "p.kutip", "--format", "csv", "--out", "quotes.csv"], 1);
    assert!(err.contains("write-protected"), "{err}");
}

#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let desk = Desk::new();
    let sample = root("assets/sample/articles.jsonl");
    desk.ok(&["import", "p.kutip", sample.to_str().unwrap(), "--annotator", "Ana"]);
    for format in ["articles-jsonl", "csv", "quotes-jsonl"] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_kutip"))
            .args(["export", "p.kutip", "--format", format])
            .current_dir(desk.folder.path())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{format}");
    }
}

#[test]
fn an_article_without_a_title_is_found_under_its_first_words() {
    let desk = Desk::new();
    desk.write("bare.jsonl", r#"{"text":"Perahu layar kembali.","regions":[]}"#);
    desk.ok(&["import", "p.kutip", "bare.jsonl"]);
    let hit: Value = serde_json::from_str(&desk.ok(&["search", "p.kutip", "layar", "--json"])).unwrap();
    assert_eq!(hit["article"]["title"], "Perahu layar kembali.");
}

#[test]
fn suggestions_are_printed_taken_over_once_and_judged() {
    let desk = Desk::new();
    let page = root("tests/fixtures/pages/nusapagi.txt");
    desk.ok(&["import", "p.kutip", page.to_str().unwrap()]);
    let lines = desk.ok(&["suggest", "p.kutip", "--json"]);
    let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = records.iter().find(|record| record["type"] == "direct").unwrap();
    assert_eq!(first["cue"][0]["text"], "katanya");
    assert_eq!(first["mention"], "clitic");
    assert_eq!(first["speakers"][0]["name"], "Laras Widyawati");
    assert_eq!(first["relay"][0]["text"], "Radio Arum");
    assert!(first["score"].as_f64().unwrap() > 0.5);
    assert_eq!(desk.count("quotes"), 0, "suggestions are no data");
    // The lines are records that can be brought in.
    desk.write("found.jsonl", &lines);
    desk.ok(&["import", "p.kutip", "found.jsonl"]);
    assert_eq!(desk.count("quotes"), records.len() as u64);
    let said = desk.ok(&["suggest", "p.kutip", "--accept", "--annotator", "Ana"]);
    assert_eq!(said, format!("{} suggestions accepted\n", records.len()));
    assert_eq!(
        desk.ok(&["suggest", "p.kutip", "--accept", "--annotator", "Ana"]),
        "0 suggestions accepted\n"
    );
    desk.ok(&["check", "p.kutip"]);
    for predicted in [&[][..], &["--predicted", "suggestions"], &["--predicted", "Ana", "--types", "direct"]]
    {
        let arguments = [&["evaluate", "p.kutip", "--gold", "Ana", "--json"], predicted].concat();
        let result = desk.json(&arguments);
        assert_eq!(result["articles"], 1);
        assert_eq!(result["content"]["strict"]["f1"], 1.0);
        assert_eq!(result["cue"]["overlap"]["recall"], 1.0);
        assert_eq!(result["speaker"]["accuracy"], 1.0);
        assert_eq!(result["by_type"]["direct"]["content"]["strict"]["f1"], 1.0);
    }
    assert!(desk.ok(&["evaluate", "p.kutip", "--gold", "Ana"]).contains("content, strict"));
    let check = |arguments: &[&str], words: &str| {
        let (_, err) = desk.ends(arguments, 2);
        assert!(err.contains(words), "{arguments:?}: {err}");
    };
    check(&["evaluate", "p.kutip", "--gold", "Nobody"], "called “Nobody”");
    check(&["evaluate", "p.kutip", "--gold", "Ana", "--types", "quick"], "direct, indirect, mixed");
    check(&["suggest", "p.kutip", "--annotator", "Nobody"], "called “Nobody”");
    check(&["suggest", "p.kutip", "--accept"], "--annotator");
}

#[cfg(unix)]
#[test]
fn a_program_outside_suggests_and_its_faults_are_told() {
    let desk = Desk::new();
    desk.write("a.jsonl", r#"{"text":"Ani said “no” twice.","language":"en"}"#);
    desk.ok(&["import", "p.kutip", "a.jsonl"]);
    let (_, err) = desk.ends(&["suggest", "p.kutip", "--outside"], 2);
    assert!(err.contains("names no program"), "{err}");
    let name = |script: &str, seconds: u64| {
        let mut workspace = kutip::workspace::Workspace::open(
            &desk.path("p.kutip"),
            kutip::edit::Origin::CommandLine,
            std::time::Duration::from_secs(1),
        )
        .unwrap();
        let value = serde_json::json!({"command": ["sh", "-c", script], "seconds": seconds});
        let key = kutip::workspace::program_key().to_owned();
        workspace.perform(&kutip::edit::Edit::SetSetting { key, value: Some(value) }).unwrap();
    };
    let quote =
        r#"{"type":"direct","content":[{"start":9,"end":13,"text":"“no”"}],"speakers":["Ani"],"score":0.25}"#;
    name(&format!("read -r article; echo '{quote}'"), 20);
    let line = desk.json(&["suggest", "p.kutip", "--outside", "--json"]);
    assert_eq!((line["content"][0]["text"].as_str(), line["score"].as_f64()), (Some("“no”"), Some(0.25)));
    assert_eq!(line["speakers"][0]["name"], "Ani");
    let fails = |script: &str, seconds, words: &str| {
        name(script, seconds);
        let (_, err) = desk.ends(&["suggest", "p.kutip", "--outside", "--json"], 1);
        assert!(err.contains(words), "{script}: {err}");
    };
    fails("sleep 30", 1, "longer than 1 s");
    fails("echo broken >&2; exit 3", 20, "failed: broken");
    fails("echo no record", 20, "line 1, column 2: this is not a record");
    fails(
        &format!("echo '{}'", quote.replace("\"start\":9", "\"start\":8")),
        20,
        "line 1, content 8–13: the article has",
    );
}
