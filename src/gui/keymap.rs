//! Which key runs which command: the keys from the start, and those that a
//! person chose instead.

use std::collections::{BTreeMap, HashMap};

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::command::{Command, is_typed, normal, parse, shown, written};
use super::words::tr;

/// A person's own keys by the commands' ids; none: no key at all.
pub type OwnKeys = BTreeMap<String, Option<String>>;

/// Why a command can't have a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Another command has it where both can be run.
    Taken(Command),
    /// The page or typed fields use it themselves.
    Reserved,
}

/// The keys of all commands. Two commands that can be run in the same mode
/// never share one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    keys: HashMap<Command, Vec<KeyboardShortcut>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { keys: Command::all().map(|command| (command, command.facts().keys)).collect() }
    }
}

impl Keymap {
    /// The keys from the start, then the person's own. One that is no key, or
    /// that another command has, is left out.
    pub fn of(own: &OwnKeys) -> Self {
        let mut map = Self::default();
        let chosen: Vec<_> =
            Command::all().filter_map(|command| own.get(&command.id()).map(|key| (command, key))).collect();
        // All of them let go of their old keys before any takes a new one, so
        // that two can have changed places.
        for (command, _) in &chosen {
            map.keys.insert(*command, Vec::new());
        }
        for (command, key) in chosen {
            if let Some(key) = key.as_deref().and_then(parse) {
                let _ = map.set(command, key);
            }
        }
        map
    }

    /// What is kept of it: the commands whose keys are not those from the
    /// start.
    pub fn own(&self) -> OwnKeys {
        let changed = Command::all().filter(|command| self.is_changed(*command));
        changed.map(|command| (command.id(), self.shortcut(command).map(written))).collect()
    }

    /// Whether a person chose its key.
    pub fn is_changed(&self, command: Command) -> bool {
        self.keys(command) != command.facts().keys
    }

    /// The key that is shown for a command.
    pub fn shortcut(&self, command: Command) -> Option<KeyboardShortcut> {
        self.keys(command).first().copied()
    }

    /// Every key that runs a command.
    pub fn keys(&self, command: Command) -> &[KeyboardShortcut] {
        self.keys.get(&command).map(Vec::as_slice).unwrap_or_default()
    }

    /// A command's key as it stands on the keyboard; empty without one.
    pub fn shown(&self, ctx: &Context, command: Command) -> String {
        self.shortcut(command).map(|key| shown(ctx, key)).unwrap_or_default()
    }

    /// The same for sentences: a command without a key by its name.
    pub fn shown_or_name(&self, ctx: &Context, command: Command) -> String {
        self.shortcut(command).map_or_else(|| command.name(), |key| shown(ctx, key))
    }

    /// What a control of a command says under the pointer: what it does, and
    /// its key.
    pub fn tip(&self, ctx: &Context, command: Command, what: &str) -> String {
        match self.shortcut(command) {
            Some(key) => tr!("commands-with-key", what = what, key = shown(ctx, key)),
            None => what.to_owned(),
        }
    }

    /// Gives a command another key instead of those it has.
    ///
    /// # Errors
    /// When the key isn't free; nothing has changed then.
    pub fn set(&mut self, command: Command, key: KeyboardShortcut) -> Result<(), Refusal> {
        let key = KeyboardShortcut::new(normal(key.modifiers), key.logical_key);
        if is_reserved(key) && !command.facts().keys.contains(&key) {
            return Err(Refusal::Reserved);
        }
        let scope = command.facts().scope;
        let taken = Command::all().find(|other| {
            *other != command && other.facts().scope.meets(scope) && self.keys(*other).contains(&key)
        });
        if let Some(other) = taken {
            return Err(Refusal::Taken(other));
        }
        self.keys.insert(command, vec![key]);
        Ok(())
    }

    /// Takes a command's key away.
    pub fn clear(&mut self, command: Command) {
        self.keys.insert(command, Vec::new());
    }

    /// Gives a command the keys from the start.
    ///
    /// # Errors
    /// When another command has one of them by now; nothing has changed then.
    pub fn reset(&mut self, command: Command) -> Result<(), Refusal> {
        let keys = command.facts().keys;
        let mut tried = self.clone();
        for key in &keys {
            tried.set(command, *key)?;
        }
        tried.keys.insert(command, keys);
        *self = tried;
        Ok(())
    }
}

/// Keys that the page, typed fields or the walk through the controls use.
fn is_reserved(key: KeyboardShortcut) -> bool {
    let bare = !key.modifiers.command && !key.modifiers.alt && !key.modifiers.ctrl;
    match key.logical_key {
        Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End => !key.modifiers.alt,
        Key::ArrowUp | Key::ArrowDown | Key::PageUp | Key::PageDown | Key::Tab | Key::Space => bare,
        Key::A | Key::C | Key::V | Key::X => key.modifiers == Modifiers::COMMAND,
        Key::Escape | Key::Cut | Key::Copy | Key::Paste => true,
        _ => false,
    }
}

/// Whether a focused button or field uses a key itself.
pub fn belongs_to_focus(key: KeyboardShortcut) -> bool {
    is_typed(key) && matches!(key.logical_key, Key::Tab | Key::Enter | Key::Space)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
        KeyboardShortcut::new(modifiers, key)
    }

    #[test]
    fn no_two_commands_of_a_mode_share_a_key() {
        let map = Keymap::default();
        for command in Command::all() {
            for other in Command::all().filter(|other| *other != command) {
                if command.facts().scope.meets(other.facts().scope) {
                    let shared = map.keys(command).iter().find(|key| map.keys(other).contains(key));
                    assert_eq!(shared, None, "{command:?} and {other:?}");
                }
            }
        }
    }

    #[test]
    fn a_key_that_is_taken_is_refused_with_the_name_of_who_has_it() {
        let mut map = Keymap::default();
        let before = map.clone();
        assert_eq!(
            map.set(Command::CycleType, key(Modifiers::NONE, Key::L)),
            Err(Refusal::Taken(Command::LinkSpeaker))
        );
        assert_eq!(map.set(Command::CycleType, key(Modifiers::NONE, Key::ArrowUp)), Err(Refusal::Reserved));
        assert_eq!(map, before);
    }

    #[test]
    fn own_keys_are_kept_and_read_again() {
        let mut map = Keymap::default();
        map.set(Command::CycleType, key(Modifiers::NONE, Key::Y)).unwrap();
        map.clear(Command::ToggleQueue);
        let own = map.own();
        assert_eq!(own.len(), 2, "{own:?}");
        assert_eq!(Keymap::of(&own), map);
        map.reset(Command::CycleType).unwrap();
        map.reset(Command::ToggleQueue).unwrap();
        assert_eq!(map, Keymap::default());
    }

    #[test]
    fn two_commands_can_change_places() {
        let own = OwnKeys::from([
            (Command::CycleType.id(), Some("L".to_owned())),
            (Command::LinkSpeaker.id(), Some("T".to_owned())),
        ]);
        let mut map = Keymap::of(&own);
        assert_eq!(map.own(), own);
        assert_eq!(map.reset(Command::CycleType), Err(Refusal::Taken(Command::LinkSpeaker)));
    }

    #[test]
    fn keys_that_are_no_keys_are_left_out() {
        let own = OwnKeys::from([(Command::CycleType.id(), Some("Nonsense".to_owned()))]);
        assert_eq!(Keymap::of(&own).shortcut(Command::CycleType), None);
    }
}
