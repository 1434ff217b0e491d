#include "drivers/sane/sane_options.h"

#include <algorithm>
#include <cmath>
#include <sane/sane.h>

namespace motlan {

struct SaneOptions::Found {
    SANE_Int index = 0;
    const SANE_Option_Descriptor* option = nullptr;
};

namespace {

bool is_number(const SANE_Option_Descriptor& option) {
    return (option.type == SANE_TYPE_INT || option.type == SANE_TYPE_FIXED) &&
           option.size == static_cast<SANE_Int>(sizeof(SANE_Word));
}

SANE_Word to_word(const SANE_Option_Descriptor& option, double value) {
    if (option.type == SANE_TYPE_FIXED) return static_cast<SANE_Word>(std::lround(value * 65536));
    return static_cast<SANE_Word>(std::lround(value));
}

double from_word(const SANE_Option_Descriptor& option, SANE_Word word) {
    return option.type == SANE_TYPE_FIXED ? word / 65536.0 : word;
}

SANE_Word allowed(const SANE_Option_Descriptor& option, SANE_Word word) {
    if (option.constraint_type == SANE_CONSTRAINT_RANGE) {
        const SANE_Range& range = *option.constraint.range;
        return std::clamp(word, range.min, std::max(range.min, range.max));
    }
    if (option.constraint_type != SANE_CONSTRAINT_WORD_LIST) return word;
    const SANE_Word* list = option.constraint.word_list;
    return *std::ranges::min_element(list + 1, list + 1 + list[0], {}, [&](SANE_Word offered) {
        return std::abs(double(offered) - double(word));
    });
}

}  // namespace

std::optional<SaneOptions::Found> SaneOptions::find(std::string_view name, Use use) const {
    for (SANE_Int index = 1;; ++index) {
        const SANE_Option_Descriptor* option = sane_get_option_descriptor(device_, index);
        if (option == nullptr) return std::nullopt;
        const bool is_usable = SANE_OPTION_IS_ACTIVE(option->cap) &&
                               (use == Use::Look || SANE_OPTION_IS_SETTABLE(option->cap));
        if (option->name != nullptr && name == option->name && is_usable) {
            return Found{index, option};
        }
    }
}

bool SaneOptions::set_number(const char* name, double value) {
    const auto found = find(name, Use::Set);
    if (!found || !is_number(*found->option)) return false;
    SANE_Word word = allowed(*found->option, to_word(*found->option, value));
    return sane_control_option(device_, found->index, SANE_ACTION_SET_VALUE, &word, nullptr) ==
           SANE_STATUS_GOOD;
}

std::optional<double> SaneOptions::number(const char* name) const {
    const auto found = find(name, Use::Set);
    if (!found || !is_number(*found->option)) return std::nullopt;
    SANE_Word word = 0;
    if (sane_control_option(device_, found->index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
        SANE_STATUS_GOOD) {
        return std::nullopt;
    }
    return from_word(*found->option, word);
}

std::optional<double> SaneOptions::largest(const char* name) const {
    const auto found = find(name, Use::Set);
    if (!found || found->option->constraint_type != SANE_CONSTRAINT_RANGE) return std::nullopt;
    return from_word(*found->option, found->option->constraint.range->max);
}

std::vector<std::string> SaneOptions::choices(const char* name) const {
    std::vector<std::string> texts;
    const auto found = find(name, Use::Set);
    if (!found || found->option->constraint_type != SANE_CONSTRAINT_STRING_LIST) return texts;
    for (const SANE_String_Const* at = found->option->constraint.string_list; *at != nullptr;
         ++at) {
        texts.emplace_back(*at);
    }
    return texts;
}

bool SaneOptions::choose(const char* name, const std::string& choice) {
    const auto found = find(name, Use::Set);
    if (!found || found->option->type != SANE_TYPE_STRING) return false;
    // A backend may read as many bytes as the option is long.
    std::string text = choice;
    text.resize(std::max(text.size() + 1, static_cast<std::size_t>(found->option->size)));
    return sane_control_option(device_, found->index, SANE_ACTION_SET_VALUE, text.data(),
                               nullptr) == SANE_STATUS_GOOD;
}

bool SaneOptions::set_switch(const char* name, bool is_on) {
    const auto found = find(name, Use::Set);
    if (!found || found->option->type != SANE_TYPE_BOOL) return false;
    SANE_Bool value = is_on ? SANE_TRUE : SANE_FALSE;
    return sane_control_option(device_, found->index, SANE_ACTION_SET_VALUE, &value, nullptr) ==
           SANE_STATUS_GOOD;
}

bool SaneOptions::senses(const char* name) const {
    const auto found = find(name, Use::Look);
    if (!found || found->option->type != SANE_TYPE_BOOL) return false;
    if (SANE_OPTION_IS_SETTABLE(found->option->cap)) return false;
    SANE_Bool value = SANE_FALSE;
    return sane_control_option(device_, found->index, SANE_ACTION_GET_VALUE, &value, nullptr) ==
               SANE_STATUS_GOOD &&
           value == SANE_TRUE;
}

}  // namespace motlan
