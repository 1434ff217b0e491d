#include "tests/province/opinions.h"

#include <algorithm>
#include <initializer_list>

#include "kiosk/core/utf8.h"

namespace motlan::province {
namespace {

/// Letters of a counter's name (kiosk/formats.md 6.1).
constexpr std::size_t kCounterLetters = 60;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::contains(words, word);
}

bool is_phone(std::string_view text) {
    return text.starts_with('0') && (text.size() == 10 || text.size() == 11) &&
           std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// Only of the center, and no longer than a kiosk may have one.
bool is_counter(const Tree& form) {
    const std::string_view counter = form.text_at("counter");
    return !counter.empty() && count_letters(counter) <= kCounterLetters &&
           form.text_at("place") == "center";
}

bool is_report(const Tree& form) {
    if (form.find("phone") != nullptr && !is_phone(form.text_at("phone"))) return false;
    if (form.find("counter") != nullptr && !is_counter(form)) return false;
    if (form.find("photo") != nullptr && !has_photo(form)) return false;
    return is_of(form, "motlan-report") && !form.text_at("said").empty() &&
           is_one_of(form.text_at("demand"), {"household_book", "residence_paper", "copies",
                                              "issued_result", "money", "other"}) &&
           is_one_of(form.text_at("place"), {"center", "commune", "department", "message"}) &&
           is_one_of(form.text_at("day"), {"today", "yesterday", "this_week", "earlier"});
}

}  // namespace

bool is_of(const Tree& content, std::string_view type) {
    return content.text_at("type") == type && content.number_at("version") == 1;
}

bool has_photo(const Tree& form) {
    const Tree* photo = form.find("photo");
    return photo != nullptr && photo->truth() != nullptr && *photo->truth();
}

bool is_rating(const Tree& form) {
    const auto is_reason = [](const Tree& reason) {
        return reason.text() != nullptr &&
               is_one_of(*reason.text(),
                         {"clear", "fast", "few_papers", "unclear", "slow", "many_papers"});
    };
    return is_of(form, "motlan-rating") && form.number_at("grade") >= 1 &&
           form.number_at("grade") <= 5 && std::ranges::all_of(form.list_at("reasons"), is_reason);
}

bool is_opinion(const Tree& form) {
    return form.find("profile") == nullptr && (is_rating(form) || is_report(form));
}

}  // namespace motlan::province
