//! The pictures of README and guide, drawn by the real window's code. A
//! picture that no longer shows the window fails; `UPDATE_SCREENSHOTS=1
//! cargo test --test screenshots` draws them anew, to be looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

#[path = "../job/mod.rs"]
mod job;
#[path = "../support/mod.rs"]
mod support;

mod agreement;
mod annotate;
mod colleagues;
mod commands;
mod page;
mod panel;
mod queue;
mod review;
mod suggest;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Key, Modifiers, Theme, Vec2};
use image::RgbaImage;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use job::Window;

const USUAL: Vec2 = Vec2::new(1280.0, 800.0);
const SMALL: Vec2 = Vec2::new(1024.0, 640.0);
const LARGE: Vec2 = Vec2::new(1920.0, 1080.0);

/// Of the pixels, so many may differ: fonts are rounded a little differently
/// on other processors.
const TOLERANCE: f64 = 0.002;

fn check(window: &mut Window, name: &str) {
    let drawn = window.harness.render().unwrap();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("screenshots").join(format!("{name}.png"));
    let kept = image::open(&path).map(image::DynamicImage::into_rgba8).ok();
    if kept.as_ref().is_some_and(|kept| differing(kept, &drawn) <= TOLERANCE) {
        return;
    }
    if std::env::var_os("UPDATE_SCREENSHOTS").is_some() {
        save(&drawn, &path);
        return;
    }
    let beside = path.with_extension("new.png");
    drawn.save(&beside).unwrap();
    panic!("{name} no longer shows the window; compare it with {}", beside.display());
}

/// Writes a picture as small as it gets: they are many.
fn save(picture: &RgbaImage, path: &Path) {
    let opaque = image::DynamicImage::ImageRgba8(picture.clone()).into_rgb8();
    let file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
    opaque.write_with_encoder(encoder).unwrap();
}

/// The share of pixels that differ visibly.
fn differing(a: &RgbaImage, b: &RgbaImage) -> f64 {
    if a.dimensions() != b.dimensions() {
        return 1.0;
    }
    let visible =
        |(a, b): &(&image::Rgba<u8>, &image::Rgba<u8>)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 24);
    a.pixels().zip(b.pixels()).filter(visible).count() as f64 / f64::from(a.width() * a.height())
}

/// The window at first start, in a size and a theme.
fn window(size: Vec2, look: Theme) -> Window {
    let mut window = Window::sized(None, size, look, Arc::new(tempfile::tempdir().unwrap()));
    window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
    window
}

fn both(name: &str, size: Vec2, show: impl Fn(&mut Window)) {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = window(size, look);
        show(&mut window);
        check(&mut window, &format!("{name}-{suffix}"));
    }
}

/// The finished article of the sample with its discontinuous quote selected.
fn annotated(window: &mut Window) {
    window.press(Key::P, Modifiers::NONE);
    for _ in 0..4 {
        window.press(Key::Tab, Modifiers::NONE);
    }
}
