//! Random hands on the sample project: whatever is pressed, dragged or
//! resized, nothing panics and the project stays whole.
//!
//! `KUTIP_MONKEY=100000 KUTIP_MONKEY_SEED=7 cargo test --release --test
//! monkey` does more of it; a failure names its seed and its last inputs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, clippy::indexing_slicing)]

mod job;
mod support;

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2};
use job::Window;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

/// How many inputs without a word from the environment.
const INPUTS: usize = 2_000;
/// How often the project is checked on the way.
const CHECKED: usize = 5_000;
/// How many inputs a failure tells.
const TOLD: usize = 40;

const KEYS: &[Key] = &[
    Key::Q,
    Key::C,
    Key::S,
    Key::A,
    Key::R,
    Key::L,
    Key::T,
    Key::X,
    Key::E,
    Key::U,
    Key::N,
    Key::P,
    Key::K,
    Key::Num1,
    Key::Num2,
    Key::Num9,
    Key::Num0,
    Key::Plus,
    Key::Minus,
    Key::OpenBracket,
    Key::CloseBracket,
    Key::Delete,
    Key::Backspace,
    Key::Tab,
    Key::Enter,
    Key::Escape,
    Key::Space,
    Key::F1,
    Key::F2,
    Key::F6,
    Key::F10,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::B,
    Key::F,
    Key::G,
    Key::H,
    Key::D,
    Key::M,
    Key::J,
    Key::Comma,
    Key::Z,
    Key::Y,
];
const WORDS: &[&str] = &["a", "Putin ", "said", "“", "é", " ", "dewi", "2019", "…", "Ана"];
const SIZES: &[[f32; 2]] =
    &[[1280.0, 800.0], [1024.0, 640.0], [640.0, 400.0], [1920.0, 1080.0], [1100.0, 700.0]];

#[derive(Debug, Clone)]
enum Input {
    Press(Key, Modifiers),
    Type(&'static str),
    Click(Pos2, PointerButton, usize, Modifiers),
    Drag(Pos2, Pos2),
    Wheel(Pos2, f32),
    Resize(Vec2),
    Undo(usize),
    Wait,
}

struct Monkey {
    random: ChaCha8Rng,
    size: Vec2,
}

impl Monkey {
    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.random.random_range(0..of.len())]
    }

    fn place(&mut self) -> Pos2 {
        Pos2::new(self.random.random_range(0.0..self.size.x), self.random.random_range(0.0..self.size.y))
    }

    fn modifiers(&mut self) -> Modifiers {
        self.one(&[
            Modifiers::NONE,
            Modifiers::NONE,
            Modifiers::NONE,
            Modifiers::SHIFT,
            Modifiers::COMMAND,
            Modifiers::COMMAND.plus(Modifiers::SHIFT),
        ])
    }

    fn next(&mut self) -> Input {
        match self.random.random_range(0..100) {
            0..52 => Input::Press(self.one(KEYS), self.modifiers()),
            52..60 => Input::Type(self.one(WORDS)),
            60..80 => {
                let button =
                    self.one(&[PointerButton::Primary, PointerButton::Primary, PointerButton::Secondary]);
                Input::Click(self.place(), button, self.random.random_range(1..4), self.modifiers())
            }
            80..88 => Input::Drag(self.place(), self.place()),
            88..92 => Input::Wheel(self.place(), self.random.random_range(-400.0..400.0)),
            92..95 => {
                self.size = self.one(SIZES).into();
                Input::Resize(self.size)
            }
            95..98 => Input::Undo(self.random.random_range(1..6)),
            _ => Input::Wait,
        }
    }
}

fn act(window: &mut Window, input: &Input) {
    let harness = &mut window.harness;
    match *input {
        Input::Press(key, modifiers) => harness.key_press_modifiers(modifiers, key),
        Input::Type(words) => harness.event(Event::Text(words.to_owned())),
        Input::Click(pos, button, times, modifiers) => {
            harness.event(Event::PointerMoved(pos));
            for _ in 0..times {
                for pressed in [true, false] {
                    harness
                        .event_modifiers(Event::PointerButton { pos, button, pressed, modifiers }, modifiers);
                }
            }
        }
        Input::Drag(from, to) => support::drag(harness, &[from, from + (to - from) * 0.4, to]),
        Input::Wheel(pos, delta) => {
            harness.event(Event::PointerMoved(pos));
            harness.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: egui::vec2(0.0, delta),
                modifiers: Modifiers::NONE,
                phase: TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
            });
        }
        Input::Resize(size) => _ = harness.set_size(size),
        Input::Undo(times) => {
            for _ in 0..times {
                harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
            }
        }
        Input::Wait => harness.run_steps(8),
    }
    harness.step();
}

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().map_or(otherwise, |words| words.parse().expect("a number"))
}

#[test]
fn random_hands_break_nothing() {
    let (inputs, seed) = (number("KUTIP_MONKEY", INPUTS), number("KUTIP_MONKEY_SEED", 1));
    let mut monkey = Monkey { random: ChaCha8Rng::seed_from_u64(seed as u64), size: Vec2::from(SIZES[0]) };
    let mut window = Window::without_dialogs();
    let edits = |window: &Window| window.workspace().journal_after(0).unwrap().len();
    let before = edits(&window);
    let mut last: VecDeque<Input> = VecDeque::new();
    let done = catch_unwind(AssertUnwindSafe(|| {
        for count in 1..=inputs {
            let input = monkey.next();
            if last.len() == TOLD {
                last.pop_front();
            }
            last.push_back(input.clone());
            act(&mut window, &input);
            if count % CHECKED == 0 || count == inputs {
                assert_eq!(window.workspace().check(&mut |_| {}).unwrap(), [], "after {count} inputs");
            }
        }
    }));
    if let Err(panic) = done {
        eprintln!("Seed {seed}. The last inputs:");
        for input in &last {
            eprintln!("  {input:?}");
        }
        std::panic::resume_unwind(panic);
    }
    let made = edits(&window) - before;
    assert!(made > inputs / 100, "the hands did something: {made} edits");
    eprintln!("{inputs} inputs made {made} edits.");
}
