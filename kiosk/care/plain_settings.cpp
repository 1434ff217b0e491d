#include "kiosk/care/plain_settings.h"

#include <map>
#include <optional>
#include <string>

#include "kiosk/care/settings_text.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

using Values = std::map<std::string, const Tree*, std::less<>>;

void add_values(const Tree& tree, const std::string& path, Values& into) {
    const Tree::Table* table = tree.table();
    if (table == nullptr) {
        into.emplace(path, &tree);
        return;
    }
    for (const auto& [key, value] : *table) add_values(value, setting_path(path, key), into);
}

/// The one way in which a text is written.
std::string plain_form(std::string_view text) {
    std::string written;
    for (const char letter : quoted(text)) {
        switch (letter) {
            case '\r': written += "\\r"; break;
            case '\n': written += "\\n"; break;
            case '\t': written += "\\t"; break;
            default: written += letter;
        }
    }
    return written;
}

/// The first path that one of both readers does not see, or sees with another value.
std::optional<std::string> seen_otherwise(std::string_view text, const Tree& document) {
    Values values;
    add_values(document, "", values);
    for (const SettingInForce& seen : settings_in_force(text)) {
        std::string path = setting_path(seen.table, seen.key);
        const auto found = values.find(path);
        if (found == values.end()) return path;
        const std::string* words = found->second->text();
        if (words != nullptr && seen.value != plain_form(*words)) return path;
        values.erase(found);
    }
    if (values.empty()) return std::nullopt;
    return values.begin()->first;
}

}  // namespace

Checked<void> written_plainly(std::string_view text, std::string_view file) {
    const auto document = parse_toml(text, file);
    if (!document) return std::unexpected(document.error());
    if (const auto path = seen_otherwise(text, *document))
        return std::unexpected(
            Problem{std::string(file), 0, *path, "write each setting as one plain line"});
    return {};
}

}  // namespace motlan
