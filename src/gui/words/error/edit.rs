//! Why an edit can't be made.

use crate::edit::EditError;
use crate::gui::words::tr;

pub(super) fn edit(error: &EditError) -> String {
    match error {
        EditError::NoArticle => tr!("errors-edit-no-article"),
        EditError::NoComment(_) => tr!("errors-edit-no-comment"),
        EditError::NoDecision(_) => tr!("errors-edit-no-decision"),
        EditError::NoConflict(_) => tr!("errors-edit-no-conflict"),
        EditError::NothingToDecide => tr!("errors-edit-nothing-to-decide"),
        EditError::EmptyComment => tr!("errors-edit-empty-comment"),
        EditError::OwnQuote => tr!("errors-edit-own-quote"),
        EditError::EmptyGroup => tr!("errors-edit-empty-group"),
        EditError::NeedsValue => tr!("errors-edit-needs-value"),
        EditError::NoAnnotator => tr!("errors-edit-no-annotator"),
        EditError::NoQuote(_) => tr!("errors-edit-no-quote"),
        EditError::NoClaim(_) => tr!("errors-edit-no-claim"),
        EditError::NoSpeaker(_) => tr!("errors-edit-no-speaker"),
        EditError::NotYours => tr!("errors-edit-not-yours"),
        EditError::SeenByReviewer => tr!("errors-edit-seen-by-reviewer"),
        EditError::EmptySelection => tr!("errors-edit-empty-selection"),
        EditError::OutsideText => tr!("errors-edit-outside-text"),
        EditError::OwnParent => tr!("errors-edit-own-parent"),
        EditError::ClaimExists => tr!("errors-edit-claim-exists"),
        EditError::NoName => tr!("errors-edit-no-name"),
        EditError::NoAnnotatorName => tr!("errors-edit-no-annotator-name"),
        EditError::AnnotatorExists(name) => tr!("errors-edit-annotator-exists", name = name.as_str()),
        EditError::RoleHasNoSpeaker => tr!("errors-edit-role-has-no-speaker"),
        EditError::BadRegion => tr!("errors-edit-bad-region"),
        EditError::BadDate(given) => tr!("errors-edit-bad-date", given = given.as_str()),
    }
}
