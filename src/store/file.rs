//! The file behind the database: whether it is still the one that was opened,
//! and whether it may be written.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::{Result, StoreError};

/// Which file a path led to. SQLite goes on writing to a file that was
/// deleted or replaced, and what it writes there is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    #[cfg(unix)]
    device_and_inode: (u64, u64),
}

impl Identity {
    pub fn of(path: &Path) -> Result<Self> {
        let metadata = fs::metadata(path).map_err(|_| StoreError::Missing(path.to_path_buf()))?;
        Ok(Self::from(&metadata))
    }

    /// Whether the path still leads to the same file.
    pub fn verify(self, path: &Path) -> Result<()> {
        match fs::metadata(path) {
            Ok(metadata) if Self::from(&metadata) == self => Ok(()),
            _ => Err(StoreError::Gone(path.to_path_buf())),
        }
    }
}

impl From<&fs::Metadata> for Identity {
    #[cfg(unix)]
    fn from(metadata: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        Self { device_and_inode: (metadata.dev(), metadata.ino()) }
    }

    #[cfg(not(unix))]
    fn from(_: &fs::Metadata) -> Self {
        Self {}
    }
}

/// Whether the file's or its folder's mode forbids writing. WAL needs a
/// second file beside the first.
pub fn forbids_writing(path: &Path) -> bool {
    let read_only = |path: &Path| fs::metadata(path).is_ok_and(|m| m.permissions().readonly());
    read_only(path) || folder_of(path).is_some_and(read_only)
}

/// The folder a file lies in; none for a bare name in the current one.
pub fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

/// Refuses what can't be a project before SQLite touches it.
pub fn check_header(path: &Path) -> Result<()> {
    let not_a_project = |detail| StoreError::NotAProject { path: path.to_path_buf(), detail };
    let io = |error: std::io::Error| StoreError::Io { path: path.to_path_buf(), detail: error.to_string() };
    let metadata = fs::metadata(path).map_err(|_| StoreError::Missing(path.to_path_buf()))?;
    if metadata.is_dir() {
        return Err(StoreError::IsFolder(path.to_path_buf()));
    }
    if metadata.len() == 0 {
        return Err(not_a_project(": the file is empty"));
    }
    let mut magic = [0; 16];
    match fs::File::open(path).map_err(io)?.read_exact(&mut magic) {
        Ok(()) if &magic == b"SQLite format 3\0" => Ok(()),
        _ => Err(not_a_project("")),
    }
}
