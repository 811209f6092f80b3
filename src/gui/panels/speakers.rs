//! Who speaks in the article.

use egui::{Margin, RichText, ScrollArea, Ui};

use super::card::is_linked;
use crate::edit::{Edit, QuoteChange};
use crate::gui::action::Action;
use crate::gui::page::hues;
use crate::gui::theme::{self, Face, font, icon, space, type_scale};
use crate::gui::widgets::{chip, dim};
use crate::gui::words;
use crate::model::{Role, SpeakerId};
use crate::workspace::Workspace;

/// Everyone the annotator's quotes of this article refer to, in the order
/// they come up.
pub fn of_article(workspace: &Workspace) -> Vec<SpeakerId> {
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else {
        return Vec::new();
    };
    let mut speakers = Vec::new();
    for quote in document.quotes_of(author) {
        for speaker in Role::ALL.iter().flat_map(|role| quote.speakers_of(*role)) {
            if !speakers.contains(speaker) {
                speakers.push(*speaker);
            }
        }
    }
    speakers
}

pub fn show(ui: &mut Ui, workspace: &Workspace) -> Vec<Action> {
    let palette = theme::palette(ui);
    let mut actions = Vec::new();
    let (Some(document), Some(author)) = (workspace.document(), workspace.author()) else { return actions };
    let hues = hues(document, workspace.registry());
    let speakers = of_article(workspace);
    ScrollArea::vertical().auto_shrink(false).id_salt("speakers").show(ui, |ui| {
        egui::Frame::NONE.inner_margin(Margin::same(space(3) as i8)).show(ui, |ui| {
            if speakers.is_empty() {
                dim(ui, "No one is linked in this article yet. Choose a quote and press L.");
            }
            for id in speakers {
                let Some(speaker) = workspace.registry().speakers.get(&id) else { continue };
                let quotes: Vec<_> =
                    document.quotes_of(author).filter(|quote| is_linked(quote, id)).collect();
                let color = hues.get(&id).map_or(palette.dim, |hue| hue.color(palette));
                let clicked = chip(ui, color, &speaker.name, &format!("Speaker {}", speaker.name)).clicked();
                if clicked && let Some(first) = quotes.first() {
                    actions.push(Action::Select { quote: Some(first.id), reveal: true });
                }
                let aliases = speaker.aliases.join(", ");
                let about = [speaker.kind.name().to_owned(), words::quotes(quotes.len()), aliases];
                let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
                let words = about.join(&format!(" {} ", icon::DOT));
                ui.label(RichText::new(words).font(font(Face::Ui, type_scale::SECOND)).color(palette.dim));
                ui.add_space(space(2));
            }
        });
    });
    actions
}

/// The edit that links a speaker to a part of a quote.
pub fn link(quote: crate::model::QuoteId, role: Role, speaker: SpeakerId) -> Edit {
    Edit::ChangeQuote { quote, change: QuoteChange::Link(role, speaker) }
}
