//! Creating and opening projects.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Result, Store, StoreError, file, schema};

impl Store {
    /// Creates a project. The file must not exist yet. It is made beside its
    /// name and then renamed, so that there is a whole project or none.
    ///
    /// `patience` is how long an edit waits for another program's.
    pub fn create(path: &Path, patience: Duration) -> Result<Self> {
        file::check_free(path)?;
        if file::folder_of(path).is_some_and(|folder| !folder.is_dir()) {
            let detail = "its folder does not exist".to_owned();
            return Err(StoreError::Io { path: path.to_path_buf(), detail });
        }
        if file::forbids_writing(path) {
            return Err(StoreError::ReadOnly(path.to_path_buf()));
        }
        let complete = file::Beside::new(path)?;
        let make = || {
            let mut connection = Connection::open(complete.path())?;
            schema::upgrade(&mut connection)
        };
        make().map_err(|error| error.at(path))?;
        complete.persist()?;
        Self::open(path, patience)
    }

    /// Opens a project, upgrading one that an older program wrote after
    /// keeping a backup of it. A file that can't be written is opened for
    /// reading.
    pub fn open(path: &Path, patience: Duration) -> Result<Self> {
        file::check_header(path)?;
        file::check_application(path, schema::APPLICATION_ID)?;
        let open = || {
            let mut store = if file::forbids_writing(path) {
                Self::connect_read_only(path, patience, true)?
            } else {
                Self::connect(path, patience, OpenFlags::SQLITE_OPEN_READ_WRITE)?
            };
            store.check_version()?;
            store.check_length()?;
            Ok(store)
        };
        open().map_err(|error: StoreError| error.at(path))
    }

    /// A second connection to the same project, for reading only: what a
    /// worker thread uses.
    pub fn reader(&self) -> Result<Self> {
        self.identity.verify(&self.path)?;
        Self::connect_read_only(&self.path, self.patience, self.read_only)
            .map_err(|error| error.at(&self.path))
    }

    /// Opens a copy of another project's file, made in a folder of the
    /// caller's, so that the file itself is left as it is: neither upgraded
    /// nor locked.
    pub fn open_copy_of(path: &Path, folder: &Path, patience: Duration) -> Result<Self> {
        file::check_header(path)?;
        file::check_application(path, schema::APPLICATION_ID)?;
        let copy = || {
            let store = Self::connect_read_only(path, patience, true)?;
            store.check_length()?;
            let (found, known) = (schema::version(&store.connection)?, schema::latest());
            if found > known {
                return Err(StoreError::Newer { path: path.to_path_buf(), found, known });
            }
            let to = folder.join("copy.kutip");
            store.backup(&to, &mut |_| {})?;
            Self::open(&to, patience)
        };
        copy().map_err(|error: StoreError| error.at(path))
    }

    fn connect(path: &Path, patience: Duration, flags: OpenFlags) -> Result<Self> {
        let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        if connection.is_readonly("main")? {
            return Self::connect_read_only(path, patience, true);
        }
        connection.busy_timeout(patience)?;
        match Self::prepare_to_write(&connection, path) {
            // The file may be written, but no second one beside it.
            Err(error) if has_no_room_beside(&error) => return Self::connect_read_only(path, patience, true),
            done => done?,
        }
        Self::prepared(connection, path, patience, false)
    }

    fn prepare_to_write(connection: &Connection, path: &Path) -> Result<()> {
        // A newer program's file stays as it is.
        let (found, known) = (schema::version(connection)?, schema::latest());
        if found > known {
            return Err(StoreError::Newer { path: path.to_path_buf(), found, known });
        }
        connection.pragma_update(None, "journal_mode", "WAL")?;
        Ok(connection.pragma_update(None, "synchronous", "FULL")?)
    }

    fn connect_read_only(path: &Path, patience: Duration, nobody_writes: bool) -> Result<Self> {
        let mut flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        // On a medium where nobody can write, the WAL's shared memory can't be
        // made either; without a WAL the file is complete as it stands.
        let immutable = nobody_writes && !file::beside(path, "-wal").exists();
        let connection = if immutable {
            flags |= OpenFlags::SQLITE_OPEN_URI;
            Connection::open_with_flags(format!("file:{}?immutable=1", uri_path(path)), flags)?
        } else {
            Connection::open_with_flags(path, flags)?
        };
        connection.busy_timeout(patience)?;
        Self::prepared(connection, path, patience, true)
    }

    fn prepared(connection: Connection, path: &Path, patience: Duration, read_only: bool) -> Result<Self> {
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.set_prepared_statement_cache_capacity(128);
        let identity = file::Identity::of(path)?;
        Ok(Self { connection, path: path.to_path_buf(), identity, read_only, patience })
    }

    fn check_version(&mut self) -> Result<()> {
        let (found, known) = (schema::version(&self.connection)?, schema::latest());
        if found > known {
            return Err(StoreError::Newer { path: self.path.clone(), found, known });
        }
        if found == known {
            return Ok(());
        }
        if self.read_only {
            return Err(StoreError::ReadOnly(self.path.clone()));
        }
        self.keep_copy(&format!("before-format-{known}"))?;
        schema::upgrade(&mut self.connection)
    }

    /// A name for the backup before something: the first that is free, since
    /// there may be one from an earlier time.
    pub(super) fn free_name(&self, before: &str) -> PathBuf {
        let name = |number: u16| match number {
            0 => self.path.with_extension(format!("{before}.kutip")),
            _ => self.path.with_extension(format!("{before}-{}.kutip", number + 1)),
        };
        (0..u16::MAX).map(name).find(|name| !name.exists()).unwrap_or_else(|| name(0))
    }

    /// A file cut off on its way is noticed before it is worked in.
    fn check_length(&self) -> Result<()> {
        let pragma = |name| self.connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let expected = pragma("page_count")? * pragma("page_size")?;
        let found = fs::metadata(&self.path).map_or(0, |m| i64::try_from(m.len()).unwrap_or(i64::MAX));
        let wal_is_empty = fs::metadata(file::beside(&self.path, "-wal")).map_or(true, |m| m.len() == 0);
        if wal_is_empty && found < expected {
            let detail = format!("{found} of {expected} bytes are there");
            return Err(StoreError::Damaged { path: self.path.clone(), detail });
        }
        Ok(())
    }
}

fn uri_path(path: &Path) -> String {
    path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// Whether SQLite may not write the files that it needs beside the database.
fn has_no_room_beside(error: &StoreError) -> bool {
    let StoreError::Sql(error) = error else { return false };
    matches!(error.sqlite_error_code(), Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly))
}
