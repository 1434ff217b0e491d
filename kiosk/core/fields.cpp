#include "kiosk/core/fields.h"

#include <algorithm>
#include <format>

namespace motlan {

Fields::Fields(const Tree& tree, std::string file, std::string path)
    : tree_(tree), file_(std::move(file)), path_(std::move(path)) {
    if (tree.table() == nullptr) refuse("", "a table is needed here");
}

std::string Fields::path_of(std::string_view key) const {
    if (path_.empty()) return std::string(key);
    return key.empty() ? path_ : path_ + "." + std::string(key);
}

const Tree* Fields::take(std::string_view key, bool needed) {
    const Tree* entry = tree_.find(key);
    if (entry != nullptr) taken_.push_back(entry);
    if (entry == nullptr && needed) refuse(key, "this key is missing");
    return entry;
}

std::optional<std::string> Fields::maybe_text(std::string_view key) {
    const Tree* entry = take(key, false);
    if (entry == nullptr) return std::nullopt;
    if (entry->text() == nullptr) {
        refuse(key, "a text is needed here");
        return std::nullopt;
    }
    return *entry->text();
}

std::string Fields::text(std::string_view key) {
    if (take(key, true) == nullptr) return {};
    return maybe_text(key).value_or("");
}

std::optional<std::int64_t> Fields::maybe_number(std::string_view key, std::int64_t least,
                                                 std::int64_t most) {
    const Tree* entry = take(key, false);
    if (entry == nullptr) return std::nullopt;
    const std::int64_t* number = entry->number();
    if (number == nullptr || *number < least || *number > most) {
        refuse(key, std::format("a whole number from {} to {} is needed here", least, most));
        return std::nullopt;
    }
    return *number;
}

std::int64_t Fields::number(std::string_view key, std::int64_t least, std::int64_t most) {
    if (take(key, true) == nullptr) return least;
    return maybe_number(key, least, most).value_or(least);
}

bool Fields::truth(std::string_view key) {
    if (take(key, true) == nullptr) return false;
    return truth_or(key, false);
}

bool Fields::truth_or(std::string_view key, bool otherwise) {
    const Tree* entry = take(key, false);
    if (entry == nullptr) return otherwise;
    if (entry->truth() == nullptr) refuse(key, "true or false is needed here");
    return entry->truth() != nullptr ? *entry->truth() : otherwise;
}

const Tree::List* Fields::list(std::string_view key) {
    const Tree* entry = take(key, false);
    if (entry == nullptr) return nullptr;
    if (entry->list() == nullptr) refuse(key, "a list is needed here");
    return entry->list();
}

const Tree* Fields::table(std::string_view key) {
    const Tree* entry = take(key, false);
    if (entry == nullptr) return nullptr;
    if (entry->table() == nullptr) refuse(key, "a table is needed here");
    return entry->table() != nullptr ? entry : nullptr;
}

bool Fields::is_list(std::string_view key) const {
    const Tree* entry = tree_.find(key);
    return entry != nullptr && entry->list() != nullptr;
}

std::vector<std::string> Fields::texts(std::string_view key) {
    std::vector<std::string> found;
    const Tree::List* entries = list(key);
    if (entries == nullptr) return found;
    for (const Tree& entry : *entries) {
        if (entry.text() == nullptr) {
            refuse(key, "a list of texts is needed here");
            return {};
        }
        found.push_back(*entry.text());
    }
    return found;
}

void Fields::refuse(std::string_view key, std::string reason) {
    const Tree* entry = tree_.find(key);
    const int line = entry != nullptr ? entry->line() : tree_.line();
    refuse(Problem{file_, line, path_of(key), std::move(reason)});
}

void Fields::refuse(Problem problem) {
    if (!problem_) problem_ = std::move(problem);
}

std::optional<Problem> Fields::done() {
    if (problem_ || tree_.table() == nullptr) return problem_;
    for (const auto& [key, entry] : *tree_.table()) {
        if (!std::ranges::contains(taken_, &entry)) refuse(key, "this key is not known");
    }
    return problem_;
}

}  // namespace motlan
