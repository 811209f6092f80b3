//! The tokens that are numbers: sizes, radii, spaces, times, type scale.

/// A multiple of the unit of space, four points.
#[must_use]
pub const fn space(units: u8) -> f32 {
    4.0 * units as f32
}

/// Sizes of parts, in points.
pub mod size {
    pub const TOP_BAR: f32 = 44.0;
    pub const STATUS_BAR: f32 = 26.0;
    pub const QUEUE: f32 = 252.0;
    pub const PANEL: f32 = 340.0;
    /// The bar above the article where words are looked for.
    pub const FIND: f32 = 40.0;
    pub const SCROLL_BAR: f32 = 8.0;
    /// The smallest target for a pointer.
    pub const HIT: f32 = 24.0;

    /// The window's first size, and the least it works in.
    pub const WINDOW: [f32; 2] = [1280.0, 800.0];
    pub const WINDOW_LEAST: [f32; 2] = [1024.0, 640.0];
    pub const PANEL_LEAST: f32 = 248.0;
    pub const PANEL_MOST: f32 = 520.0;
    pub const QUEUE_LEAST: f32 = 200.0;
    pub const QUEUE_MOST: f32 = 420.0;
    /// The settings, a line of them, its name; a command's key.
    pub const SETTINGS: f32 = 620.0;
    pub const SETTING: f32 = 40.0;
    pub const SETTING_NAME: f32 = 150.0;
    pub const KEY_CHOICE: f32 = 200.0;
    /// The tour's card, about its height, half its tip.
    pub const TOUR: f32 = 280.0;
    pub const TOUR_HEIGHT: f32 = 250.0;
    pub const ARROW: f32 = 8.0;
    /// A choice on a page without an article.
    pub const CHOICE: f32 = 230.0;
    /// A licence's room in About.
    pub const LICENCE: f32 = 220.0;
    /// The keys' column in the key help.
    pub const KEYS: f32 = 112.0;
    /// What stays of the window around their list.
    pub const KEYS_AROUND: f32 = 192.0;
    pub const MENU: f32 = 280.0;
    pub const POPUP: f32 = 440.0;
    pub const POPUP_WIDE: f32 = 760.0;
    /// The list of people, or of conflicts, in the popup for colleagues.
    pub const COLLEAGUES: f32 = 430.0;
    pub const PERSON: f32 = 150.0;
    pub const PROGRESS: f32 = 6.0;
    /// The list of what may have been missed.
    pub const MISSED: f32 = 640.0;
    pub const MISSED_LIST: f32 = 380.0;
    /// The room for the lines of a message.
    pub const DETAILS: f32 = 160.0;
    /// The search field in the top bar, and the bar's width below which only
    /// an icon is left of it.
    pub const SEARCH: f32 = 250.0;
    pub const BAR_NARROW: f32 = 860.0;
    /// The command palette, its list, a line of it, and how many lines a page
    /// is.
    pub const PALETTE: f32 = 600.0;
    pub const PALETTE_LIST: f32 = 400.0;
    pub const PALETTE_ROW: f32 = 32.0;
    pub const PALETTE_PAGE: usize = 10;
    pub const TAB: f32 = 42.0;
    /// An article in the queue: two lines of title, one of the rest.
    pub const QUEUE_ROW: f32 = 72.0;
    /// As many letters as the queue surely shows of a title.
    pub const TITLE_FITS: usize = 40;
    pub const QUOTE_ROW: f32 = 48.0;
    /// The column of names in a card, and a line of one.
    pub const CARD_LABEL: f32 = 82.0;
    pub const CARD_ROW: f32 = 28.0;
    /// A speaker's initials on their ground.
    pub const INITIALS: f32 = 26.0;
    /// A speaker in a list: the name, and what is known of them.
    pub const SPEAKER_ROW: f32 = 44.0;
    /// What stays free for other quotes below a long card.
    pub const ROWS_LEAST: f32 = 132.0;
    /// A case behind a number: its words, what everyone has, where.
    pub const CASE_ROW: f32 = 68.0;
    /// The page of numbers, a row of them, a plot.
    pub const NUMBERS: f32 = 720.0;
    pub const FIGURE_ROW: f32 = 40.0;
    pub const PLOT: f32 = 180.0;
    /// The names of the fields on a card of mode Review.
    pub const FIELD_LABEL: f32 = 66.0;
    /// A person's sign beside what they said.
    pub const AVATAR: f32 = 22.0;
    /// How many letters of a quote its card shows.
    pub const CARD_WORDS: usize = 420;
    /// How many speakers a card offers.
    pub const CANDIDATES: usize = 5;

