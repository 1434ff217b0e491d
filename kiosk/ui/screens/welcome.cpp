#include "kiosk/ui/screens/ease_offer.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Parts {
    std::optional<NoticeSpec> fault;
    std::optional<NoticeSpec> bring;
    bool has_promise = true;
    bool has_languages = true;
    bool has_lotus = false;
    bool has_ease = false;
};

TextStyle title_style(const Ui& ui) {
    const Align align = ui.theme().is_portrait() ? Align::Center : Align::Left;
    return {.role = TextRole::Display, .weight = Weight::Bold, .align = align};
}

TextStyle promise_style(const Ui& ui) {
    return {
        .role = TextRole::Heading2, .ink = ui.colours().ink_soft, .align = title_style(ui).align};
}

ButtonSpec start_button(const Ui& ui) {
    return {.id = "welcome.start",
            .label = ui.text(Text::WelcomeStart),
            .icon = Icon::Finger,
            .kind = ButtonKind::Primary,
            .role = TextRole::Heading1};
}

ButtonSpec follow_button(const Ui& ui) {
    return {.id = "welcome.follow",
            .label = ui.text(Text::WelcomeFollow),
            .icon = Icon::Magnifier,
            .is_enabled = ui.surroundings().ability.reads_codes,
            .why_not = ui.text(Text::HomeNoCard)};
}

ButtonSpec more_button(const Ui& ui) {
    return {.id = "welcome.more", .label = ui.text(Text::WelcomeMore), .icon = Icon::ArrowRight};
}

/// The way that most people go, and below it the two others side by side.
struct Ways {
    int start = 0;
    int others = 0;
    int gap = 0;
    int ease = 0;  ///< 0: it is easy already, or there is no room to offer it here
    [[nodiscard]] int height() const { return start + gap + others + (ease > 0 ? gap + ease : 0); }
};

Ways ways_of(const Ui& ui, int width, bool has_ease) {
    const int high = ui.dp(ui.theme().is_portrait() ? 220 : 140);
    const int half = Row({0, 0, width, 0}, 2, ui.dp(24)).at(0).w;
    return {.start = std::max(high, button_height(ui, start_button(ui), width)),
            .others = std::max({ui.dp(96), button_height(ui, follow_button(ui), half),
                                button_height(ui, more_button(ui), half)}),
            .gap = ui.dp(24),
            .ease = has_ease ? std::max(ui.dp(80),
                                        button_height(ui, ease_button(ui, "welcome.ease"), width))
                             : 0};
}

std::optional<Event> draw_ways(Ui& ui, const Rect& box, bool has_ease) {
    const Ways ways = ways_of(ui, box.w, has_ease);
    Column column(box.centered(box.w, ways.height()));
    std::optional<Event> event;
    if (button(ui, column.take(ways.start), start_button(ui))) event = Started{};
    column.skip(ways.gap);
    const Row others(column.take(ways.others), 2, ways.gap);
    if (button(ui, others.at(0), follow_button(ui))) event = FollowWished{};
    if (button(ui, others.at(1), more_button(ui))) event = HomeWished{};
    if (!has_ease) return event;
    column.skip(ways.gap);
    if (button(ui, column.take(ways.ease), ease_button(ui, "welcome.ease"))) event = EaseWished{};
    return event;
}

/// Height of the ways on with the space around them.
int ways_height(const Ui& ui, int width, bool has_ease) {
    return ways_of(ui, width, has_ease).height() + 2 * ui.dp(28);
}

int top_height(const Ui& ui, const Parts& parts, int width) {
    int high = text_height(ui, ui.text(Text::WelcomeTitle), title_style(ui), width);
    if (parts.has_lotus) high += ui.dp(300);
    if (parts.fault) high += notice_height(ui, *parts.fault, width) + ui.dp(24);
    if (parts.has_promise)
        high +=
            ui.dp(28) + text_height(ui, ui.text(Text::WelcomePromise), promise_style(ui), width);
    return high;
}

int low_height(const Ui& ui, const Parts& parts, int width) {
    int high = ways_height(ui, width, parts.has_ease);
    if (parts.bring) high += notice_height(ui, *parts.bring, width);
    if (parts.has_languages) high += ui.dp(128 + 32);
    return high;
}

