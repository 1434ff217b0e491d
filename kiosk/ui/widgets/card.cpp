#include "kiosk/ui/widgets/card.h"

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/zones.h"

namespace motlan {
namespace {

struct NoticeLayout {
    int pad;
    int icon;
    int gap;
    int words_width;
    int title;
    int words;
    int code;
    [[nodiscard]] int height() const { return 2 * pad + std::max(icon, title + words + code); }
};

TextStyle title_style(const NoticeSpec& spec, const Tint& tint) {
    return {.role = spec.title_role, .weight = Weight::Bold, .ink = tint.ink};
}
TextStyle words_style(const NoticeSpec& spec, const Tint& tint) {
    return {.ink = tint.ink, .most_lines = spec.most_lines};
}
TextStyle code_style(const Tint& tint) { return {.role = TextRole::Caption, .ink = tint.ink}; }

NoticeLayout measure(const Ui& ui, const NoticeSpec& spec, int width) {
    const Tint& colours = tint(ui, spec.tone);
    NoticeLayout l{.pad = ui.dp(24), .icon = ui.dp(56), .gap = ui.dp(24)};
    l.words_width = width - 2 * l.pad - l.icon - l.gap;
    const auto high = [&](const Phrase& phrase, const TextStyle& style) {
        return phrase.is_empty() ? 0 : text_height(ui, phrase, style, l.words_width);
    };
    l.title = high(spec.title, title_style(spec, colours));
    l.words = high(spec.words, words_style(spec, colours));
    l.code = spec.small_code.empty() ? 0 : ui.theme().line_height(TextRole::Caption);
    return l;
}

/// A badge's icon, and where its words begin.
int badge_side(const Ui& ui) { return ui.dp(34); }
int badge_front(const Ui& ui) { return badge_side(ui) + ui.dp(12); }

}  // namespace

void draw_card(Ui& ui, const Rect& box) {
    const int radius = ui.dp(24);
    const Palette& p = ui.colours();
    if (p.has_shadows) ui.paint().shadow(box, {radius, ui.dp(16), ui.dp(4), 30});
    ui.paint().fill(box, p.surface, radius);
    ui.paint().outline(box, p.hairline, radius, ui.dp(p.border_dp));
}

const Tint& tint(const Ui& ui, Tone tone) {
    const Palette& p = ui.colours();
    switch (tone) {
        case Tone::Still: return p.still;
        case Tone::Note: return p.note;
        case Tone::Ok: return p.ok;
        case Tone::Warn: return p.warn;
        case Tone::Error: return p.error;
    }
    return p.still;
}

Icon icon_of(Tone tone) {
    switch (tone) {
        case Tone::Still: return Icon::Minus;
        case Tone::Note: return Icon::Info;
        case Tone::Ok: return Icon::CheckRound;
        case Tone::Warn: return Icon::Attention;
        case Tone::Error: return Icon::Warning;
    }
    return Icon::None;
}

std::string support_words(const Ui& ui, Fault fault) {
    return ui.text(Text::CommonCode, {{"code", std::string(code(fault))}}).shown;
}

int notice_height(const Ui& ui, const NoticeSpec& spec, int width) {
    return measure(ui, spec, width).height();
}

void notice(Ui& ui, Column& column, const NoticeSpec& spec) {
    const NoticeLayout l = measure(ui, spec, column.width());
    const Tint& colours = tint(ui, spec.tone);
    const Rect box = column.take(l.height());
    ui.paint().fill(box, colours.ground, ui.dp(20));
    if (!ui.colours().has_shadows) ui.paint().outline(box, colours.line, ui.dp(20), ui.dp(4));
    const GroundScope ground(ui, colours.ground);
    const Icon icon = spec.icon == Icon::None ? icon_of(spec.tone) : spec.icon;
    const Rect mark{box.x + l.pad, box.y + l.pad, l.icon, l.icon};
    const double drawn = spec.is_success ? ui.success() : 1;
    if (drawn < 1) ui.paint().clip({mark.x, mark.y, static_cast<int>(mark.w * drawn), mark.h});
    draw_icon(ui, icon, mark, colours.line);
    if (drawn < 1) ui.paint().unclip();
    const int words_high = l.title + l.words + l.code;
    Column words({box.x + l.pad + l.icon + l.gap, box.y + (box.h - words_high) / 2, l.words_width,
                  words_high});
    TextStyle title = title_style(spec, colours);
    title.id = spec.id + ".title";
    title.privacy = spec.privacy;
    TextStyle sentence = words_style(spec, colours);
    sentence.id = spec.id;
    sentence.privacy = spec.privacy;
    sentence.heard_as = NodeRole::Status;
    if (spec.title_role == TextRole::Body) title.heard_as = NodeRole::Status;
    TextStyle code = code_style(colours);
    code.id = spec.id + ".code";
    text(ui, words, spec.title, title);
    text(ui, words, spec.words, sentence);
    if (!spec.small_code.empty()) text(ui, words, plain(spec.small_code), code);
}

int badge_height(const Ui& ui, const Phrase& words, int width) {
    const TextStyle style{.role = TextRole::Caption,
                          .most_lines = lines_in(ui, TextRole::Caption, page_room(ui) * 3 / 4)};
    return std::max(badge_side(ui), text_height(ui, words, style, width - badge_front(ui)));
}

int badge_width(const Ui& ui, const Phrase& words) {
    const Font font = ui.theme().font(TextRole::Caption, Weight::Regular);
    return badge_front(ui) + text_width(ui.typeface(), font, words.shown);
}

void badge(Ui& ui, const Rect& box, const BadgeSpec& spec) {
    const Tint& colours = tint(ui, spec.tone);
    const int side = badge_side(ui);
    const int front = badge_front(ui);
    const int line = ui.theme().line_height(TextRole::Caption);
    draw_icon(ui, icon_of(spec.tone),
              {box.x, box.y + (std::min(line, box.h) - side) / 2, side, side}, colours.line);
    const Rect rest{box.x + front, box.y, box.w - front, box.h};
    text(ui, rest, spec.words,
         {.role = TextRole::Caption,
          .ink = colours.ink,
          .id = spec.id,
          .privacy = spec.privacy,
          .heard_as = spec.is_news ? std::optional(NodeRole::Status) : std::nullopt});
}

}  // namespace motlan
