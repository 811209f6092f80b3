//! The selected quote: a bar beside its lines and fine connectors to the
//! parts that stand elsewhere.

use egui::{CornerRadius, Rangef, Rect, Stroke, Ui, pos2};

use super::paint::View;
use super::rows::rects;
use super::sheet::Sheet;
use super::{Page, PageInput};
use crate::gui::theme::{self, alpha, size, stroke, wash};
use crate::model::Role;

impl Page {
    pub(super) fn paint_selected(&self, ui: &Ui, sheet: &Sheet, view: &View, input: &PageInput<'_>) {
        let palette = theme::palette(ui);
        let Some(marked) = self.marks.quotes.iter().find(|marked| Some(marked.quote.id) == input.selected)
        else {
            return;
        };
        let color = marked.hue.map_or(palette.dim, |hue| hue.color(palette));
        let fine = Stroke::new(stroke::HAIR, wash(color, alpha::CONNECTOR));
        let left = view.origin.x + self.flow.measure.left - size::BAR_GAP.min(self.flow.measure.gutter / 2.0);
        let bar_of = |y: Rangef| Rect::from_x_y_ranges(left..=left + size::BAR, y);
        let mut reach: Option<Rangef> = None;
        let mut bars: Vec<(usize, Rangef)> = Vec::new();
        let mut apart: Vec<Rect> = Vec::new();
        for role in Role::ALL {
            for (index, span) in marked.quote.pieces(*role).iter().flat_map(|piece| sheet.parts(piece.span()))
            {
                let Some(laid) = self.flow.laid(index) else {
                    // Out of sight: the connector leads there.
                    let edge = if index < view.blocks.start { view.sight.min } else { view.sight.max };
                    let y = edge + view.origin.y;
                    reach = Some(join(reach, Rangef::point(y)));
                    continue;
                };
                let corner = self.corner(view, index).to_vec2();
                for rect in rects(laid, span).into_iter().map(|rect| rect.translate(corner)) {
                    reach = Some(join(reach, rect.y_range()));
                    if *role == Role::Content || bars.iter().any(|(block, _)| *block == index) {
                        match bars.iter_mut().find(|(block, _)| *block == index) {
                            Some((_, bar)) => *bar = join(Some(*bar), rect.y_range()),
                            None => bars.push((index, rect.y_range())),
                        }
                    }
                    if *role != Role::Content {
                        apart.push(rect);
                    }
                }
            }
        }
        let contents: Vec<Rangef> = marked
            .quote
            .content
            .iter()
            .flat_map(|piece| sheet.parts(piece.span()))
            .filter_map(|(index, span)| Some((index, rects(self.flow.laid(index)?, span))))
            .flat_map(|(index, rects)| {
                let y = self.corner(view, index).y;
                rects.into_iter().map(move |rect| Rangef::new(rect.min.y + y, rect.max.y + y))
            })
            .collect();
        let painter = ui.painter();
        if let Some(reach) = reach.filter(|_| bars.len() != 1 || !covers(&bars, reach)) {
            painter.vline(left + size::BAR / 2.0, reach, fine);
        }
        for (_, bar) in &bars {
            painter.rect_filled(bar_of(*bar), CornerRadius::ZERO, color);
        }
        for part in apart.iter().filter(|part| !contents.iter().any(|row| row.contains(part.center().y))) {
            let foot = part.max.y - stroke::HAIR;
            painter.line_segment([pos2(left + size::BAR, foot), pos2(part.min.x, foot)], fine);
        }
    }
}

fn join(a: Option<Rangef>, b: Rangef) -> Rangef {
    a.map_or(b, |a| Rangef::new(a.min.min(b.min), a.max.max(b.max)))
}

fn covers(bars: &[(usize, Rangef)], reach: Option<Rangef>) -> bool {
    let (Some((_, bar)), Some(reach)) = (bars.first(), reach) else { return false };
    bar.min <= reach.min && bar.max >= reach.max
}
