//! Time and ids, which planning is handed.

use jiff::{Timestamp, ToSpan as _};
use uuid::{ContextV7, Uuid};

/// A clock that never gives the same microsecond twice, so that a thing's
/// time of change tells which version of it is meant.
#[derive(Debug, Default)]
pub struct Clock {
    last: Option<Timestamp>,
    ids: Ids,
}

struct Ids(ContextV7);

impl Default for Ids {
    fn default() -> Self {
        Self(ContextV7::new())
    }
}

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ids")
    }
}

impl Clock {
    /// Now, in whole microseconds, later than every time given before.
    pub fn now(&mut self) -> Timestamp {
        let now = Timestamp::now();
        let now = now.round(jiff::Unit::Microsecond).unwrap_or(now);
        let at = match self.last {
            Some(last) if now <= last => last.checked_add(1.microsecond()).unwrap_or(now),
            _ => now,
        };
        self.last = Some(at);
        at
    }

    /// A UUIDv7; later ones sort after earlier ones.
    pub fn new_id(&self) -> Uuid {
        Uuid::new_v7(uuid::Timestamp::now(&self.ids.0))
    }
}
