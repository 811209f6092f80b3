//! The file behind the database: whether it is still the one that was opened,
//! and whether it may be written.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::{Found, Result, StoreError};

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
    let not_a_project = |found| StoreError::NotAProject { path: path.to_path_buf(), found };
    let metadata = fs::metadata(path).map_err(|_| StoreError::Missing(path.to_path_buf()))?;
    if metadata.is_dir() {
        return Err(StoreError::IsFolder(path.to_path_buf()));
    }
    if metadata.len() == 0 {
        return Err(not_a_project(Found::Nothing));
    }
    let mut magic = [0; 16];
    match fs::File::open(path).map_err(|error| io(path, &error))?.read_exact(&mut magic) {
        Ok(()) if &magic == b"SQLite format 3\0" => Ok(()),
        _ => Err(not_a_project(Found::Other)),
    }
}

/// Refuses another program's database before SQLite touches it. A project
/// bears its mark in the file's header from its first instant.
pub fn check_application(path: &Path, id: i64) -> Result<()> {
    const PLACE: usize = 68;
    let mut header = Vec::new();
    fs::File::open(path)
        .map_err(|error| io(path, &error))?
        .take(100)
        .read_to_end(&mut header)
        .map_err(|error| io(path, &error))?;
    if header.len() < 100 {
        let detail = format!("only {} bytes are there", header.len());
        return Err(StoreError::Damaged { path: path.to_path_buf(), detail });
    }
    let found = header.get(PLACE..PLACE + 4).and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
    if found.map(u32::from_be_bytes).map(i64::from) == Some(id) {
        return Ok(());
    }
    Err(StoreError::NotAProject { path: path.to_path_buf(), found: Found::OtherDatabase })
}

/// Refuses a name that is taken: by a file or folder, or by the write-ahead
/// log of a project that is gone, which would be taken for the new one's.
pub fn check_free(path: &Path) -> Result<()> {
    if path.is_dir() {
        return Err(StoreError::IsFolder(path.to_path_buf()));
    }
    if path.exists() {
        return Err(StoreError::Exists(path.to_path_buf()));
    }
    let log = beside(path, "-wal");
    if fs::metadata(&log).is_ok_and(|metadata| metadata.len() > 0) {
        return Err(StoreError::Exists(log));
    }
    Ok(())
}

/// A file that SQLite keeps beside a database.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A file that is made beside its final name and renamed when it is
/// complete. Dropped before that, it leaves nothing.
pub struct Beside {
    temporary: tempfile::TempPath,
    to: PathBuf,
}

impl Beside {
    pub fn new(to: &Path) -> Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".kutip-").suffix(".part");
        #[cfg(unix)]
        {
            // As other new files, with what the umask leaves of it.
            use std::os::unix::fs::PermissionsExt as _;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let folder = folder_of(to).unwrap_or(Path::new("."));
        let temporary = builder.tempfile_in(folder).map_err(|error| io(to, &error))?.into_temp_path();
        Ok(Self { temporary, to: to.to_path_buf() })
    }

    pub fn path(&self) -> &Path {
        &self.temporary
    }

    /// Makes it durable and gives it its name, unless something else has
    /// that name by now.
    pub fn persist(self) -> Result<()> {
        let Self { temporary, to } = self;
        fs::File::open(&temporary).and_then(|file| file.sync_all()).map_err(|error| io(&to, &error))?;
        temporary.persist_noclobber(&to).map_err(|error| match error.error.kind() {
            std::io::ErrorKind::AlreadyExists => StoreError::Exists(to.clone()),
            _ => io(&to, &error.error),
        })?;
        // The name itself is durable once the folder is.
        #[cfg(unix)]
        let _ = fs::File::open(folder_of(&to).unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

fn io(path: &Path, error: &std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::DiskFull(path.to_path_buf()),
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly(path.to_path_buf())
        }
        _ => StoreError::Io { path: path.to_path_buf(), detail: error.to_string() },
    }
}
