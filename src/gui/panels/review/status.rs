//! What the status bar says in mode Review.

use super::comments;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::review::{ReviewTab, steps};
use crate::gui::view::View;
use crate::gui::words::tr;
use crate::workspace::Workspace;

/// "8 aligned quotes, 3 to decide".
pub fn counts(workspace: &Workspace, view: &View) -> Option<String> {
    let board = view.review.board.as_ref()?;
    match view.review.tab {
        ReviewTab::Decide => board.compares().then(|| {
            let docket = &board.docket;
            tr!("review-counts", number = docket.cases.len(), open = docket.cases.len() - docket.decided())
        }),
        ReviewTab::Single if view.review.single.back => {
            Some(tr!("review-came-back", number = view.review.returned.len()))
        }
        ReviewTab::Single => {
            let (document, author) = (workspace.document()?, workspace.author()?);
            let layer = board.reviewed(view.review.single.layer, Some(author))?;
            let all = steps(document, layer.annotator, author, &crate::gui::review::Single::default());
            let open = all.iter().filter(|step| !step.standing.is_decided()).count();
            Some(tr!("review-single-counts", number = all.len(), open = open))
        }
        ReviewTab::Agreement => None,
        ReviewTab::Comments => Some(tr!("review-open-threads", number = comments::open(workspace))),
    }
}

/// The keys that help next.
pub fn hints(ctx: &egui::Context, view: &View) -> String {
    let key = |command| view.keymap.shown(ctx, Command::Review(command));
    let hint = |command: ReviewCommand, words: String| format!("{} {words}", key(command));
    let next = hint(ReviewCommand::Next, tr!("review-hint-next"));
    let comment = hint(ReviewCommand::Comment, tr!("review-hint-comment"));
    let parts = match view.review.tab {
        ReviewTab::Decide => vec![
            next,
            format!(
                "{} {}",
                key(ReviewCommand::Take(1)),
                hint(ReviewCommand::Take(2), tr!("review-hint-choose"))
            ),
            hint(ReviewCommand::Own, tr!("review-hint-edit")),
            hint(ReviewCommand::Neither, tr!("review-hint-neither")),
            comment,
        ],
        ReviewTab::Single => vec![
            next,
            hint(ReviewCommand::Accept, tr!("review-hint-accept")),
            hint(ReviewCommand::Reject, tr!("review-hint-reject")),
            hint(ReviewCommand::Own, tr!("review-hint-correct")),
            comment,
        ],
        ReviewTab::Agreement => vec![hint(ReviewCommand::Next, tr!("agreement-hint-next"))],
        ReviewTab::Comments => vec![next, hint(ReviewCommand::Settle, tr!("review-hint-settle")), comment],
    };
    parts.join(" · ")
}
