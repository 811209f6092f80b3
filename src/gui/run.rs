//! The window on this system.

use std::path::PathBuf;

use super::app::{App, Start};
use super::settings::Places;
use super::system::System;
use super::theme::size;

const ICON: &[u8] = include_bytes!("../../assets/icon/kutip.png");

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display, or nothing to draw with, as a sentence.
pub fn run(project: Option<PathBuf>) -> Result<(), String> {
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id("kutip")
        .with_title("Kutip")
        .with_inner_size(size::WINDOW)
        .with_min_inner_size(size::WINDOW_LEAST);
    // Without its icon, the window is still a window.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    // Nothing here fades from colour to colour, and where there is no graphics
    // card every point of a dithered frame is paid for.
    let options = eframe::NativeOptions { viewport, dithering: false, ..eframe::NativeOptions::default() };
    let system = System::default();
    let start = Start { project, places: Places::of_system(), picker: None, system: system.clone() };
    let mut listening = None;
    let result = eframe::run_native(
        "kutip",
        options,
        Box::new(|context| {
            listening = Some(system.listen(&context.egui_ctx));
            Ok(Box::new(App::new(&context.egui_ctx, start)))
        }),
    );
    result.map_err(|error| {
        format!("The window can't be opened: {error}. Without a display, “kutip --help” lists what works from the command line.")
    })
}
