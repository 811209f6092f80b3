//! The edges of the selected quote's parts, which can be dragged.

use egui::{CornerRadius, Pos2, Rect, Ui, vec2};

use super::paint::View;
use super::rows;
use super::sheet::Sheet;
use super::{Edge, Page, PageInput};
use crate::gui::theme::{self, size};
use crate::model::{QuoteId, Role, Span};

/// An edge that is dragged, and where to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dragged {
    pub quote: QuoteId,
    pub role: Role,
    pub piece: usize,
    pub edge: Edge,
    pub to: usize,
}

impl Page {
    /// The edge of the selected quote's parts under a point, of the shortest
    /// where several meet.
    pub(super) fn edge_at(
        &self,
        sheet: &Sheet,
        view: &View,
        at: Pos2,
        input: &PageInput<'_>,
    ) -> Option<Dragged> {
        let selected = input.selected.filter(|_| input.editable)?;
        let marked = self.marks.quotes.iter().find(|marked| marked.quote.id == selected)?;
        let mut nearest: Option<(usize, Dragged)> = None;
        for role in Role::ALL {
            for (piece, span) in marked.quote.spans(*role).into_iter().enumerate() {
                for (edge, to) in [(Edge::Start, span.start), (Edge::End, span.end)] {
                    let Some(rect) = self.edge_rect(sheet, view, edge, to) else { continue };
                    if rect.expand2(vec2(size::BAR, 0.0)).contains(at)
                        && nearest.is_none_or(|(length, _)| span.len() < length)
                    {
                        let dragged = Dragged { quote: selected, role: *role, piece, edge, to };
                        nearest = Some((span.len(), dragged));
                    }
                }
            }
        }
        nearest.map(|(_, dragged)| dragged)
    }

    /// Where an edge stands in the window. The end stands behind the last
    /// glyph, also where a new row or block begins after it.
    fn edge_rect(&self, sheet: &Sheet, view: &View, edge: Edge, at: usize) -> Option<Rect> {
        let back = usize::from(edge == Edge::End && at > 0);
        let (index, offset) = sheet.place(at - back)?;
        let laid = self.flow.laid(index)?;
        let rects = rows::rects(laid, Span::new(offset, offset + 1));
        let rect = rects.first()?;
        let x = if back == 1 { rect.max.x } else { rect.min.x };
        let corner = self.corner(view, index).to_vec2();
        Some(Rect::from_x_y_ranges(x..=x, rect.y_range()).translate(corner))
    }

    /// Where a dragged edge would stand.
    pub(super) fn paint_edge(&self, ui: &Ui, sheet: &Sheet, view: &View) {
        let Some(dragged) = self.gesture.edge else { return };
        if let Some(edge) = self.edge_rect(sheet, view, dragged.edge, dragged.to) {
            let edge = edge.expand2(vec2(size::CARET / 2.0, 0.0));
            ui.painter().rect_filled(edge, CornerRadius::ZERO, theme::palette(ui).accent);
        }
    }
}
