//! The selected quote: a bar beside its lines and fine connectors to the
//! parts that stand elsewhere.

use egui::{CornerRadius, Rangef, Rect, Stroke, Ui, pos2};

use super::paint::View;
use super::rows::rects;
use super::sheet::Sheet;
use super::{Page, PageInput};
use crate::gui::theme::{self, alpha, size, stroke, wash};
use crate::model::{Quote, Role};

/// One row of a part of the selected quote, in the window.
struct Part {
    role: Role,
    block: usize,
    rect: Rect,
}

impl Page {
    pub(super) fn paint_selected(&self, ui: &Ui, sheet: &Sheet, view: &View, input: &PageInput<'_>) {
        let palette = theme::palette(ui);
        let mut quotes = self.marks.quotes.iter();
        let Some(marked) = quotes.find(|marked| Some(marked.quote.id) == input.selected) else { return };
        let color = marked.hue.map_or(palette.dim, |hue| hue.color(palette));
        let fine = Stroke::new(stroke::HAIR, wash(color, alpha::CONNECTOR));
        let left = view.origin.x + self.flow.measure.left - size::BAR_GAP.min(self.flow.measure.gutter / 2.0);
        let (parts, beyond) = self.parts_of(sheet, view, &marked.quote);
        let bars = bars(&parts);
        let reach = parts.iter().map(|part| part.rect.y_range()).chain(beyond).reduce(join);
        let covered = |reach: Rangef| bars.iter().any(|(_, bar)| join(*bar, reach) == *bar);
        let painter = ui.painter();
        if let Some(reach) = reach.filter(|reach| !covered(*reach)) {
            painter.vline(left + size::BAR / 2.0, reach, fine);
        }
        for (_, bar) in &bars {
            let bar = Rect::from_x_y_ranges(left..=left + size::BAR, *bar);
            painter.rect_filled(bar, CornerRadius::ZERO, color);
        }
        let beside_content = |part: &Part| {
            let mut contents = parts.iter().filter(|other| other.role == Role::Content);
            contents.any(|content| content.rect.y_range().contains(part.rect.center().y))
        };
        for part in parts.iter().filter(|part| !beside_content(part)) {
            let foot = part.rect.max.y - stroke::HAIR;
            painter.line_segment([pos2(left + size::BAR, foot), pos2(part.rect.min.x, foot)], fine);
        }
    }

    /// The rows of a quote's parts that are laid out, and the window's edges
    /// behind which others are.
    fn parts_of(&self, sheet: &Sheet, view: &View, quote: &Quote) -> (Vec<Part>, Vec<Rangef>) {
        let (mut parts, mut beyond) = (Vec::new(), Vec::new());
        let pieces =
            Role::ALL.iter().flat_map(|role| quote.pieces(*role).iter().map(move |piece| (*role, piece)));
        for (role, piece) in pieces {
            for (block, span) in sheet.parts(piece.span()) {
                if let Some(laid) = self.flow.laid(block).filter(|_| view.blocks.contains(&block)) {
                    let corner = self.corner(view, block).to_vec2();
                    let rows = rects(laid, span).into_iter();
                    parts.extend(rows.map(|rect| Part { role, block, rect: rect.translate(corner) }));
                } else {
                    let edge = if block < view.blocks.start { view.clip.min.y } else { view.clip.max.y };
                    beyond.push(Rangef::point(edge));
                }
            }
        }
        (parts, beyond)
    }
}

/// The heights of the bar, one for each block with content.
fn bars(parts: &[Part]) -> Vec<(usize, Rangef)> {
    let mut bars: Vec<(usize, Rangef)> = Vec::new();
    for part in parts {
        let y = part.rect.y_range();
        match bars.iter_mut().find(|(block, _)| *block == part.block) {
            Some((_, bar)) => *bar = join(*bar, y),
            None if part.role == Role::Content => bars.push((part.block, y)),
            None => {}
        }
    }
    bars
}

fn join(a: Rangef, b: Rangef) -> Rangef {
    Rangef::new(a.min.min(b.min), a.max.max(b.max))
}
