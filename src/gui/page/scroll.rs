//! Where the page is scrolled to, and what keeps it there.

use egui::Context;

use super::flow::Flow;
use super::rows;
use super::sheet::Sheet;
use crate::gui::theme::space;

#[derive(Default)]
pub(super) struct Scroll {
    pub offset: f32,
    target: Option<Target>,
    anchor: Option<Anchor>,
}

enum Target {
    Offset(f32),
    /// This position, well in sight.
    Position(usize),
    /// The caret after a move: as little as needed.
    Caret(usize),
}

/// What stands at the top of the view: it stays there when heights change.
struct Anchor {
    position: usize,
    /// How much of the block is above the view, as a share of its height.
    share: f32,
}

impl Scroll {
    pub(super) fn reveal(&mut self, position: usize) {
        self.target = Some(Target::Position(position));
    }

    pub(super) fn follow(&mut self, caret: usize) {
        self.target = Some(Target::Caret(caret));
    }

    pub(super) fn go(&mut self, offset: f32) {
        self.target = Some(Target::Offset(offset.max(0.0)));
    }

    /// The position that is to be brought into sight.
    pub(super) fn wanted(&self) -> Option<usize> {
        match self.target {
            Some(Target::Position(position) | Target::Caret(position)) => Some(position),
            _ => None,
        }
    }

    pub(super) fn start_anew(&mut self) {
        self.anchor = None;
        if self.wanted().is_none() {
            self.target = Some(Target::Offset(0.0));
        }
    }

    /// Notes what stands at the top of the view.
    pub(super) fn hold(&mut self, sheet: &Sheet, flow: &Flow, top: f32) {
        let index = flow.block_at(top);
        let height = flow.top(index + 1) - flow.top(index);
        self.anchor = sheet.blocks.get(index).filter(|_| top > space(1)).map(|block| Anchor {
            position: block.span.start,
            share: (top - flow.top(index)) / height.max(1.0),
        });
    }

    /// The offset this frame has to begin with, where it is another.
    pub(super) fn aim(
        &mut self,
        ctx: &Context,
        sheet: &Sheet,
        flow: &mut Flow,
        anew: bool,
        height: f32,
    ) -> Option<f32> {
        let held = self.anchor.as_ref().filter(|_| anew).and_then(|anchor| {
            let (index, _) = sheet.place(anchor.position)?;
            flow.lay(ctx, sheet, index);
            flow.settle();
            let top = flow.top(index);
            Some(top + anchor.share * (flow.top(index + 1) - top))
        });
        let (position, least) = match self.target.take() {
            Some(Target::Offset(offset)) => return Some(offset),
            Some(Target::Position(position)) => (position, space(16)),
            Some(Target::Caret(position)) => (position, space(3)),
            None => return held,
        };
        let Some((index, offset)) = sheet.place(position) else { return held };
        flow.lay(ctx, sheet, index);
        flow.settle();
        let (_, row) = rows::caret(flow.laid(index)?, offset);
        let row = row.translate(egui::vec2(0.0, flow.text_top(index)));
        let now = held.unwrap_or(self.offset);
        let margin = least.min((height - row.height()).max(0.0) / 2.0);
        if row.min.y - margin >= now && row.max.y + margin <= now + height {
            return held;
        }
        let near = least < space(16);
        let wanted = if !near {
            row.min.y - height / 3.0
        } else if row.min.y - margin < now {
            row.min.y - margin
        } else {
            row.max.y + margin - height
        };
        // Past the end the page would spring back.
        Some(wanted.clamp(0.0, (flow.total() - height).max(0.0)))
    }
}
