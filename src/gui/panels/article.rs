//! The article in the middle, or what to do where there is none.

use egui::Ui;

use super::{find, review, welcome};
use crate::edit::{Edit, QuoteChange};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand};
use crate::gui::mode::Mode;
use crate::gui::page::{Edge, PageEvent, PageInput, hues};
use crate::gui::theme::size;
use crate::gui::view::View;
use crate::model::{Document, QuoteId, RegionKind, Role, Span};
use crate::workspace::Workspace;

pub fn show(ui: &mut Ui, workspace: Option<&Workspace>, view: &mut View) -> Vec<Action> {
    let Some(workspace) = workspace else { return welcome::no_project(ui, view) };
    let Some(document) = workspace.document() else { return welcome::no_article(ui, view) };
    let mut actions = Vec::new();
    actions.extend(find::show(ui, document, view));
    let hues = hues(document, workspace.registry());
    let reviewed = (view.mode == Mode::Review).then(|| review::on_page(workspace, view));
    let input = PageInput {
        document,
        registry: workspace.registry(),
        annotator: reviewed.as_ref().map_or(workspace.author(), |on_page| on_page.annotator),
        selected: reviewed.as_ref().map_or(view.selected, |on_page| on_page.selected),
        hues: &hues,
        found: view.find.as_ref().map_or(&[], |find| &find.hits),
        found_current: view.find.as_ref().and_then(|find| find.current),
        revision: view.revision,
        editable: !workspace.is_read_only() && reviewed.is_none(),
        readings: reviewed.as_ref().and_then(|on_page| on_page.readings.as_ref()),
    };
    let output = view.page.ui(ui, &input);
    for event in output.events {
        match event {
            PageEvent::SelectQuote(quote) => actions.push(Action::Select { quote, reveal: false }),
            PageEvent::ContextMenu { quotes, .. } => {
                if let Some(quote) = quotes.first() {
                    actions.push(Action::Select { quote: Some(*quote), reveal: false });
                }
            }
            PageEvent::DragEdge { quote, piece, edge, to } => {
                actions.extend(dragged(document, quote, piece, edge, to));
            }
            PageEvent::SelectionChanged(_) | PageEvent::FoldToggled(_) => {}
        }
    }
    output.response.context_menu(|ui| actions.extend(context_menu(ui, view)));
    actions
}

/// The edge of a piece now stands elsewhere.
fn dragged(document: &Document, id: QuoteId, piece: usize, edge: Edge, to: usize) -> Option<Action> {
    let mut spans = document.quote(id)?.spans(Role::Content);
    let span = spans.get_mut(piece)?;
    *span = document.article.text.trimmed(match edge {
        Edge::Start => Span::between(to, span.end),
        Edge::End => Span::between(span.start, to),
    });
    let change = QuoteChange::Spans(Role::Content, spans);
    Some(Action::Perform(Edit::ChangeQuote { quote: id, change }))
}

/// What can be done with the words or the quote under the pointer.
fn context_menu(ui: &mut Ui, view: &View) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut items = |ui: &mut Ui, commands: &[Command]| {
        for command in commands {
            let keys = view.keymap.shown(ui.ctx(), *command);
            if ui.add(egui::Button::new(command.name()).shortcut_text(keys)).clicked() {
                actions.push(Action::Run(*command));
            }
        }
    };
    ui.set_min_width(size::MENU);
    let comment = Command::Review(ReviewCommand::Comment);
    if view.mode == Mode::Review {
        items(ui, &[comment]);
        let here = [ReviewCommand::Own, ReviewCommand::Reject, ReviewCommand::Withdraw].map(Command::Review);
        items(ui, &here);
        if view.page.selection().is_some() {
            items(ui, &[Command::Copy]);
        }
        return actions;
    }
    if view.page.selection().is_some() {
        items(ui, &[Command::MarkQuote]);
        if view.selected.is_some() {
            items(ui, &[Command::Mark(Role::Cue), Command::Mark(Role::Source)]);
            items(ui, &[Command::Mark(Role::Addressee), Command::Mark(Role::Relay), Command::AddPiece]);
        }
        items(ui, &[Command::MarkClaim, Command::Copy]);
        ui.separator();
        ui.menu_button("This part of the article is", |ui| {
            ui.set_min_width(size::MENU);
            for kind in RegionKind::ALL {
                items(ui, &[Command::Label(Some(*kind))]);
            }
            items(ui, &[Command::Label(None)]);
        });
    } else {
        items(ui, &[Command::Grow]);
    }
    if view.selected.is_some() {
        ui.separator();
        items(ui, &[Command::LinkSpeaker, Command::CycleType, Command::DeleteQuote]);
    }
    ui.separator();
    items(ui, &[comment]);
    actions
}
