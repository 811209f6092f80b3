//! What the person told the system of how windows should be.

use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;
use mundy::{ColorScheme, Interest, Preferences, ReducedMotion, Subscription};

/// A person's wishes, as far as the system knows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wishes {
    /// Dark or light; none where the system doesn't say.
    pub dark: Option<bool>,
    pub less_motion: bool,
}

/// Where wishes are told; whoever holds a clone hears of them.
#[derive(Debug, Clone, Default)]
pub struct System(Arc<Mutex<Wishes>>);

impl System {
    pub fn wishes(&self) -> Wishes {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells of a change. The window heeds it with its next frame.
    pub fn tell(&self, wishes: Wishes) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = wishes;
    }

    /// Hears what the system says, now and whenever it changes, on a thread
    /// of its own, until what comes back is dropped.
    pub fn listen(&self, ctx: &Context) -> Subscription {
        let (told, ctx) = (self.clone(), ctx.clone());
        let interest = Interest::ColorScheme | Interest::ReducedMotion;
        Preferences::subscribe(interest, move |preferences| {
            let dark = match preferences.color_scheme {
                ColorScheme::NoPreference => None,
                ColorScheme::Light => Some(false),
                ColorScheme::Dark => Some(true),
            };
            let wishes = Wishes { dark, less_motion: preferences.reduced_motion == ReducedMotion::Reduce };
            if told.wishes() != wishes {
                told.tell(wishes);
                ctx.request_repaint();
            }
        })
    }
}
