//! The commands of mode Review.

use egui::Key;

use super::facts::{Facts, Group, HERE, Scope, alt, ctrl, none, or, plain, shift};
use super::need::Need::{Article, Writing};
use crate::gui::mode::Mode;
use crate::gui::review::{ReviewTab, letter};
use crate::gui::words::tr;

/// What can be asked of mode Review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReviewCommand {
    /// The next group to decide, quote to review or thread.
    Next,
    Previous,
    /// The version of the layer of this place, from 1, for the field in
    /// focus.
    Take(u8),
    /// None of the versions.
    Neither,
    /// One's own value: what is selected, or what a list offers.
    Own,
    /// The quote as it is.
    Accept,
    /// No such quote; with a reason.
    Reject,
    /// Every group whose readings agree.
    TakeAgreeing,
    NextField,
    PreviousField,
    /// Takes a decision back.
    Withdraw,
    Finish,
    Comment,
    /// The same on the whole article, whatever is selected.
    CommentOnArticle,
    /// Settles the thread on what is selected.
    Settle,
    Show(ReviewTab),
}

/// As many versions as a number key takes.
const VERSIONS: u8 = 6;

const REVIEW: Scope = Scope::In(Mode::Review);

impl ReviewCommand {
    /// All of them, in the order of the menu.
    pub fn all() -> impl Iterator<Item = Self> {
        let first = [Self::Next, Self::Previous].into_iter();
        let rest = [
            Self::Neither,
            Self::Own,
            Self::NextField,
            Self::PreviousField,
            Self::Accept,
            Self::Reject,
            Self::Withdraw,
            Self::TakeAgreeing,
            Self::Finish,
            Self::Comment,
            Self::CommentOnArticle,
            Self::Settle,
        ];
        let tabs = ReviewTab::ALL.iter().map(|tab| Self::Show(*tab));
        first.chain((1..=VERSIONS).map(Self::Take)).chain(rest).chain(tabs)
    }

    pub fn name(self) -> String {
        match self {
            Self::Take(number) => tr!("review-take", who = letter_of(number)),
            Self::Show(tab) => tr!("review-show", tab = tab.name()),
            _ => tr!(self.key()),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Next => "review-next",
            Self::Previous => "review-previous",
            Self::Neither => "review-take-neither",
            Self::Own => "review-edit",
            Self::Accept => "review-accept",
            Self::Reject => "review-reject",
            Self::TakeAgreeing => "review-take-agreeing",
            Self::NextField => "review-next-field",
            Self::PreviousField => "review-previous-field",
            Self::Withdraw => "review-withdraw",
            Self::Finish => "review-finish",
            Self::Comment => "review-comment",
            Self::CommentOnArticle => "review-comment-article",
            Self::Settle => "review-settle",
            Self::Take(_) | Self::Show(_) => "",
        }
    }

    pub(super) fn facts(self) -> Facts {
        let of = |keys, needs| Facts { group: Group::Review, scope: REVIEW, name: self.key(), keys, needs };
        match self {
            Self::Next => of(plain(Key::Tab), &[Article]),
            Self::Previous => of(shift(Key::Tab), &[Article]),
            Self::Take(number) => {
                of(Key::from_name(&number.to_string()).map_or_else(none, plain), &[Writing, Article])
            }
            Self::Neither => of(plain(Key::Num0), &[Writing, Article]),
            Self::Own => of(plain(Key::E), &[Writing, Article]),
            Self::Accept => of(or(plain(Key::A), plain(Key::Enter)), &[Writing, Article]),
            Self::Reject => of(plain(Key::X), &[Writing, Article]),
            Self::TakeAgreeing => of(shift(Key::Enter), &[Writing, Article]),
            Self::NextField => of(plain(Key::D), &[Article]),
            Self::PreviousField => of(shift(Key::D), &[Article]),
            Self::Withdraw => of(plain(Key::Delete), &[Writing, Article]),
            Self::Finish => of(ctrl(Key::Enter), &[Writing, Article]),
            Self::Comment => Facts { scope: HERE, ..of(plain(Key::M), &[Writing, Article]) },
            Self::CommentOnArticle => Facts { scope: HERE, ..of(shift(Key::M), &[Writing, Article]) },
            Self::Settle => of(plain(Key::R), &[Writing, Article]),
            Self::Show(tab) => of(tab_key(tab), &[Article]),
        }
    }
}

fn letter_of(number: u8) -> String {
    letter(usize::from(number).saturating_sub(1)).to_string()
}

/// Alt and the tab's place.
fn tab_key(tab: ReviewTab) -> Vec<egui::KeyboardShortcut> {
    let place = ReviewTab::ALL.iter().position(|other| *other == tab).map_or(0, |at| at + 1);
    Key::from_name(&place.to_string()).map_or_else(none, alt)
}
