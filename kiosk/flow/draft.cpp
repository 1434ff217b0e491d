#include "kiosk/flow/draft.h"

#include <algorithm>
#include <optional>

#include "kiosk/core/tone.h"
#include "kiosk/core/utf8.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/domain/person_number.h"
#include "kiosk/domain/place.h"
#include "kiosk/flow/suggestion.h"

namespace motlan {
namespace {

struct Accepts {
    std::string_view draft;

    bool operator()(const ChoiceQuestion& question) const {
        return std::ranges::contains(question.choices, draft, &Choice::value);
    }
    bool operator()(const NumberQuestion& question) const {
        const auto number = whole_number(draft);
        return number && *number >= question.least && *number <= question.most;
    }
    bool operator()(const TextQuestion& question) const {
        return !trimmed(draft).empty() && count_letters(draft) <= question.longest;
    }
    bool operator()(const PersonNumberQuestion&) const { return is_person_number(draft); }
    bool operator()(const UnitQuestion&) const { return is_place_answer(draft); }
};

/// The digits of somebody's number, as far as there is room for them.
std::string with_person_digits(std::string_view draft, std::string_view digits) {
    const bool fits = are_digits(digits) && draft.size() + digits.size() <= kPersonDigits;
    return std::string(draft) + std::string(fits ? digits : std::string_view());
}

/// A number's digits: no more than its largest value has, and none before the first.
std::string with_digits(std::string_view draft, std::string_view digits, std::int64_t most) {
    std::string all = std::string(draft) + std::string(digits);
    all.erase(0, std::min(all.find_first_not_of('0'), all.size()));
    const bool fits = all.size() <= std::to_string(most).size();
    return fits && (all.empty() || whole_number(all)) ? all : std::string(draft);
}

}  // namespace

bool is_text(const Item& item) { return question_of<TextQuestion>(item) != nullptr; }

bool is_name(const Item& item) {
    const std::string& about = item.concept_id.value();
    return is_text(item) && (about.ends_with("_name") || about.ends_with(".name"));
}

bool is_typed(const Item& item) {
    const auto* number = question_of<NumberQuestion>(item);
    return is_text(item) || question_of<PersonNumberQuestion>(item) != nullptr ||
           (number != nullptr && !number->is_counted());
}

std::string first_draft(const Visit& visit, const Item& item) {
    const auto begun = visit.drafts.find(item.id);
    if (begun != visit.drafts.end()) return begun->second.reveal();
    const auto given = visit.answers.find(item.id);
    if (given != visit.answers.end()) return given->second.reveal();
    if (auto read = suggestion(visit, item)) return *std::move(read);
    const QuestionKind* kind = kind_of(item);
    if (kind == nullptr) return {};
    const auto* number = std::get_if<NumberQuestion>(kind);
    const bool is_counted = number != nullptr && number->is_counted();
    return is_counted ? std::to_string(number->usual) : std::string();
}

void keep_draft(Visit& visit, const Item& item, const std::string& draft) {
    const bool is_own = suggestion(visit, item) != draft;
    const bool is_worth_keeping = !draft.empty() || visit.answers.contains(item.id);
    if (is_own && is_worth_keeping)
        visit.drafts.insert_or_assign(item.id, Personal(draft));
    else
        visit.drafts.erase(item.id);
}

bool is_acceptable(std::string_view draft, const Item& item) {
    const QuestionKind* kind = kind_of(item);
    return kind != nullptr && std::visit(Accepts{draft}, *kind);
}

std::string with_letters(std::string_view draft, std::string_view letters, std::size_t longest) {
    std::string before(draft);
    const auto composed = to_nfc(before + std::string(letters));
    const bool fits = composed && count_letters(*composed) <= longest;
    const bool has_control = std::ranges::any_of(letters, [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    });
    return fits && !has_control ? *composed : before;
}

std::string with_keys(std::string_view draft, std::string_view keys, const Item& item,
                      const Typing& typing) {
    const bool are_taken = with_letters(draft, keys, item) != draft;
    if (!are_taken || !is_text(item)) return with_letters(draft, keys, item);
    std::string text(draft);
    const bool is_a_name = is_name(item);
    for (const char32_t key : to_letters(keys)) {
        const char32_t letter = is_a_name ? in_name(text, key) : key;
        text = to_nfc(with_key(text, letter, typing.way, typing.style)).value_or(text);
    }
    return text;
}

std::string with_letters(std::string_view draft, std::string_view letters, const Item& item) {
    const QuestionKind* kind = kind_of(item);
    if (kind == nullptr || !is_typed(item)) return std::string(draft);
    if (const auto* text = std::get_if<TextQuestion>(kind)) {
        return with_letters(draft, letters, text->longest);
    }
    if (const auto* number = std::get_if<NumberQuestion>(kind)) {
        return with_digits(draft, letters, number->most);
    }
    return with_person_digits(draft, letters);
}

WordsOf words_of(const Item& item) { return is_name(item) ? WordsOf::Name : WordsOf::Text; }

std::optional<std::string> with_chosen(const std::string& text, const WordChosen& chosen,
                                       WordsOf kind, const WordRoom& room) {
    if (!std::ranges::contains(room.words.suggest(text, kind), chosen.word)) return std::nullopt;
    std::string longer = with_word(text, chosen.word, room.longest);
    if (longer == text) return std::nullopt;
    return longer;
}

bool is_blank_of_word(const std::optional<std::string>& unchosen, std::string_view keys) {
    return unchosen && keys == " ";
}

std::string erased(const std::string& text, const std::optional<std::string>& unchosen,
                   ToneStyle style) {
    return unchosen ? *unchosen : without_last_letter(text, style);
}

}  // namespace motlan
