//! The quiet lines that stand for what is not the article.

use egui::{
    Align2, Color32, CornerRadius, CursorIcon, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::block::BlockKind;
use super::paint::View;
use super::sheet::Sheet;
use super::{Page, PageEvent};
use crate::gui::theme::{self, Face, Palette, radius, size, space, stroke, type_scale};
use crate::gui::words::tr;
use crate::model::Span;

impl Page {
    /// A key behind each, to show what it hides.
    pub(super) fn show_folds(&mut self, ui: &Ui, sheet: &Sheet, view: &View, events: &mut Vec<PageEvent>) {
        let palette = theme::palette(ui);
        for index in view.blocks.clone() {
            let Some(block) = sheet.blocks.get(index) else { continue };
            let (BlockKind::Fold { .. }, Some(laid)) = (block.kind, self.flow.laid(index)) else { continue };
            let corner = self.corner(view, index);
            let text = laid.galley.size();
            let font = theme::font(Face::Ui, type_scale::SECOND);
            let key = ui.painter().layout_no_wrap(self.key_words(block.span), font, palette.text);
            let measure = self.flow.measure;
            let hair = corner.y - space(2) - stroke::HAIR;
            let across = Rangef::new(corner.x, corner.x + measure.column);
            if sheet.ends_with(index) {
                ui.painter().hline(across, hair, Stroke::new(stroke::HAIR, palette.line));
            }
            let cap = vec2(key.size().x + space(2), type_scale::UI.line);
            let left = (corner.x + text.x + space(2)).min(corner.x + measure.column - cap.x);
            let middle = corner.y + type_scale::SECOND.line / 2.0;
            let cap = Rect::from_min_size(pos2(left, middle - cap.y / 2.0), cap);
            let target = Rect::from_min_max(corner, cap.max).expand2(vec2(space(1), 0.0));
            let target = Rect::from_center_size(target.center(), vec2(target.width(), size::HIT));
            let id = ui.scope_id().with(("fold", block.span.start));
            let button = ui.interact(target.intersect(view.clip), id, Sense::click());
            let words = laid.galley.text();
            button.widget_info(|| {
                let label = if self.open {
                    tr!("page-fold-lines", words = words)
                } else {
                    tr!("page-show-lines", words = words)
                };
                WidgetInfo::labeled(Role::Button, true, label)
            });
            let (fill, line) = key_look(palette, &button);
            let corners = CornerRadius::same(radius::KEY);
            ui.painter().rect(cap, corners, fill, line, StrokeKind::Inside);
            let at = Align2::CENTER_CENTER.anchor_size(cap.center(), key.size()).min;
            ui.painter().galley(at, key, palette.text);
            if button.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                self.open = !self.open;
                events.push(PageEvent::FoldToggled(self.open));
                ui.ctx().request_repaint();
            }
        }
    }

    /// What a fold's key says: also that there are quotes in what it hides.
    fn key_words(&self, hidden: Span) -> String {
        if self.open {
            return tr!("page-fold");
        }
        let inside = |marked: &&super::marks::Marked| {
            marked.quote.content.iter().any(|piece| piece.span().overlaps(hidden))
        };
        match self.marks.quotes.iter().filter(inside).count() {
            0 => tr!("page-show"),
            quotes => tr!("page-show-quotes", number = quotes),
        }
    }
}

/// Ground and border of something small that can be clicked.
fn key_look(palette: &Palette, button: &Response) -> (Color32, Stroke) {
    let fill = if button.is_pointer_button_down_on() {
        palette.pressed
    } else if button.hovered() {
        palette.hover
    } else {
        palette.panel
    };
    let line = if button.has_focus() {
        Stroke::new(stroke::FOCUS, palette.accent)
    } else {
        Stroke::new(stroke::HAIR, palette.edge)
    };
    (fill, line)
}
