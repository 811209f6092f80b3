//! The formats that can be read and written, as one list.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::clean::Format;
use crate::format::{EXPORTERS, IMPORTERS};

/// What a format is for, and which way it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormatInfo {
    pub name: &'static str,
    pub about: &'static str,
    pub import: bool,
    pub export: bool,
}

/// Every format, by name.
#[must_use]
pub fn formats() -> Vec<FormatInfo> {
    let mut all: BTreeMap<&'static str, FormatInfo> = BTreeMap::new();
    let mut add = |name, about, export| {
        let info = all.entry(name).or_insert(FormatInfo { name, about, import: false, export: false });
        if export {
            info.export = true;
        } else {
            info.import = true;
        }
    };
    for format in Format::ALL {
        add(format.name(), about(*format), false);
    }
    for format in IMPORTERS {
        add(format.name(), format.about(), false);
    }
    for format in EXPORTERS {
        add(format.name(), format.about(), true);
    }
    all.into_values().collect()
}

const fn about(format: Format) -> &'static str {
    match format {
        Format::Text => "A page saved as plain text",
        Format::Html => "A page saved as HTML",
        Format::Markdown => "A page in Markdown, perhaps with front matter",
    }
}
