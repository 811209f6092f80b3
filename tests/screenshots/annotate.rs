//! Articles and their marks.

use std::sync::Arc;

use egui::{Key, Modifiers, Theme};

use crate::job::{Hand, Window};
use crate::{LARGE, SMALL, USUAL, annotated, both, check};

#[test]
fn first_start() {
    both("first-start", USUAL, |_| {});
}

#[test]
fn annotating() {
    both("annotate", USUAL, annotated);
    both("annotate-1024x640", SMALL, annotated);
    both("annotate-1920x1080", LARGE, annotated);
}

#[test]
fn the_first_marks() {
    both("marking", USUAL, |window| {
        window.select_words(
            Hand::Keyboard,
            "“People have told us, again and again, that they would rather wake up by the sea than sit in traffic,”",
        );
        window.press(Key::Q, Modifiers::NONE);
        window.select_words(Hand::Keyboard, "traffic,” |said");
    });
}

#[test]
fn the_metadata() {
    both("metadata", USUAL, |window| window.press(Key::F2, Modifiers::NONE));
}

#[test]
fn what_is_not_the_article() {
    both("unfolded", USUAL, |window| {
        window.press(Key::N, Modifiers::NONE);
        window.press(Key::H, Modifiers::COMMAND);
        window.press(Key::End, Modifiers::COMMAND);
    });
}

#[test]
fn an_empty_project_and_an_error() {
    for (look, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let project = folder.path().join("Empty.kutip");
        drop(
            kutip::workspace::Workspace::create(
                &project,
                kutip::edit::Origin::CommandLine,
                std::time::Duration::from_secs(1),
            )
            .unwrap(),
        );
        let mut window = Window::sized(Some(&project), USUAL, look, folder);
        window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
        check(&mut window, &format!("empty-{suffix}"));
        let missing = std::path::Path::new("/nowhere/interviews.kutip");
        let mut window = Window::sized(Some(missing), USUAL, look, Arc::new(tempfile::tempdir().unwrap()));
        window.menu(&["View", if look == Theme::Dark { "Dark" } else { "Light" }]);
        check(&mut window, &format!("error-{suffix}"));
    }
}
