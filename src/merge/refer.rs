//! What a thing can't be without.

use serde_json::Value;

use super::Key;
use crate::edit::EntityKind;

/// The things that a record refers to and that must be there with it.
#[must_use]
pub fn references(kind: EntityKind, record: &Value) -> Vec<Key> {
    use EntityKind::{Annotator, Article, Claim, Comment, Conflict, Decision, Layer, Quote, Speaker};
    let fields: &[(&str, EntityKind)] = match kind {
        Layer | Decision => &[("article", Article), ("annotator", Annotator)],
        Quote => &[
            ("article", Article),
            ("annotator", Annotator),
            ("parent", Quote),
            ("speakers", Speaker),
            ("addressee_speakers", Speaker),
            ("relay_speakers", Speaker),
        ],
        Claim => &[("article", Article), ("annotator", Annotator), ("quote", Quote), ("claimants", Speaker)],
        Comment => &[
            ("article", Article),
            ("annotator", Annotator),
            ("reply_to", Comment),
            ("resolved_by", Annotator),
        ],
        Annotator => &[("same_as", Annotator)],
        Speaker => &[("same_as", Speaker)],
        Conflict => &[("decided_by", Annotator)],
        Article | EntityKind::Setting | EntityKind::Merge => &[],
    };
    let stamp = [("created_by", Annotator), ("updated_by", Annotator)];
    let named = fields.iter().chain(&stamp).filter_map(|(field, kind)| Some((record.get(field)?, *kind)));
    named.flat_map(|(value, kind)| ids(value).into_iter().map(move |id| Key::new(kind, id))).collect()
}

fn ids(value: &Value) -> Vec<&str> {
    match value {
        Value::String(id) => vec![id],
        Value::Array(ids) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
