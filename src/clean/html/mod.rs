use super::{CleanError, Warning, label::Page};
pub fn looks_like_html(text: &str) -> bool {
    text.trim_start().to_lowercase().starts_with("<!doctype html")
}
pub fn read(text: &str, _w: &mut Vec<Warning>) -> Result<Page, CleanError> {
    Ok(super::text::read(text))
}
