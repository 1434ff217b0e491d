#include <algorithm>
#include <initializer_list>
#include <vector>

#include "kiosk/domain/spared.h"
#include "kiosk/ui/screens/answer.h"
#include "kiosk/ui/screens/other_way.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// "Câu 1 trong 2"; nothing when there is but one, or when one is changed from the review.
Phrase count_words(const Ui& ui, const AskQuestion& screen) {
    if (screen.from_review || screen.total < 2) return {};
    return ui.text(Text::QuestionCount, {{"number", std::to_string(screen.number)},
                                         {"total", std::to_string(screen.total)}});
}

/// Before the first question: how many are not asked because the State has the answers (ux 5.1).
Phrase spared_words(const Ui& ui, const AskQuestion& screen) {
    if (screen.from_review || screen.number > 1) return {};
    const int spared = spared_questions(screen.visit.procedure, screen.visit.plan);
    if (spared == 0) return {};
    return ui.text(Text::QuestionSpared, {{"count", std::to_string(spared)}});
}

/// The first of these that has room in one row.
void draw_first_fitting(Ui& ui, const Rect& row, std::initializer_list<Phrase> phrases) {
    const TextStyle style{.ink = ui.colours().ink_soft, .is_middle = true};
    for (const Phrase& phrase : phrases) {
        if (phrase.is_empty() || row.w <= 0) continue;
        if (text_height(ui, phrase, style, row.w) <= row.h) return text(ui, row, phrase, style);
    }
}

/// A button of the top row and what it means.
struct Aside {
    ButtonSpec button;
    Event event;
};

/// "Vì sao hỏi?", and where there are any another way to answer and another place to look in.
std::vector<Aside> asides_of(const Ui& ui, const AskQuestion& screen) {
    std::vector<Aside> asides{{{.id = screen.item.value() + ".why",
                                .label = ui.text(Text::CommonWhyAsked),
                                .icon = Icon::Question,
                                .kind = ButtonKind::Quiet,
                                .role = TextRole::Body},
                               WhyWished{screen.item}}};
    if (auto other = other_way(ui, screen.visit, screen.item)) {
        other->label = ui.text(Text::OtherShort);
        asides.push_back({*std::move(other), OtherWayWished{screen.item}});
    }
    if (auto wider = wider_place(ui, screen)) {
        asides.push_back({*std::move(wider), WiderPlaceWished{}});
    }
    return asides;
}

/// The count at the left, the buttons from the right.
std::optional<Event> draw_top(Ui& ui, Column& column, const AskQuestion& screen) {
    const int pad = ui.is_low() ? 12 : 20;
    Rect row =
        column.take(std::max(ui.dp(72), ui.theme().line_height(TextRole::Body) + ui.dp(pad)));
    column.skip(ui.dp(ui.is_low() ? 16 : 24));
    std::vector<Aside> asides = asides_of(ui, screen);
    int wished = ui.dp(24);
    for (const Aside& aside : asides) wished += button_width(ui, aside.button);
    std::optional<Event> event;
    for (Aside& aside : asides) {
        if (wished > row.w) aside.button.icon = Icon::None;
        const int wide = std::min(row.w, button_width(ui, aside.button));
        if (button(ui, {row.right() - wide, row.y, wide, row.h}, aside.button)) event = aside.event;
        row.w -= wide + ui.dp(24);
    }
    draw_first_fitting(ui, row, {spared_words(ui, screen), count_words(ui, screen)});
    return event;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const AskQuestion& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    const auto* question = item == nullptr ? nullptr : std::get_if<Question>(&item->otherwise);
    const Frame frame = draw_frame(
        ui, {.step = VisitStep::Answer,
             .title = question == nullptr ? Phrase{} : ui.words(question->text),
             .back = ui.text(Text::CommonBack),
             .next = ui.text(Text::CommonContinue),
             .is_next_enabled = screen.is_complete,
             .why_not =
                 question == nullptr ? Phrase{} : missing_words(ui, screen.draft, question->kind),
             .needs_room = true});
    if (question == nullptr) return std::nullopt;
    Column column(frame.content);
    auto aside = draw_top(ui, column, screen);
    auto event = draw_answer(ui, column.rest(), screen, question->kind);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (aside) return aside;
    return event;
}

}  // namespace motlan
