#include "kiosk/ui/screens/answer.h"

#include <algorithm>

#include "kiosk/core/whole_number.h"
#include "kiosk/domain/person_number.h"
#include "kiosk/flow/draft.h"
#include "kiosk/flow/suggestion.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// The label is written where there is room for it; elsewhere the hint says what is needed.
FieldSpec answer_field(const Ui& ui, const Writing& writing) {
    const bool has_label = writing.is_label_needed ||
                           (ui.theme().is_portrait() && ui.theme().size() == TextSize::Normal);
    return {.id = "answer",
            .label = writing.label,
            .has_label = has_label,
            .hint = writing.hint.is_empty() ? ui.text(Text::QuestionEmpty) : writing.hint,
            .value = writing.value};
}

Phrase least_and_most(const Ui& ui, const NumberQuestion& question, const std::string& most) {
    return ui.text(Text::QuestionLeast, {{"least", grouped(question.least)}, {"most", most}});
}

Phrase limits_of(const Ui& ui, const NumberQuestion& question) {
    const std::string unit = question.unit.in(ui.language());
    return least_and_most(ui, question, grouped(question.most) + " " + unit);
}

/// What is asked for while nothing is written, then how many digits there are (E-INP-01).
Phrase person_number_words(const Ui& ui, const std::string& digits) {
    if (digits.empty()) return ui.text(Text::QuestionPersonNumber);
    if (digits.size() == kPersonDigits) return ui.text(Text::QuestionNumberWhole);
    if (is_person_number(digits)) return ui.text(Text::QuestionNumberOld);
    return ui.text(Text::QuestionNumberDigits, {{"count", std::to_string(digits.size())}});
}

struct Missing {
    const Ui& ui;
    const std::string& draft;

    Phrase operator()(const ChoiceQuestion&) const { return ui.text(Text::WhyNotChoose); }
    Phrase operator()(const NumberQuestion& question) const { return limits_of(ui, question); }
    Phrase operator()(const TextQuestion&) const { return ui.text(Text::WhyNotWrite); }
    Phrase operator()(const PersonNumberQuestion&) const { return person_number_words(ui, draft); }
    Phrase operator()(const UnitQuestion&) const { return ui.text(Text::WhyNotPlace); }
};

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
        if (!question.is_counted()) {
            const Phrase unit = ui.words(question.unit);
            return draw_digits(ui, box,
                               {.writing = {ui.text(Text::QuestionAnswer), screen.draft, unit},
                                .limits = limits_of(ui, question),
                                .grouping = Grouping::Thousands});
        }
        Column column(box);
        const Phrase limits = least_and_most(ui, question, grouped(question.most));
        column.skip((box.h - ui.dp(300)) / 4);
        const auto number = counter(ui, column,
                                    {.id = "answer",
                                     .value = whole_number(screen.draft).value_or(0),
                                     .least = question.least,
                                     .most = question.most,
                                     .unit = ui.words(question.unit),
                                     .limits = limits});
        return number ? std::optional<Event>(DraftSet{std::to_string(*number)}) : std::nullopt;
    }

    std::optional<Event> operator()(const TextQuestion&) {
        return draw_writing(ui, box, writing());
    }

    std::optional<Event> operator()(const PersonNumberQuestion&) {
        return draw_digits(ui, box,
                           {.writing = writing(),
                            .limits = person_number_words(ui, screen.draft),
                            .grouping = Grouping::Threes,
                            .privacy = Privacy::Masked});
    }

    std::optional<Event> operator()(const UnitQuestion&) { return draw_place(ui, box, screen); }

private:
    /// What is written, and who has written it where that was not the citizen.
    [[nodiscard]] Writing writing() const {
        const Item* item = screen.visit.procedure.find(screen.item);
        const bool is_read = item != nullptr && suggestion(screen.visit, *item) == screen.draft;
        const Text label = is_read ? Text::QuestionOnPaper : Text::QuestionAnswer;
        return {.label = ui.text(label),
                .value = screen.draft,
                .is_label_needed = is_read,
                .kind = item == nullptr ? WordsOf::Text : words_of(*item)};
    }
};

}  // namespace

Phrase missing_words(const Ui& ui, const std::string& draft, const QuestionKind& kind) {
    return std::visit(Missing{ui, draft}, kind);
}

std::optional<Event> draw_writing(Ui& ui, const Rect& box, const Writing& writing) {
    Column column(box);
    const int keys = keyboard_height(ui, box.w, writing.kind ? Keys::Worded : Keys::All);
    const int line = ui.theme().line_height(TextRole::Heading2);
    // As many lines of the answer as fit above the keys, at least one.
    const int lines = std::clamp((column.left() - keys - ui.dp(120)) / line, 1, 3);
    field(ui, column, answer_field(ui, writing), lines);
    skip_shown(ui, column, ui.dp(24));
    const Rect rest = column.rest();
    const int high = std::min(rest.h, keys);
    const Rect place{rest.x, rest.bottom() - high, rest.w, high};
    if (!writing.kind) return keyboard(ui, place);
    return keyboard(ui, place, Keys::Worded,
                    ui.office().words.suggest(writing.value, *writing.kind));
}

std::optional<Event> draw_digits(Ui& ui, const Rect& box, const Dialling& dialling) {
    Column column(box);
    FieldSpec spec = answer_field(ui, dialling.writing);
    spec.grouping = dialling.grouping;
    field(ui, column, spec, 1);
    skip_shown(ui, column, ui.dp(12));
    const Phrase& limits = dialling.limits;
    text(ui, take_shown(ui, column, text_height(ui, limits, strong(), column.width())), limits,
         strong());
    skip_shown(ui, column, ui.dp(24));
    const Rect rest = column.rest();
    return number_pad(
        ui, {rest.x, rest.y, std::min(rest.w, ui.dp(640)), std::min(rest.h, 4 * ui.dp(112))},
        dialling.privacy);
}

std::optional<Event> draw_answer(Ui& ui, const Rect& box, const AskQuestion& screen,
                                 const QuestionKind& kind) {
    return std::visit(Answering{ui, screen, box}, kind);
}

}  // namespace motlan
