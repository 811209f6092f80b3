//! `kutip agree`.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

fn run(folder: &Path, arguments: &[&str], status: i32) -> (String, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_kutip")).args(arguments).current_dir(folder).output().unwrap();
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (out, err) = (words(output.stdout), words(output.stderr));
    assert_eq!(output.status.code(), Some(status), "{arguments:?}\n{out}\n{err}");
    (out, err)
}

const TEXT: &str = "\"We will go,\" Sinta said on Monday. \"Not today,\" Budi replied. Nobody else spoke.";

fn piece(words: &str) -> Value {
    let start = TEXT.find(words).unwrap();
    json!([{ "start": start, "end": start + words.len(), "text": words }])
}

fn quote(annotator: &str, content: &str, cue: &str, quote_type: &str, speaker: &str) -> Value {
    json!({ "annotator": annotator, "type": quote_type, "content": piece(content), "cue": piece(cue),
        "speakers": [{ "name": speaker }], "attributes": { "stance": "for" } })
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let both = [
        quote("Ana", "\"We will go,\"", "said", "direct", "Sinta"),
        quote("Ana", "\"Not today,\"", "replied", "direct", "Budi"),
        quote("Ben", "\"We will go,\"", "said", "direct", "Sinta"),
        quote("Ben", "Not today", "replied", "indirect", "Sinta"),
        quote("Ben", "Nobody else spoke", "spoke", "reported", "Budi"),
    ];
    let alone = [quote("Cici", "\"We will go,\"", "said", "direct", "Sinta")];
    let lines = [
        json!({ "text": TEXT, "quotes": both }),
        json!({ "text": format!("{TEXT} More."), "quotes": alone }),
    ];
    fs::write(folder.path().join("a.jsonl"), format!("{}\n{}\n", lines[0], lines[1])).unwrap();
    run(folder.path(), &["new", "p.kutip"], 0);
    run(folder.path(), &["import", "p.kutip", "a.jsonl", "--format", "articles-jsonl"], 0);
    folder
}

#[test]
fn agreement_is_printed_as_json() {
    let folder = project();
    let (said, _) = run(folder.path(), &["agree", "p.kutip", "--json"], 0);
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["annotators"], json!(["Ana", "Ben", "Cici"]));
    assert_eq!(said["articles"], 1);
    let pair = &said["pairs"][0];
    assert_eq!((&pair["a"], &pair["b"], &pair["articles"]), (&json!("Ana"), &json!("Ben"), &json!(1)));
    assert_eq!(
        pair["content"],
        json!({ "strict_f1": 0.4, "overlap_f1": 0.8, "agr_ab": 1.0, "agr_ba": 2.0 / 3.0 })
    );
    assert_eq!(pair["cue"]["strict_f1"], 0.8);
    assert_eq!(pair["source"]["strict_f1"], 1.0);
    assert_eq!(pair["type"], json!({ "kappa": 0.0, "n": 2 }));
    assert_eq!(pair["speaker"], json!({ "kappa": 0.0, "accuracy": 0.5, "n": 2 }));
    let of_pair = &said["intervals"]["pairs"][0];
    assert_eq!(of_pair["attributes"]["stance"]["kappa"]["value"], 1.0);
    assert_eq!(of_pair["by_type"]["direct"]["strict_f1"]["value"], 2.0 / 3.0);
    assert_eq!(of_pair["type"]["accuracy"]["value"], 0.5);
    assert_eq!(said["pairs"][1]["content"]["strict_f1"], Value::Null);
    let all = &said["all"];
    for key in ["fleiss_type", "alpha_type", "alpha_token", "alpha_u", "u_alpha", "cu_alpha"] {
        assert!(all[key].is_f64(), "{key}: {}", all[key]);
    }
    assert!(all["gamma"]["value"].is_f64() && all["gamma"]["precision"].is_f64());
    // One article says nothing of how articles vary.
    let strict = json!({ "value": 0.4, "low": null, "high": null, "n": 5 });
    assert_eq!(of_pair["content"]["strict_f1"], strict);
    let (again, _) = run(folder.path(), &["agree", "p.kutip", "--json", "--annotators", "Ben,Ana"], 0);
    let again: Value = serde_json::from_str(&again).unwrap();
    assert_eq!(again["annotators"], json!(["Ben", "Ana"]));
    assert_eq!(again["pairs"][0]["content"]["agr_ba"], 1.0);
    assert_eq!(again["all"]["alpha_token"], all["alpha_token"]);
    let (short, _) = run(folder.path(), &["agree", "p.kutip", "--json", "--no-gamma"], 0);
    assert_eq!(serde_json::from_str::<Value>(&short).unwrap()["all"]["gamma"], Value::Null);
}

