//! The popups in which reviewers write: a comment, a reason.

use egui::{Key, Modifiers, Role, TextEdit, Ui, WidgetInfo};

use crate::gui::action::Action;
use crate::gui::panels::claims;
use crate::gui::panels::popups::field;
use crate::gui::review::{ReasonFor, ReviewAction};
use crate::gui::theme::{size, space};
use crate::gui::widgets::{dim, heading, key_cap, main_button};
use crate::gui::words::tr;
use crate::model::{Anchor, CommentId, Span};
use crate::workspace::Workspace;

/// Why something is rejected; Enter rejects, also without a word.
pub fn reason(ui: &mut Ui, of: &ReasonFor, words: &mut String) -> Vec<Action> {
    ui.set_width(size::POPUP);
    heading(ui, &tr!("review-why-rejected"));
    dim(ui, tr!("review-why-rejected-more"));
    ui.add_space(space(2));
    let entered = field(ui, words, &tr!("review-reason"));
    ui.add_space(space(2));
    let clicked = ui
        .horizontal(|ui| {
            let clicked = main_button(ui, &tr!("review-reject-short")).clicked();
            key_cap(ui, "Enter");
            clicked
        })
        .inner;
    if !(entered || clicked) {
        return Vec::new();
    }
    vec![Action::Review(ReviewAction::Reason(of.clone(), words.clone()))]
}

/// A comment: what it is about, and its words.
pub fn comment(
    ui: &mut Ui,
    workspace: &Workspace,
    (anchor, spans, reply_to): (Anchor, &[Span], Option<CommentId>),
    words: &mut String,
) -> Vec<Action> {
    ui.set_width(size::POPUP);
    let title = match (reply_to, anchor) {
        (Some(_), _) => tr!("review-answer"),
        (None, Anchor::Article) => tr!("review-comment-on-article"),
        (None, Anchor::Span) => tr!("review-comment-on-words"),
        (None, Anchor::Quote(_)) => tr!("review-comment-on-quote"),
        (None, Anchor::Claim(_)) => tr!("review-comment-on-claim"),
    };
    heading(ui, &title);
    if let Some(about) = about(workspace, anchor, spans, reply_to) {
        dim(ui, about);
    }
    ui.add_space(space(2));
    let send = ui.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Enter) || input.consume_key(Modifiers::COMMAND, Key::Enter)
    });
    let hint = tr!("review-comment-hint");
    let edit = TextEdit::multiline(words)
        .hint_text(&hint)
        .desired_rows(3)
        .desired_width(f32::INFINITY)
        .margin(egui::vec2(space(3), space(2)));
    let response = ui.add(edit);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
    if !response.has_focus() {
        response.request_focus();
    }
    ui.add_space(space(2));
    let clicked = ui
        .horizontal(|ui| {
            let clicked = main_button(ui, &tr!("review-post")).clicked();
            key_cap(ui, "Enter");
            clicked
        })
        .inner;
    if (send || clicked) && !words.trim().is_empty() {
        return vec![Action::Review(ReviewAction::Post)];
    }
    Vec::new()
}

/// The words that a comment is about, or what it answers.
fn about(
    workspace: &Workspace,
    anchor: Anchor,
    spans: &[Span],
    reply_to: Option<CommentId>,
) -> Option<String> {
    let document = workspace.document()?;
    if let Some(thread) = reply_to {
        return document.comment(thread).map(|first| format!("“{}”", first.text));
    }
    let words = match anchor {
        Anchor::Article => return None,
        Anchor::Span => document.article.text.slice(*spans.first()?)?.to_owned(),
        Anchor::Quote(id) => document.quote(id)?.words(),
        Anchor::Claim(id) => {
            let claim = document.claim(id)?;
            claim.statement.clone().unwrap_or_else(|| claims::quoted(document, claim))
        }
    };
    let short: String = words.replace('\n', " ").chars().take(size::CARD_WORDS / 3).collect();
    Some(short)
}