/// Whether there is too much of it: where hands are low, in one of the halves.
bool is_full(const Ui& ui, const Parts& parts, const Rect& box) {
    const int top = top_height(ui, parts, box.w);
    const int low = low_height(ui, parts, box.w);
    return ui.is_low() ? top > ui.display().h || low > box.h : top + low > box.h;
}

/// One sentence: what cannot be done here now, else the first device that is not well.
Text trouble_of(const Welcome& screen) {
    const Ability& ability = screen.ability;
    if (!ability.reads_codes) return Text::WelcomeNoCard;
    if (!ability.takes_papers) return Text::WelcomeNoScanner;
    if (!ability.has_camera) return Text::WelcomeByReader;
    return fault_text(screen.out_of_order.front().fault);
}

/// Large letters leave less room: what is said or done elsewhere too goes first.
Parts parts_of(const Ui& ui, const Welcome& screen, const Rect& box) {
    Parts parts{.bring = NoticeSpec{.id = "welcome.bring",
                                    .tone = Tone::Note,
                                    .title = ui.text(Text::WelcomeBringTitle),
                                    .words = ui.text(Text::WelcomeBring),
                                    .icon = Icon::Card},
                .has_lotus = ui.theme().is_portrait(),
                .has_ease = !ui.comfort().is_easy};
    if (!screen.out_of_order.empty())
        parts.fault = NoticeSpec{
            .id = "welcome.out_of_order", .tone = Tone::Warn, .words = ui.text(trouble_of(screen))};
    if (is_full(ui, parts, box)) parts.has_lotus = false;
    if (is_full(ui, parts, box)) parts.has_languages = false;
    if (is_full(ui, parts, box)) parts.has_promise = false;
    if (is_full(ui, parts, box)) parts.has_ease = false;
    if (is_full(ui, parts, box)) parts.bring.reset();
    return parts;
}

std::optional<Event> draw_languages(Ui& ui, const Rect& row) {
    const Row halves(row, 2, ui.dp(24));
    const bool is_vietnamese = ui.language() == Language::Vietnamese;
    std::optional<Event> event;
    if (choice(ui, halves.at(0),
               {.id = "welcome.vietnamese",
                .label = ui.text(Text::WelcomeVietnamese),
                .is_selected = is_vietnamese})) {
        event = LanguageWished{Language::Vietnamese};
    }
    if (choice(ui, halves.at(1),
               {.id = "welcome.english",
                .label = ui.text(Text::WelcomeEnglish),
                .is_selected = !is_vietnamese})) {
        event = LanguageWished{Language::English};
    }
    return event;
}

void draw_top(Ui& ui, Column& column, const Parts& parts) {
    if (parts.fault) {
        notice(ui, column, *parts.fault);
        column.skip(ui.dp(24));
    }
    if (parts.has_lotus) {
        draw_lotus(ui, column.take(ui.dp(260)));
        column.skip(ui.dp(40));
    }
    text(ui, column, ui.text(Text::WelcomeTitle), title_style(ui));
    if (!parts.has_promise) return;
    column.skip(ui.dp(28));
    text(ui, column, ui.text(Text::WelcomePromise), promise_style(ui));
}

}  // namespace

std::optional<Event> draw(Ui& ui, const Welcome& screen) {
    const Frame frame = draw_frame(ui, {});
    const Parts parts = parts_of(ui, screen, frame.content);
    Column column(frame.content);
    Column above(ui.display());
    draw_top(ui, ui.is_low() ? above : column, parts);
    ui.set_display({});

    // The rest is built from the bottom up; the ways on stand in the middle of what lies between.
    Rect rest = column.rest();
    const int languages = parts.has_languages ? ui.dp(128) : 0;
    const Rect row{rest.x, rest.bottom() - languages, rest.w, languages};
    if (languages > 0) rest.h -= languages + ui.dp(32);
    if (parts.bring) rest.h -= notice_height(ui, *parts.bring, rest.w);
    std::optional<Event> event = draw_ways(ui, rest, parts.has_ease);
    Column low({rest.x, rest.bottom(), rest.w, row.y - rest.bottom()});
    if (parts.bring) notice(ui, low, *parts.bring);
    if (parts.has_languages) {
        if (auto wish = draw_languages(ui, row)) event = std::move(wish);
    }
    return event;
}

}  // namespace motlan
