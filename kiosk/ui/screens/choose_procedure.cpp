#include <algorithm>
#include <string>

#include "kiosk/ui/catalogue_words.h"
#include "kiosk/ui/screens/letter_search.h"
#include "kiosk/ui/screens/offer_list.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

constexpr std::string_view kHitPages = "choose.hits";

/// What the screen offers: procedures that were led to, the question's answers, or, where the
/// guide knows none of this kiosk's procedures, all of them.
Offers offers_of(const Ui& ui, const ChooseProcedure& screen) {
    Offers offers;
    for (const std::size_t place : screen.found.places) offers.push_back(whole_offer(ui, place));
    if (!offers.empty()) return offers;
    const GuideQuestion* question = current_question(screen, ui.office().guide);
    if (question != nullptr) {
        for (const auto& answer : question->answers) offers.push_back(answer_offer(ui, answer));
    }
    if (!offers.empty()) return offers;
    for (std::size_t place = 0; place < ui.office().procedures.size(); ++place) {
        offers.push_back(whole_offer(ui, place));
    }
    return offers;
}

/// Two boxes side by side, each wide enough for its words; below each other where that is too much.
struct Pair {
    Rect first;
    Rect second;
};
Pair pair_of(Ui& ui, Column& column, int first, int second) {
    const int gap = ui.dp(24);
    const int spare = column.width() - first - second - gap;
    const int high = ui.dp(ui.is_low() ? 88 : 112);
    const Rect row = column.take(high);
    if (spare >= 0) {
        const int left = first + spare / 2;
        return {{row.x, row.y, left, row.h},
                {row.x + left + gap, row.y, row.w - left - gap, row.h}};
    }
    column.skip(gap);
    return {row, column.take(high)};
}

/// The other two ways to a procedure.
std::optional<Event> draw_ways(Ui& ui, Column& column) {
    const ButtonSpec search{
        .id = "search.open", .label = ui.text(Text::SearchOpen), .icon = Icon::Magnifier};
    const ButtonSpec unsure{
        .id = "search.unsure", .label = ui.text(Text::SearchUnsure), .icon = Icon::Question};
    const Pair pair = pair_of(ui, column, button_width(ui, search), button_width(ui, unsure));
    column.skip(ui.dp(32));
    const bool is_search = button(ui, pair.first, search);
    const bool is_unsure = button(ui, pair.second, unsure);
    if (is_search) return SearchWished{};
    return is_unsure ? std::optional<Event>(UnsureWished{}) : std::nullopt;
}

bool is_large(const Ui& ui) { return ui.theme().size() != TextSize::Normal; }

Phrase title_of(const Ui& ui, const ChooseProcedure& screen) {
    const bool has_room = ui.theme().is_portrait() && !is_large(ui);
    // Where room is scarce the field's label alone says what to do.
    if (screen.by == ChooseBy::Words) return has_room ? ui.text(Text::SearchTitle) : Phrase{};
    if (!screen.found.places.empty()) return ui.text(Text::SearchWhich);
    const GuideQuestion* question = current_question(screen, ui.office().guide);
    if (screen.asked.empty() || question == nullptr) return ui.text(Text::ChooseTitle);
    return ui.words(question->text);
}

/// Of which day the catalogue is, where that matters.
void draw_catalogue_age(Ui& ui, Column& column) {
    const Phrase words = catalogue_words(ui);
    if (words.is_empty()) return;
    const BadgeSpec spec{.tone = is_catalogue_old(ui) ? Tone::Warn : Tone::Note, .words = words};
    badge(ui, take_shown(ui, column, badge_height(ui, words, column.width())), spec);
    skip_shown(ui, column, ui.dp(24));
}

std::optional<Event> draw_questions(Ui& ui, const Rect& content, const ChooseProcedure& screen) {
    const bool is_first = screen.asked.empty() && screen.found.places.empty();
    const std::string pages = "choose.page";
    if (!is_first) return draw_offers(ui, content, {pages}, offers_of(ui, screen));
    const Sides sides = is_large(ui) ? Sides{content, {}} : split(ui, content, 66);
    Column main(sides.main);
    Column side(sides.side);
    draw_catalogue_age(ui, main);
    std::optional<Event> way = draw_ways(ui, sides.side.w > 0 ? side : main);
    const auto offer = draw_offers(ui, main.rest(), {pages}, offers_of(ui, screen));
    return way ? way : offer;
}

/// What the words found so far.
std::optional<Event> draw_hits(Ui& ui, const Rect& box, const ChooseProcedure& screen) {
    if (screen.typed.empty()) return std::nullopt;
    Column column(box);
    const bool is_nothing = screen.found.places.empty();
    if (is_nothing || !screen.found.is_sure) {
        const Phrase words = ui.text(is_nothing ? Text::SearchNone : Text::SearchNear);
        text(ui, take_shown(ui, column, text_height(ui, words, strong(), column.width())), words,
             strong());
        skip_shown(ui, column, ui.dp(16));
    }
    Offers offers;
    for (const std::size_t place : screen.found.places) offers.push_back(short_offer(ui, place));
    if (is_nothing) return std::nullopt;
    if (!ui.theme().is_portrait() || ui.is_low()) keep_fitting(ui, column.rest(), offers);
    return draw_offers(ui, column.rest(), {std::string(kHitPages)}, offers);
}

std::optional<Event> draw_search(Ui& ui, const Rect& content, const ChooseProcedure& screen) {
    return draw_letter_search(
        ui, content,
        {.field = {.id = "search.words",
                   .label = ui.text(Text::SearchLabel),
                   .hint = ui.text(Text::SearchHint),
                   .value = screen.typed},
         .pages = std::string(kHitPages),
         .draw_hits = [&](const Rect& box) { return draw_hits(ui, box, screen); }});
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ChooseProcedure& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Choose,
                                        .title = title_of(ui, screen),
                                        .back = ui.text(Text::CommonBack)});
    auto event = screen.by == ChooseBy::Words ? draw_search(ui, frame.content, screen)
                                              : draw_questions(ui, frame.content, screen);
    if (frame.went_back) return WentBack{};
    // A real keyboard needs no button to begin a search.
    if (!event && !ui.moment().typed.empty()) return LettersTyped{ui.moment().typed};
    return event;
}

}  // namespace motlan