    /// Left of the text, for paragraph numbers and the selected quote's bar.
    pub const GUTTER: f32 = 62.0;
    pub const GUTTER_LEAST: f32 = 36.0;
    /// Between a paragraph's number and its text.
    pub const NUMBER_GAP: f32 = 14.0;
    /// 66 to 72 characters of the reading face.
    pub const MEASURE: f32 = 508.0;
    /// Right of the text, for the speakers' names.
    pub const NAMES: f32 = 118.0;
    pub const NAMES_LEAST: f32 = 72.0;
    /// Narrower than this, the text has the room and names are left out.
    pub const COLUMN_LEAST: f32 = 220.0;
    pub const NAMES_GAP: f32 = 16.0;
    pub const NAMES_GAP_LEAST: f32 = 10.0;

    /// The selected quote's bar and how far left of the text it stands.
    pub const BAR: f32 = 3.0;
    pub const BAR_GAP: f32 = 14.0;
    /// An underline, and from one lane of them to the next.
    pub const UNDERLINE: f32 = 2.0;
    pub const LANE: f32 = 3.0;
    /// The same where many overlap: three lanes and a count still lie below
    /// the letters.
    pub const UNDERLINE_THIN: f32 = 1.0;
    pub const LANE_THIN: f32 = 2.0;
    /// What a usual line has below its letters for lanes.
    pub const LANE_ROOM: f32 = 6.0;
    pub const DASH: f32 = 6.0;
    pub const DASH_GAP: f32 = 3.0;
    pub const DOT: f32 = 2.0;
    pub const FRAME_DASH: f32 = 3.0;
    pub const CARET: f32 = 2.0;
    /// A claim's marker.
    pub const FLAG: f32 = 5.0;
    /// The corners around a claim in the article's own voice.
    pub const CORNER: f32 = 7.0;
    /// How far a name may stand below its line before it is counted instead.
    pub const NAME_PUSH: f32 = 96.0;
}

/// Widths of lines.
pub mod stroke {
    pub const HAIR: f32 = 1.0;
    pub const FOCUS: f32 = 2.0;
}

/// Radii of corners.
pub mod radius {
    pub const FRAME: u8 = 3;
    pub const KEY: u8 = 5;
    pub const FIELD: u8 = 7;
    pub const CARD: u8 = 10;
}

/// Shares of a colour.
pub mod alpha {
    /// Of black, from 0 to 255: what dims the window behind a popup.
    pub const BACKDROP: u8 = 48;
    /// A fine connector.
    pub const CONNECTOR: f32 = 0.4;
    /// The ground of the readings that are being decided.
    pub const READING: f32 = 0.1;
    /// Something that cannot be used now.
    pub const DISABLED: f32 = 0.45;
}

/// How much larger or smaller than the original size.
pub mod zoom {
    pub const STEP: f32 = 0.05;
    pub const LEAST: f32 = 0.75;
    pub const MOST: f32 = 2.0;
}

/// The size of the body text, in points.
pub mod reading {
    pub const STEP: f32 = 1.0;
    pub const LEAST: f32 = 13.0;
    pub const MOST: f32 = 24.0;
}

/// Times in seconds.
pub mod motion {
    pub const SHORT: f32 = 0.1;
    /// How long a message stays.
    pub const MESSAGE: f64 = 6.0;
    /// Half a caret's blink.
    pub const BLINK: f64 = 0.6;
    /// How long a caret blinks after the last move.
    pub const BLINK_FOR: f64 = 6.0;
}

/// Sizes and line heights of type, in points.
pub mod type_scale {
    /// One step of the scale.
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Step {
        pub size: f32,
        pub line: f32,
    }

    impl Step {
        /// The step so many times larger.
        #[must_use]
        pub fn scaled(self, by: f32) -> Self {
            Self { size: self.size * by, line: (self.line * by).round() }
        }
    }

    pub const READING: Step = Step { size: 16.0, line: 26.0 };
    pub const HEADLINE: Step = Step { size: 25.0, line: 31.0 };
    pub const CAPTION: Step = Step { size: 13.0, line: 20.0 };
    pub const CREDIT: Step = Step { size: 12.0, line: 18.0 };
    pub const QUOTE: Step = Step { size: 14.0, line: 21.0 };
    pub const UI: Step = Step { size: 13.0, line: 18.0 };
    pub const LABEL: Step = Step { size: 12.0, line: 17.0 };
    pub const SECOND: Step = Step { size: 11.5, line: 16.0 };
    pub const TINY: Step = Step { size: 9.5, line: 11.0 };
    pub const TITLE: Step = Step { size: 17.0, line: 24.0 };
    pub const ICON: Step = Step { size: 16.0, line: 16.0 };
    pub const ICON_SMALL: Step = Step { size: 14.0, line: 14.0 };
}
