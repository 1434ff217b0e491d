#include <algorithm>
#include <charconv>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/other_way.h"
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
        std::optional<Event> event;
        Pieces pieces(ui, box.w);
        for (const Choice& one : question.choices) {
            const ChoiceSpec spec{.id = "answer." + one.value,
                                  .label = ui.words(one.label),
                                  .is_selected = screen.draft == one.value};
            add_choice(ui, pieces, spec, [&event, one] { event = DraftSet{one.value}; });
            pieces.skip(ui.dp(20));
        }
        pieces.draw(box, "answer.choices");
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
        const int keys = keyboard_height(ui, box.w);
        draw_field(column, Text::QuestionEmpty, lines_for(column.left() - keys));
        column.skip(ui.dp(24));
        const Rect rest = column.rest();
        const int high = std::min(rest.h, keys);
        return keyboard(ui, {rest.x, rest.bottom() - high, rest.w, high});
    }

private:
    /// As many lines of the answer as fit above the keys, at least one.
    [[nodiscard]] int lines_for(int room) const {
        const int line = ui.theme().line_height(TextRole::Heading2);
        return std::clamp((room - ui.dp(120)) / line, 1, 3);
    }

    void draw_field(Column& column, Text hint, int lines) {
        field(ui, column,
              {.id = "answer",
               .label = ui.text(Text::QuestionAnswer),
               .has_label = ui.theme().is_portrait() && ui.theme().size() == TextSize::Normal,
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

/// "Câu 1 trong 2"; nothing when there is but one, or when one is changed from the review.
Phrase count_words(const Ui& ui, const AskQuestion& screen) {
    if (screen.from_review || screen.total < 2) return {};
    return ui.text(Text::QuestionCount, {{"number", std::to_string(screen.number)},
                                         {"total", std::to_string(screen.total)}});
}

/// The count at the left, "Vì sao hỏi?" at the right, and another way to answer between them.
std::optional<Event> draw_top(Ui& ui, Column& column, const AskQuestion& screen) {
    const ButtonSpec why{.id = screen.item.value() + ".why",
                         .label = ui.text(Text::CommonWhyAsked),
                         .icon = Icon::Question,
                         .kind = ButtonKind::Quiet,
                         .role = TextRole::Body};
    auto other = other_way(ui, screen.visit, screen.item);
    if (other) other->label = ui.text(Text::OtherShort);
    Rect row = column.take(std::max(ui.dp(72), ui.theme().line_height(TextRole::Body) + ui.dp(20)));
    column.skip(ui.dp(24));
    const int wished = button_width(ui, why) + (other ? button_width(ui, *other) : 0);
    const auto take_button = [&, is_tight = wished > row.w - ui.dp(24)](ButtonSpec spec) {
        if (is_tight) spec.icon = Icon::None;
        const int wide = std::min(row.w, button_width(ui, spec));
        const Rect box{row.right() - wide, row.y, wide, row.h};
        row.w -= wide + ui.dp(24);
        return button(ui, box, spec);
    };
    std::optional<Event> event;
    if (take_button(why)) event = WhyWished{screen.item};
    if (other && take_button(*other)) event = OtherWayWished{screen.item};
    const TextStyle style{.ink = ui.colours().ink_soft, .is_middle = true};
    const Phrase count = count_words(ui, screen);
    if (row.w > 0 && text_height(ui, count, style, row.w) <= row.h) text(ui, row, count, style);
    return event;
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
                        .is_next_enabled = screen.is_complete,
                        .needs_room = true});
    if (question == nullptr) return std::nullopt;
    Column column(frame.content);
    auto aside = draw_top(ui, column, screen);
    auto event = std::visit(Answering{ui, screen, column.rest()}, question->kind);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    if (aside) return aside;
    return event;
}

}  // namespace motlan
