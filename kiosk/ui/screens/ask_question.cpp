#include <charconv>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// A number up to this is counted with "more" and "less", a larger one is typed.
constexpr std::int64_t kMostCounted = 30;

std::int64_t number_of(const std::string& draft) {
    std::int64_t number = 0;
    std::from_chars(draft.data(), draft.data() + draft.size(), number);
    return number;
}

/// Draws the way to answer that fits the kind of question.
struct Answering {
    Ui& ui;
    const AskQuestion& screen;
    Rect box;

    std::optional<Event> operator()(const ChoiceQuestion& question) {
        Column column(box);
        std::optional<Event> event;
        for (const Choice& one : question.choices) {
            const ChoiceSpec spec{.id = "answer." + one.value,
                                  .label = ui.words(one.label),
                                  .is_selected = screen.draft == one.value};
            if (choice(ui, column.take(choice_height(ui, spec, box.w)), spec))
                event = DraftSet{one.value};
            column.skip(ui.dp(24));
        }
        return event;
    }

    std::optional<Event> operator()(const NumberQuestion& question) {
        Column column(box);
        const Phrase limits = ui.text(Text::QuestionLeast, {{"least", grouped(question.least)},
                                                            {"most", grouped(question.most)}});
        if (question.most > kMostCounted) return typed_number(column, limits);
        column.skip((box.h - ui.dp(300)) / 4);
        const auto number = counter(ui, column,
                                    {.id = "answer",
                                     .value = number_of(screen.draft),
                                     .least = question.least,
                                     .most = question.most,
                                     .unit = ui.words(question.unit),
                                     .limits = limits});
        return number ? std::optional<Event>(DraftSet{std::to_string(*number)}) : std::nullopt;
    }

    std::optional<Event> operator()(const TextQuestion&) {
        Column column(box);
        const int room = column.left() - keyboard_height(ui) - ui.dp(32);
        draw_field(column, Text::QuestionEmpty, room > ui.dp(300) ? 3 : 2);
        column.skip(ui.dp(24));
        const Rect rest = column.rest();
        const int high = std::min(rest.h, keyboard_height(ui));
        return keyboard(ui, {rest.x, rest.bottom() - high, rest.w, high});
    }

private:
    void draw_field(Column& column, Text hint, int lines) {
        field(ui, column,
              {.id = "answer",
               .label = ui.text(Text::QuestionAnswer),
               .hint = ui.text(hint),
               .value = screen.draft},
              lines);
    }

    std::optional<Event> typed_number(Column& column, const Phrase& limits) {
        draw_field(column, Text::QuestionEmpty, 1);
        column.skip(ui.dp(12));
        text(ui, column, limits, {.ink = ui.colours().ink_soft});
        column.skip(ui.dp(24));
        const Rect rest = column.rest();
        return number_pad(
            ui, {rest.x, rest.y, std::min(rest.w, ui.dp(640)), std::min(rest.h, 4 * ui.dp(112))});
    }
};

/// "Câu 1 trong 2" at the left, "Vì sao hỏi?" at the right.
bool draw_top(Ui& ui, Column& column, const AskQuestion& screen) {
    const ButtonSpec why{.id = screen.item.value() + ".why",
                         .label = ui.text(Text::CommonWhyAsked),
                         .icon = Icon::Question,
                         .kind = ButtonKind::Quiet,
                         .role = TextRole::Body};
    const Rect row =
        column.take(std::max(ui.dp(72), ui.theme().line_height(TextRole::Body) + ui.dp(20)));
    const int wide = button_width(ui, why);
    if (!screen.from_review && screen.total > 1) {
        text(ui, {row.x, row.y, row.w - wide - ui.dp(24), row.h},
             ui.text(Text::QuestionCount, {{"number", std::to_string(screen.number)},
                                           {"total", std::to_string(screen.total)}}),
             {.ink = ui.colours().ink_soft, .is_middle = true});
    }
    const bool is_chosen = button(ui, {row.right() - wide, row.y, wide, row.h}, why);
    column.skip(ui.dp(24));
    return is_chosen;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const AskQuestion& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    const auto* question = item == nullptr ? nullptr : std::get_if<Question>(&item->otherwise);
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Answer,
                        .title = question == nullptr ? Phrase{} : ui.words(question->text),
                        .back = ui.text(Text::CommonBack),
                        .next = ui.text(Text::CommonContinue),
                        .is_next_enabled = screen.is_complete});
    if (question == nullptr) return std::nullopt;
    Column column(frame.content);
    const bool why = draw_top(ui, column, screen);
    std::optional<Event> event = std::visit(Answering{ui, screen, column.rest()}, question->kind);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (why) return WhyWished{screen.item};
    return event;
}

}  // namespace motlan
