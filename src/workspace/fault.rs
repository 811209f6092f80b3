//! What can be wrong with a file that is read or written, for whoever puts it
//! in words.

pub use crate::clean::{CleanError, FileKind, MAX_BYTES, Warning};
pub use crate::format::{Damage, FormatError, Part, Place, Problem, Refusal, Step};
pub use crate::store::Found;