#[test]
fn the_report_has_the_same_gamma() {
    let folder = project();
    let (said, _) = run(folder.path(), &["agree", "p.kutip", "--json"], 0);
    let said: Value = serde_json::from_str(&said).unwrap();
    let (page, _) = run(folder.path(), &["export", "p.kutip", "--format", "review-html", "--out", "-"], 0);
    let gamma = &said["all"]["gamma"];
    let value = format!("<td>γ</td><td class=\"number\">{:.3}</td>", gamma["value"].as_f64().unwrap());
    let precision = format!("γ is known to ±{:.4}", gamma["precision"].as_f64().unwrap());
    assert!(page.contains(&value) && page.contains(&precision), "{gamma} {page}");
}

/// A value with its numbers, names and lists made alike.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        Value::Array(list) => list.first().map_or(json!([]), |first| json!([shape(first)])),
        Value::String(_) => json!("…"),
        _ => json!("x"),
    }
}

/// The shape that other programs read, key for key.
#[test]
fn the_json_has_just_these_keys() {
    let folder = project();
    let (said, _) = run(folder.path(), &["agree", "p.kutip", "--json"], 0);
    let mut said: Value = serde_json::from_str(&said).unwrap();
    assert!(said["intervals"].is_object());
    said["intervals"] = json!({});
    let spans = json!({ "strict_f1": "x", "overlap_f1": "x", "agr_ab": "x", "agr_ba": "x" });
    assert_eq!(
        shape(&said),
        json!({
            "annotators": ["…"],
            "articles": "x",
            "pairs": [{
                "a": "…", "b": "…", "articles": "x",
                "content": spans, "cue": spans, "source": spans,
                "type": { "kappa": "x", "n": "x" },
                "speaker": { "kappa": "x", "accuracy": "x", "n": "x" },
            }],
            "all": {
                "fleiss_type": "x", "alpha_type": "x", "alpha_token": "x", "alpha_u": "x", "u_alpha": "x",
                "cu_alpha": "x", "gamma": { "value": "x", "precision": "x" },
            },
            "intervals": {},
        })
    );
}

#[test]
fn agreement_is_printed_as_a_table_and_refuses_what_it_cannot_mean() {
    let folder = project();
    let (said, _) = run(folder.path(), &["agree", "p.kutip"], 0);
    assert!(said.contains("Ana and Ben, articles: 1"), "{said}");
    let (help, _) = run(folder.path(), &["agree", "--help"], 0);
    assert!(help.contains("Two who found nothing agree"), "{help}");
    assert!(said.contains("content strict F1") && said.contains("0.4000"), "{said}");
    for (arguments, words) in [
        (&["agree", "p.kutip", "--annotators", "Ana,Nobody"][..], "called “Nobody”"),
        (&["agree", "p.kutip", "--annotators", "Ana"], "name another one"),
        (&["agree", "p.kutip", "--gamma-precision", "0"], "greater than 0"),
    ] {
        let (_, err) = run(folder.path(), arguments, 2);
        assert!(err.contains(words), "{err}");
    }
    run(folder.path(), &["new", "empty.kutip"], 0);
    let (_, err) = run(folder.path(), &["agree", "empty.kutip"], 2);
    assert!(err.contains("two annotators"), "{err}");
}
