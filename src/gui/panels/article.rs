//! The article in the middle, or what to do where there is none.

use std::sync::Arc;

use egui::Ui;

use super::{context, find, review, welcome};
use crate::edit::{Edit, QuoteChange};
use crate::gui::action::Action;
use crate::gui::command::{Command, SuggestCommand};
use crate::gui::mode::Mode;
use crate::gui::page::{Edge, GhostInput, PageEvent, PageInput};
use crate::gui::suggestions::SuggestAction;
use crate::gui::view::View;
use crate::model::{Document, QuoteId, Role, Span};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View) -> Vec<Action> {
    let Some(workspace) = workspace else { return welcome::no_project(ui, view) };
    let Some(document) = workspace.document() else { return welcome::no_article(ui, view) };
    if view.shows_numbers() {
        return review::agreement_page(ui, workspace, view);
    }
    let mut actions = Vec::new();
    actions.extend(find::show(ui, document, view));
    let hues = view.hues.get();
    let selected = view.selected.or(view.suggestions.selected());
    let reviewed = (view.mode == Mode::Review).then(|| review::on_page(workspace, view));
    let key = view.keymap.shown(ui.ctx(), Command::Suggest(SuggestCommand::Accept));
    let ghosts = reviewed.is_none().then(|| {
        let current = view.suggestions.current().map(|(id, _)| *id);
        (Arc::clone(view.suggestions.ghosts()), current)
    });
    let input = PageInput {
        document,
        registry: workspace.registry(),
        annotator: reviewed.as_ref().map_or(workspace.author(), |on_page| on_page.annotator),
        selected: reviewed.as_ref().map_or(selected, |on_page| on_page.selected),
        hues: &hues,
        found: view.find.as_ref().map_or(&[], |find| &find.hits),
        found_current: view.find.as_ref().and_then(|find| find.current),
        revision: view.revision,
        editable: !workspace.is_read_only() && reviewed.is_none(),
        readings: reviewed.as_ref().and_then(|on_page| on_page.readings.as_ref()),
        ghosts: ghosts.as_ref().map(|(ghosts, current)| GhostInput { ghosts, current: *current, key: &key }),
    };
    let output = view.page.ui(ui, &input);
    for event in output.events {
        match event {
            PageEvent::SelectQuote(quote) => actions.push(selecting(view, quote)),
            PageEvent::ContextMenu { quotes, at, .. } => {
                view.context_menu.open(at);
                let chosen = view.selected.is_some_and(|quote| quotes.contains(&quote));
                if let Some(quote) = quotes.first().filter(|_| !chosen) {
                    actions.push(selecting(view, Some(*quote)));
                }
            }
            PageEvent::DragEdge { quote, role, piece, edge, to } => {
                actions.extend(dragged(document, quote, (role, piece, edge), to));
            }
            PageEvent::SelectionChanged(_) | PageEvent::FoldToggled(_) => {}
        }
    }
    actions.extend(context::show(&output.response, workspace, view));
    actions
}

/// A click on words or on a name chooses the quote, or the suggestion.
fn selecting(view: &View, quote: Option<QuoteId>) -> Action {
    match quote.filter(|id| view.suggestions.get(*id).is_some()) {
        Some(id) => Action::Suggest(SuggestAction::Choose { id, reveal: false }),
        None => Action::Select { quote, reveal: false },
    }
}

/// The edge of a piece now stands elsewhere.
fn dragged(
    document: &Document,
    id: QuoteId,
    (role, piece, edge): (Role, usize, Edge),
    to: usize,
) -> Option<Action> {
    let mut spans = document.quote(id)?.spans(role);
    let span = spans.get_mut(piece)?;
    *span = document.article.text.trimmed(match edge {
        Edge::Start => Span::between(to, span.end),
        Edge::End => Span::between(span.start, to),
    });
    let change = QuoteChange::Spans(role, spans);
    Some(Action::Perform(Edit::ChangeQuote { quote: id, change }))
}
