//! Signs: those of the reading faces, and Lucide's icons.

pub const DOT: &str = "·";
pub const ELLIPSIS: &str = "…";

pub const ARROW_DOWN: &str = "\u{e042}";
pub const ARROW_LEFT: &str = "\u{e048}";
pub const ARROW_RIGHT: &str = "\u{e049}";
pub const ARROW_UP: &str = "\u{e04a}";
pub const ARROW_UP_DOWN: &str = "\u{e37d}";
pub const BAN: &str = "\u{e051}";
pub const BOOK_OPEN: &str = "\u{e05f}";
pub const BOOKMARK: &str = "\u{e060}";
pub const CALENDAR: &str = "\u{e063}";
pub const CHART_COLUMN: &str = "\u{e2a3}";
pub const CHECK: &str = "\u{e06c}";
pub const CHEVRON_DOWN: &str = "\u{e06d}";
pub const CHEVRON_LEFT: &str = "\u{e06e}";
pub const CHEVRON_RIGHT: &str = "\u{e06f}";
pub const CHEVRON_UP: &str = "\u{e070}";
pub const CIRCLE_ALERT: &str = "\u{e077}";
pub const CIRCLE_CHECK: &str = "\u{e226}";
pub const CIRCLE_HELP: &str = "\u{e082}";
pub const CIRCLE_X: &str = "\u{e084}";
pub const CLOCK: &str = "\u{e087}";
pub const COLUMNS_2: &str = "\u{e098}";
pub const COPY: &str = "\u{e09e}";
pub const CORNER_DOWN_LEFT: &str = "\u{e0a1}";
pub const DOWNLOAD: &str = "\u{e0b2}";
pub const MORE: &str = "\u{e0b6}";
pub const EYE: &str = "\u{e0ba}";
pub const EYE_OFF: &str = "\u{e0bb}";
pub const FILE_PLUS: &str = "\u{e0c9}";
pub const FLAG: &str = "\u{e0d1}";
pub const FOLDER: &str = "\u{e0d7}";
pub const FOLDER_OPEN: &str = "\u{e247}";
pub const GIT_MERGE: &str = "\u{e0e4}";
pub const GLOBE: &str = "\u{e0e8}";
pub const HISTORY: &str = "\u{e1f5}";
pub const INFO: &str = "\u{e0f9}";
pub const KEYBOARD: &str = "\u{e284}";
pub const LANGUAGES: &str = "\u{e0fe}";
pub const LINK: &str = "\u{e102}";
pub const LIST: &str = "\u{e106}";
pub const LIST_FILTER: &str = "\u{e460}";
pub const LOCK: &str = "\u{e10b}";
pub const MENU: &str = "\u{e115}";
pub const MESSAGE_SQUARE: &str = "\u{e117}";
pub const MINUS: &str = "\u{e11c}";
pub const MONITOR: &str = "\u{e11d}";
pub const MOON: &str = "\u{e11e}";
pub const PALETTE: &str = "\u{e1dd}";
pub const PANEL_LEFT: &str = "\u{e12a}";
pub const PANEL_RIGHT: &str = "\u{e431}";
pub const PENCIL: &str = "\u{e1f9}";
pub const PLUS: &str = "\u{e13d}";
pub const QUOTE: &str = "\u{e239}";
pub const REDO_2: &str = "\u{e2a0}";
pub const REFRESH_CW: &str = "\u{e145}";
pub const ROTATE_CCW: &str = "\u{e148}";
pub const SEARCH: &str = "\u{e151}";
pub const SETTINGS: &str = "\u{e154}";
pub const SHARE_2: &str = "\u{e156}";
pub const SPARKLES: &str = "\u{e412}";
pub const SUN: &str = "\u{e178}";
pub const TAG: &str = "\u{e17f}";
pub const TRASH_2: &str = "\u{e18e}";
pub const TRIANGLE_ALERT: &str = "\u{e193}";
pub const TYPE: &str = "\u{e198}";
pub const UNDO_2: &str = "\u{e2a1}";
pub const UNLINK: &str = "\u{e19c}";
pub const UPLOAD: &str = "\u{e19e}";
pub const USER: &str = "\u{e19f}";
pub const USERS: &str = "\u{e1a4}";
pub const X: &str = "\u{e1b2}";

