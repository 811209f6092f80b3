//! The whole window, frame by frame, without a display.
//!
//! A frame is one pass of the interface and its tessellation, on this
//! machine's processor, at 1280 × 800 points.
#![allow(dead_code, reason = "each bench uses a part")]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2,
};
use kutip::gui::{App, Start};

pub struct Window {
    ctx: Context,
    pub app: App,
    time: f64,
}

impl Window {
    /// The window on a project, before its first frame.
    pub fn on(project: PathBuf) -> Self {
        let ctx = Context::default();
        let app = App::new(&ctx, Start { project: Some(project), ..Start::default() });
        Self { ctx, app, time: 0.0 }
    }

    /// One frame with these events; how long it took.
    pub fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.time),
            max_texture_side: Some(8192),
            focused: true,
            events,
            ..RawInput::default()
        };
        let begun = Instant::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame(ui));
        let shapes = std::mem::take(&mut output.shapes);
        std::hint::black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        let took = begun.elapsed();
        output.drop_without_applying_deltas();
        took
    }

    pub fn frames(&mut self, number: usize, events: impl Fn() -> Vec<Event>) -> Vec<Duration> {
        (0..number).map(|_| self.frame(events())).collect()
    }

    /// The frame in which a key goes down.
    pub fn key(&mut self, key: Key, modifiers: Modifiers) -> Duration {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        let took = self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
        took
    }

    /// The same so many times.
    pub fn keys(&mut self, number: usize, key: Key, modifiers: Modifiers) -> Vec<Duration> {
        (0..number).map(|_| self.key(key, modifiers)).collect()
    }

    pub fn typed(&mut self, words: &str) -> Duration {
        self.frame(vec![Event::Text(words.to_owned())])
    }

    /// The window left alone: tells its frames, and gives their median in
    /// milliseconds as the floor of everything else.
    pub fn floor(&mut self) -> f64 {
        self.frames(30, Vec::new);
        let idle = self.frames(300, Vec::new);
        let floor = at(&mut idle.clone(), 0.5);
        tell("left alone (the floor)", idle, floor);
        floor
    }
}

/// The wheel, turned so many points over the place of the pointer.
pub fn wheel(by: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The time that this share of the frames takes at most, in milliseconds.
pub fn at(frames: &mut [Duration], share: f64) -> f64 {
    frames.sort_unstable();
    milliseconds(frames[((frames.len() as f64 * share) as usize).min(frames.len() - 1)])
}

/// A line of what frames took, beside the floor in milliseconds.
pub fn tell(what: &str, mut frames: Vec<Duration>, floor: f64) {
    let (median, most, worst) = (at(&mut frames, 0.5), at(&mut frames, 0.99), at(&mut frames, 1.0));
    println!(
        "{what:<34} median {median:6.2} ms  p99 {most:6.2}  worst {worst:6.2}  {:6.1} × the floor",
        median / floor
    );
}

/// How many articles a bench is on.
pub fn articles() -> usize {
    std::env::var("KUTIP_BENCH_ARTICLES").map_or(100_000, |words| words.parse().unwrap())
}
