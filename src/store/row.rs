//! Between columns and the model's types.

use std::str::FromStr;

use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::Type;

use crate::model::Stamp;

pub type SqlResult<T> = rusqlite::Result<T>;

/// RFC 3339 in UTC, always with six digits of a second, so that the column
/// sorts as text.
pub fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}

/// A column that holds the words of a value: an id, a time, a fixed name.
pub fn parsed<T: FromStr>(row: &Row<'_>, column: &str) -> SqlResult<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get_ref(column)?.as_str()?.parse().map_err(|error| unreadable(Box::new(error)))
}

/// The same, where the column may be null.
pub fn parsed_option<T: FromStr>(row: &Row<'_>, column: &str) -> SqlResult<Option<T>>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let words = row.get_ref(column)?.as_str_or_null()?;
    words.map(|words| words.parse().map_err(|error| unreadable(Box::new(error)))).transpose()
}

/// A column that holds JSON.
pub fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> SqlResult<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|error| unreadable(Box::new(error)))
}

/// A column that holds one of a closed list of names.
pub fn named<T>(row: &Row<'_>, column: &str, from_name: impl Fn(&str) -> Option<T>) -> SqlResult<T> {
    let name = row.get_ref(column)?.as_str()?;
    from_name(name).ok_or_else(|| unreadable(format!("“{name}” in the column {column}").into()))
}

pub fn stamp(row: &Row<'_>) -> SqlResult<Stamp> {
    Ok(Stamp {
        created_at: parsed(row, "created_at")?,
        created_by: parsed_option(row, "created_by")?,
        updated_at: parsed(row, "updated_at")?,
        updated_by: parsed_option(row, "updated_by")?,
    })
}

pub fn to_json<T: serde::Serialize>(value: &T) -> SqlResult<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

fn unreadable(error: Box<dyn std::error::Error + Send + Sync>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error)
}
