#include "kiosk/core/tree.h"

namespace motlan {

const Tree* Tree::find(std::string_view key) const {
    const Table* entries = table();
    if (entries == nullptr) return nullptr;
    const auto found = entries->find(key);
    return found == entries->end() ? nullptr : &found->second;
}

std::string_view Tree::text_at(std::string_view key, std::string_view otherwise) const {
    const Tree* entry = find(key);
    return entry != nullptr && entry->text() != nullptr ? *entry->text() : otherwise;
}

std::int64_t Tree::number_at(std::string_view key, std::int64_t otherwise) const {
    const Tree* entry = find(key);
    return entry != nullptr && entry->number() != nullptr ? *entry->number() : otherwise;
}

bool Tree::truth_at(std::string_view key, bool otherwise) const {
    const Tree* entry = find(key);
    return entry != nullptr && entry->truth() != nullptr ? *entry->truth() : otherwise;
}

const Tree::List& Tree::list_at(std::string_view key) const {
    static const List kEmpty;
    const Tree* entry = find(key);
    return entry != nullptr && entry->list() != nullptr ? *entry->list() : kEmpty;
}

const Tree::Table& Tree::table_at(std::string_view key) const {
    static const Table kEmpty;
    const Tree* entry = find(key);
    return entry != nullptr && entry->table() != nullptr ? *entry->table() : kEmpty;
}

}  // namespace motlan
