//! What window tests share: a renderer without a screen, a harness with
//! Kutip's fonts and style, pictures.
#![allow(dead_code, reason = "each test crate uses its part")]

mod renderer;
pub mod sample;

use std::path::PathBuf;

use egui::{Event, Modifiers, PointerButton, Pos2, Theme, Vec2};
use egui_kittest::{Harness, HarnessBuilder};
use kutip::gui::theme;

pub use renderer::CpuRenderer;

/// A harness of a window's size with Kutip's fonts and style. Frames are a
/// sixtieth of a second apart, so that two clicks make a double click.
pub fn harness<State>(size: impl Into<Vec2>, look: Theme) -> HarnessBuilder<State> {
    Harness::builder()
        .with_size(size)
        .with_theme(look)
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(60)
        .renderer(CpuRenderer::default())
        .with_context_setup(theme::install)
}

/// Gives a test all of its window, without the margin that kittest leaves.
pub fn whole(ui: &mut egui::Ui, show: impl FnOnce(&mut egui::Ui)) {
    let room = ui.ctx().content_rect();
    ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
        ui.set_clip_rect(room);
        show(ui);
    });
}

/// Draws the window and keeps the picture under `target/pictures`.
pub fn picture<State>(harness: &mut Harness<'_, State>, name: &str) -> image::RgbaImage {
    let picture = harness.render().unwrap();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    picture.save(folder.join(format!("{name}.png"))).unwrap();
    picture
}

/// Clicks of the primary button at a place, with a frame after each event.
pub fn click<State>(harness: &mut Harness<'_, State>, at: Pos2, times: usize, modifiers: Modifiers) {
    harness.event(Event::PointerMoved(at));
    harness.step();
    for _ in 0..times {
        for pressed in [true, false] {
            harness.event_modifiers(
                Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers },
                modifiers,
            );
            harness.step();
        }
    }
    harness.step();
}

/// Drags the primary button along some places.
pub fn drag<State>(harness: &mut Harness<'_, State>, along: &[Pos2]) {
    let (Some(first), Some(last)) = (along.first(), along.last()) else { return };
    let button = |pos: Pos2, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(Event::PointerMoved(*first));
    harness.step();
    harness.event(button(*first, true));
    harness.step();
    for at in along {
        harness.event(Event::PointerMoved(*at));
        harness.step();
    }
    harness.event(button(*last, false));
    harness.step();
    harness.step();
}

/// Presses so many times in a row at a place, keeps the last press and drags.
pub fn press_and_drag<State>(harness: &mut Harness<'_, State>, from: Pos2, to: Pos2, presses: usize) {
    let button = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(Event::PointerMoved(from));
    for press in 1..=presses {
        harness.event(button(true, from));
        harness.step();
        if press < presses {
            harness.event(button(false, from));
            harness.step();
        }
    }
    for share in [0.3, 0.7, 1.0] {
        harness.event(Event::PointerMoved(from + (to - from) * share));
        harness.step();
    }
    harness.event(button(false, to));
    harness.run();
}
