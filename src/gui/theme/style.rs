//! egui's style, dressed in the tokens.

use egui::style::{
    HandleShape, ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::{
    Color32, Context, CornerRadius, FontFamily, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals,
    vec2,
};

use super::palette::Palette;
use super::tokens::{alpha, motion, radius, size, space, stroke, type_scale};
use super::{Face, font, of};

/// Sets the style of both themes.
pub(super) fn apply(ctx: &Context) {
    for theme in [Theme::Light, Theme::Dark] {
        let palette = of(theme == Theme::Dark);
        ctx.set_style_of(theme, style(palette));
    }
}

fn style(palette: &Palette) -> Style {
    let mut style = Style { visuals: visuals(palette), animation_time: motion::SHORT, ..Style::default() };
    style.text_styles = [
        (TextStyle::Body, font(Face::Ui, type_scale::UI)),
        (TextStyle::Button, font(Face::Ui, type_scale::UI)),
        (TextStyle::Small, font(Face::Ui, type_scale::SECOND)),
        (TextStyle::Heading, font(Face::UiSemibold, type_scale::TITLE)),
        (TextStyle::Monospace, egui::FontId::new(type_scale::UI.size, FontFamily::Monospace)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space(2), space(1));
    spacing.button_padding = vec2(space(2), space(1));
    spacing.interact_size = vec2(size::HIT, size::HIT);
    spacing.menu_margin = Margin::same(radius::KEY.cast_signed());
    spacing.window_margin = Margin::same(space(4) as i8);
    spacing.scroll = scroll();
    style.scroll_animation = ScrollAnimation::none();
    style.interaction.selectable_labels = false;
    style
}

fn scroll() -> ScrollStyle {
    let mut scroll = ScrollStyle::floating();
    scroll.bar_width = size::SCROLL_BAR;
    scroll.floating_width = size::SCROLL_BAR / 2.0;
    scroll.bar_inner_margin = space(1) / 2.0;
    scroll.bar_outer_margin = space(1) / 2.0;
    scroll.handle_min_length = size::HIT;
    scroll.dormant_background_opacity = 0.0;
    scroll.active_background_opacity = 0.0;
    scroll.interact_background_opacity = 0.0;
    scroll.foreground_color = true;
    scroll.dormant_handle_opacity = 0.25;
    scroll.active_handle_opacity = 0.35;
    scroll.interact_handle_opacity = 0.6;
    scroll.fade.strength = 0.0;
    scroll
}

fn visuals(palette: &Palette) -> Visuals {
    let base = if palette.dark { Visuals::dark() } else { Visuals::light() };
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: palette.shadow };
    Visuals {
        dark_mode: palette.dark,
        weak_text_color: Some(palette.dim),
        widgets: widgets(palette),
        selection: Selection {
            bg_fill: palette.selection,
            stroke: Stroke::new(stroke::FOCUS, palette.accent),
        },
        hyperlink_color: palette.accent,
        faint_bg_color: palette.panel,
        extreme_bg_color: palette.field,
        text_edit_bg_color: Some(palette.field),
        code_bg_color: palette.hover,
        warn_fg_color: palette.warn,
        error_fg_color: palette.error,
        window_corner_radius: CornerRadius::same(radius::CARD),
        window_shadow: shadow,
        window_fill: palette.field,
        window_stroke: Stroke::new(stroke::HAIR, palette.line),
        menu_corner_radius: CornerRadius::same(radius::FIELD),
        panel_fill: palette.panel,
        popup_shadow: shadow,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(size::CARET, palette.accent),
            on_duration: motion::BLINK as f32,
            off_duration: motion::BLINK as f32,
            ..base.text_cursor.clone()
        },
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        disabled_alpha: alpha::DISABLED,
        ..base
    }
}

fn widgets(palette: &Palette) -> Widgets {
    let look = |fill: Color32, border: Stroke, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: border,
        corner_radius: CornerRadius::same(radius::FIELD),
        fg_stroke: Stroke::new(stroke::HAIR, ink),
        expansion: 0.0,
    };
    let hair = |color| Stroke::new(stroke::HAIR, color);
    Widgets {
        noninteractive: look(palette.panel, hair(palette.line), palette.text),
        inactive: look(palette.field, hair(palette.edge), palette.text),
        hovered: look(palette.hover, hair(palette.edge), palette.text),
        // A focused widget looks active too: its border is the focus ring.
        active: look(palette.pressed, Stroke::new(stroke::FOCUS, palette.accent), palette.text),
        open: look(palette.accent_ground, hair(palette.accent), palette.text),
    }
}
