//! What came back of one's own work, in every article.

use egui::text::{LayoutJob, TextWrapping};
use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::gui::action::Action;
use crate::gui::review::{ReviewAction, choice_words};
use crate::gui::theme::{self, Face, font, icon, radius, size, space, stroke, type_scale};
use crate::gui::view::View;
use crate::gui::widgets::{dim, paint_icon};
use crate::gui::words::{self, tr};
use crate::model::{Anchor, Choice};
use crate::workspace::{Remark, Returned, Workspace};

/// The list; a click goes to what was said something of.
pub fn show(ui: &mut Ui, workspace: &Workspace, view: &View) -> Vec<Action> {
    let mut actions = Vec::new();
    let returned = &view.review.returned;
    if returned.is_empty() {
        ui.add_space(space(3));
        dim(ui, tr!("review-nothing-came-back"));
        return actions;
    }
    for (place, one) in returned.iter().enumerate() {
        let chosen = view.is_on(one.anchor);
        if ui.push_id(place, |ui| row(ui, workspace, one, chosen)).inner {
            actions.push(Action::Review(ReviewAction::GoTo(one.article, one.anchor, one.place)));
        }
    }
    actions
}

/// A remark in three lines: the quote, what was said, where and by whom.
fn row(ui: &mut Ui, workspace: &Workspace, one: &Returned, chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let (sign, color, said) = match &one.remark {
        Remark::Decided { kind, choice, reason, .. } => {
            let (sign, color) = match choice {
                Choice::Reject => (icon::X, palette.warn),
                Choice::Correct => (icon::PENCIL, palette.accent),
                _ => (icon::CHECK, palette.accent),
            };
            (sign, color, choice_words(*kind, *choice, reason.as_deref()))
        }
        Remark::Said { text, resolved: true, .. } => (icon::MESSAGE_SQUARE, palette.dim, text.clone()),
        Remark::Said { text, .. } => (icon::MESSAGE_SQUARE, palette.accent, text.clone()),
    };
    let by = one.by.map_or("–", |by| workspace.registry().annotator_name(by));
    let when = words::ago(one.at, jiff::Timestamp::now());
    let about = format!("{by} {} {when} {} {}", icon::DOT, icon::DOT, one.title);
    let height = size::QUOTE_ROW + type_scale::UI.line;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    if chosen || response.hovered() {
        let fill = if chosen { palette.accent_ground } else { palette.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(radius::FIELD), fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::FIELD), ring, StrokeKind::Inside);
    }
    let left = rect.left() + space(6);
    let top = rect.top() + space(1);
    paint_icon(ui, pos2(rect.left() + space(3), top + type_scale::QUOTE.line / 2.0), sign, color);
    let line = |words: &str, face: Face, scale, ink| {
        let mut job = LayoutJob::simple_singleline(words.replace('\n', " "), font(face, scale), ink);
        job.wrap = TextWrapping::truncate_at_width(rect.right() - left - space(2));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let quoted = match one.anchor {
        Anchor::Article => tr!("review-on-article"),
        Anchor::Claim(_) => tr!("review-on-claim", words = one.words.as_str()),
        _ if one.words.is_empty() => tr!("review-quote-gone"),
        _ => one.words.clone(),
    };
    let first = line(&quoted, Face::Reading, type_scale::QUOTE, palette.text);
    let second = line(&said, Face::Ui, type_scale::UI, color);
    let third = line(&about, Face::Ui, type_scale::SECOND, palette.dim);
    ui.painter().galley(pos2(left, top), first, palette.text);
    ui.painter().galley(pos2(left, top + type_scale::QUOTE.line), second, color);
    ui.painter().galley(pos2(left, rect.bottom() - space(1) - third.size().y), third, palette.dim);
    let label = tr!("review-back-label", words = quoted, said = said, about = about);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &label));
    response.on_hover_text(words::exact(one.at)).clicked()
}
