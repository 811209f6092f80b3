//! Keys as they are pressed, kept and read again.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

/// The modifiers without what a system adds to them: `command` alone stands
/// for Ctrl, or for ⌘ on a Mac.
pub fn normal(modifiers: Modifiers) -> Modifiers {
    Modifiers {
        alt: modifiers.alt,
        ctrl: modifiers.ctrl && !modifiers.command,
        shift: modifiers.shift,
        mac_cmd: false,
        command: modifiers.command,
    }
}

/// Whether a key also types: then it works only while nothing is being typed.
pub fn is_typed(key: KeyboardShortcut) -> bool {
    let modifiers = key.modifiers;
    let function =
        key.logical_key.name().strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
    !(modifiers.command || modifiers.ctrl || modifiers.alt || function)
}

/// A key as it stands on the keyboard: "Ctrl K".
pub fn shown(ctx: &Context, key: KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(&key);
    let name = key.logical_key.name();
    let sign = match key.logical_key {
        Key::Plus => "+",
        Key::Minus => "–",
        Key::Equals => "=",
        Key::Comma => ",",
        Key::Period => ".",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Slash => "/",
        _ => name,
    };
    words.strip_suffix(name).map_or_else(|| words.clone(), |held| held.replace('+', " ") + sign)
}

/// Where a modifier stands among all.
type Held = fn(&mut Modifiers) -> &mut bool;

/// The modifiers by the words they have in the settings.
const MODIFIERS: [(&str, Held); 4] = [
    ("Cmd", |modifiers| &mut modifiers.command),
    ("Ctrl", |modifiers| &mut modifiers.ctrl),
    ("Alt", |modifiers| &mut modifiers.alt),
    ("Shift", |modifiers| &mut modifiers.shift),
];

/// A key as the settings keep it, "Cmd Shift Z"; the same on every system.
pub fn written(key: KeyboardShortcut) -> String {
    let mut held = key.modifiers;
    let modifiers = MODIFIERS.iter().filter(|(_, of)| *of(&mut held)).map(|(name, _)| *name);
    modifiers.chain([key.logical_key.name()]).collect::<Vec<_>>().join(" ")
}

/// A key as the settings keep it; none where it is no key.
pub fn parse(words: &str) -> Option<KeyboardShortcut> {
    let mut words: Vec<&str> = words.split_whitespace().collect();
    let key = Key::from_name(words.pop()?)?;
    let mut modifiers = Modifiers::NONE;
    for word in words {
        let (_, of) = MODIFIERS.iter().find(|(name, _)| *name == word)?;
        *of(&mut modifiers) = true;
    }
    Some(KeyboardShortcut::new(modifiers, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_were_written() {
        for modifiers in [Modifiers::NONE, Modifiers::SHIFT, Modifiers::COMMAND.plus(Modifiers::ALT)] {
            for key in Key::ALL {
                let shortcut = KeyboardShortcut::new(modifiers, *key);
                assert_eq!(parse(&written(shortcut)), Some(shortcut), "{}", written(shortcut));
            }
        }
        for wrong in ["", "Cmd", "Hyper Z", "Cmd Bogus"] {
            assert_eq!(parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn letters_type_and_function_keys_do_not() {
        let typed = |modifiers, key| is_typed(KeyboardShortcut::new(modifiers, key));
        assert!(typed(Modifiers::NONE, Key::F) && typed(Modifiers::SHIFT, Key::Tab));
        assert!(!typed(Modifiers::NONE, Key::F1) && !typed(Modifiers::COMMAND, Key::Z));
    }
}