/// Every icon with its name in Lucide.
pub const ALL: &[(&str, &str)] = &[
    ("arrow-down", ARROW_DOWN),
    ("arrow-left", ARROW_LEFT),
    ("arrow-right", ARROW_RIGHT),
    ("arrow-up", ARROW_UP),
    ("arrow-up-down", ARROW_UP_DOWN),
    ("ban", BAN),
    ("book-open", BOOK_OPEN),
    ("bookmark", BOOKMARK),
    ("calendar", CALENDAR),
    ("chart-column", CHART_COLUMN),
    ("check", CHECK),
    ("chevron-down", CHEVRON_DOWN),
    ("chevron-left", CHEVRON_LEFT),
    ("chevron-right", CHEVRON_RIGHT),
    ("chevron-up", CHEVRON_UP),
    ("circle-alert", CIRCLE_ALERT),
    ("circle-check", CIRCLE_CHECK),
    ("circle-help", CIRCLE_HELP),
    ("circle-x", CIRCLE_X),
    ("clock", CLOCK),
    ("columns-2", COLUMNS_2),
    ("copy", COPY),
    ("corner-down-left", CORNER_DOWN_LEFT),
    ("download", DOWNLOAD),
    ("ellipsis", MORE),
    ("eye", EYE),
    ("eye-off", EYE_OFF),
    ("file-plus", FILE_PLUS),
    ("flag", FLAG),
    ("folder", FOLDER),
    ("folder-open", FOLDER_OPEN),
    ("git-merge", GIT_MERGE),
    ("globe", GLOBE),
    ("history", HISTORY),
    ("info", INFO),
    ("keyboard", KEYBOARD),
    ("languages", LANGUAGES),
    ("link", LINK),
    ("list", LIST),
    ("list-filter", LIST_FILTER),
    ("lock", LOCK),
    ("menu", MENU),
    ("message-square", MESSAGE_SQUARE),
    ("minus", MINUS),
    ("monitor", MONITOR),
    ("moon", MOON),
    ("palette", PALETTE),
    ("panel-left", PANEL_LEFT),
    ("panel-right", PANEL_RIGHT),
    ("pencil", PENCIL),
    ("plus", PLUS),
    ("quote", QUOTE),
    ("redo-2", REDO_2),
    ("refresh-cw", REFRESH_CW),
    ("rotate-ccw", ROTATE_CCW),
    ("search", SEARCH),
    ("settings", SETTINGS),
    ("share-2", SHARE_2),
    ("sparkles", SPARKLES),
    ("sun", SUN),
    ("tag", TAG),
    ("trash-2", TRASH_2),
    ("triangle-alert", TRIANGLE_ALERT),
    ("type", TYPE),
    ("undo-2", UNDO_2),
    ("unlink", UNLINK),
    ("upload", UPLOAD),
    ("user", USER),
    ("users", USERS),
    ("x", X),
];

#[cfg(test)]
mod tests {
    use egui::FontFamily;
    use egui::epaint::text::{Fonts, TextOptions};

    use super::ALL;
    use crate::gui::theme::{definitions, icon_font};

    #[test]
    fn the_icon_font_holds_the_listed_icons_and_no_others() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        let font = icon_font();
        assert!(matches!(font.family, FontFamily::Name(_)));
        let listed = include_str!("../../../assets/fonts/lucide.txt");
        let mut names = Vec::new();
        for line in listed.lines() {
            let (name, code) = line.split_once(' ').unwrap();
            let (_, sign) = ALL.iter().find(|(other, _)| *other == name).expect(name);
            assert_eq!(format!("{:04X}", u32::from(sign.chars().next().unwrap())), code, "{name}");
            assert!(fonts.has_glyphs(&font, sign), "the font lacks {name}");
            names.push(name);
        }
        assert_eq!(names.len(), ALL.len());
    }
}
