//! The menu of what can be done on the page, by the secondary button or by a
//! key.

use egui::{Popup, Response, SetOpenCommand, Ui};

use crate::edit::{Edit, QuoteChange};
use crate::gui::action::Action;
use crate::gui::command::{Command, ReviewCommand, State, region_name};
use crate::gui::mode::Mode;
use crate::gui::theme::size;
use crate::gui::view::View;
use crate::gui::words::{self, tr};
use crate::model::{QuoteType, RegionKind, Role};
use crate::workspace::Workspace;

/// What a menu looks at and what was asked for in it.
struct Menu<'a> {
    workspace: &'a Workspace,
    view: &'a View,
    focus: bool,
    actions: Vec<Action>,
}

pub fn show(page: &Response, workspace: &Workspace, view: &mut View) -> Vec<Action> {
    let wanted = std::mem::take(&mut view.context_menu.wanted);
    let set = if wanted {
        Some(SetOpenCommand::Bool(true))
    } else {
        page.clicked().then_some(SetOpenCommand::Bool(false))
    };
    let focus = wanted && view.context_menu.focus;
    let at = view.context_menu.at;
    let mut menu = Menu { workspace, view, focus, actions: Vec::new() };
    let popup = Popup::menu(page).open_memory(set).at_position(at).accessible_name(tr!("page-menu"));
    popup.show(|ui| {
        ui.set_min_width(size::MENU);
        menu.all(ui);
    });
    menu.actions
}

impl Menu<'_> {
    fn all(&mut self, ui: &mut Ui) {
        let comment = Command::Review(ReviewCommand::Comment);
        if self.view.mode == Mode::Review {
            self.items(ui, &[comment]);
            let own = [ReviewCommand::Own, ReviewCommand::Reject, ReviewCommand::Withdraw];
            self.items(ui, &own.map(Command::Review));
            ui.separator();
            self.items(ui, &[Command::Copy, Command::CopyCitation, Command::Find]);
            return;
        }
        let (selection, quote) = (self.view.page.selection().is_some(), self.view.selected);
        self.items(ui, &[Command::MarkQuote]);
        if selection && quote.is_some() {
            let roles = [Role::Cue, Role::Source, Role::Addressee, Role::Relay];
            self.items(ui, &roles.map(Command::Mark));
            self.items(ui, &[Command::AddPiece, Command::RemovePiece]);
        }
        self.items(ui, &[Command::MarkClaim]);
        if !selection {
            self.items(ui, &[Command::Grow]);
        }
        if quote.is_some() {
            ui.separator();
            self.items(ui, &[Command::LinkSpeaker]);
            self.types(ui);
            self.items(ui, &[Command::DeleteQuote]);
        }
        ui.separator();
        self.items(ui, &[Command::Copy, Command::CopyCitation, Command::Find, comment]);
        if selection {
            ui.separator();
            ui.menu_button(tr!("page-menu-region"), |ui| {
                ui.set_min_width(size::MENU);
                let kinds = RegionKind::ALL.iter().map(|kind| Command::Label(Some(*kind)));
                let kinds: Vec<_> = kinds.chain([Command::Label(None)]).collect();
                self.items(ui, &kinds);
            });
        }
    }

    fn items(&mut self, ui: &mut Ui, commands: &[Command]) {
        let state = State { workspace: Some(self.workspace), view: self.view };
        for command in commands {
            let keys = self.view.keymap.shown(ui.ctx(), *command);
            let enabled = command.enabled(&state).is_ok();
            let name = match command {
                Command::Label(Some(kind)) => region_name(*kind),
                _ => command.name(),
            };
            let item = ui.add_enabled(enabled, egui::Button::new(name).shortcut_text(keys));
            if enabled && std::mem::take(&mut self.focus) {
                item.request_focus();
            }
            if item.clicked() {
                self.actions.push(Action::Run(*command));
            }
        }
    }

    /// The types, the quote's own one ticked.
    fn types(&mut self, ui: &mut Ui) {
        let document = self.workspace.document();
        let quote = document.zip(self.view.selected).and_then(|(document, id)| document.quote(id));
        let Some(quote) = quote else { return };
        let enabled = !self.workspace.is_read_only();
        ui.add_enabled_ui(enabled, |ui| {
            ui.menu_button(tr!("page-menu-type"), |ui| {
                for kind in QuoteType::ALL {
                    let chosen = quote.quote_type == *kind;
                    if ui.selectable_label(chosen, words::quote_type(*kind)).clicked() {
                        let change = QuoteChange::Type(*kind);
                        self.actions.push(Action::Perform(Edit::ChangeQuote { quote: quote.id, change }));
                        ui.close();
                    }
                }
            });
        });
    }
}
