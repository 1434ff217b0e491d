#include "kiosk/care/settings_text.h"

#include <algorithm>
#include <functional>
#include <map>
#include <ranges>
#include <set>

namespace motlan {
namespace {

constexpr std::size_t kMostLines = 2'000;

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto line : text | std::views::split('\n') | std::views::take(kMostLines))
        lines.emplace_back(std::string_view(line));
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    return lines | std::views::join_with('\n') | std::ranges::to<std::string>();
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// One line that gives a key a value, in force or as an example in a comment.
struct Line {
    bool is_comment = false;
    std::string_view key;
    std::string_view value;
    std::string_view remark;  ///< " # …" after the value
};

std::size_t end_of_value(std::string_view text) {
    if (!text.starts_with('"')) return std::min(text.find_first_of(" \t#"), text.size());
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

std::optional<Line> read_line(std::string_view text) {
    Line line{.is_comment = text.starts_with("# ")};
    if (line.is_comment) text.remove_prefix(2);
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    line.key = trimmed(text.substr(0, equals));
    const auto is_key_letter = [](char letter) {
        return letter == '_' || (letter >= 'a' && letter <= 'z');
    };
    if (line.key.empty() || !std::ranges::all_of(line.key, is_key_letter)) return std::nullopt;
    text = trimmed(text.substr(equals + 1));
    const std::size_t end = end_of_value(text);
    line.value = text.substr(0, end);
    line.remark = trimmed(text.substr(end));
    return line;
}

std::string written(const Line& line, std::string_view value) {
    if (value.empty()) return "# " + std::string(line.key) + " = " + std::string(line.value);
    std::string text = std::string(line.key) + " = ";
    text += line.value.starts_with('"') ? quoted(value) : std::string(value);
    if (!line.remark.empty() && !line.is_comment) text += "  " + std::string(line.remark);
    return text;
}

std::string table_of(std::string_view line) {
    const std::size_t end = line.find(']');
    return line.starts_with('[') && end != std::string_view::npos
               ? std::string(line.substr(1, end - 1))
               : std::string();
}

/// What quoted() has written; anything else stays as it is.
std::string unquoted(std::string_view value) {
    if (value.size() < 2 || !value.starts_with('"') || !value.ends_with('"'))
        return std::string(value);
    std::string text;
    for (std::size_t at = 1; at + 1 < value.size(); ++at) {
        if (value[at] == '\\' && at + 2 < value.size()) ++at;
        text += value[at];
    }
    return text;
}

/// Every value in force by its path.
std::map<std::string, std::string, std::less<>> values_of(std::string_view text) {
    std::map<std::string, std::string, std::less<>> all;
    for (const SettingInForce& one : settings_in_force(text))
        all[setting_path(one.table, one.key)] = one.value;
    return all;
}

/// The lines, a value's with its table before it: "[scanner] driver = …" is not the camera's.
std::vector<std::string> placed_lines_of(std::string_view text) {
    std::vector<std::string> lines = lines_of(text);
    std::string table;
    for (std::string& each : lines) {
        if (const std::string begun = table_of(each); !begun.empty())
            table = begun;
        else if (!table.empty() && read_line(each))
            each.insert(0, "[" + table + "] ");
    }
    return lines;
}

std::unexpected<Problem> refuse(std::string_view key, std::string reason) {
    return std::unexpected(Problem{"", 0, std::string(key), std::move(reason)});
}

}  // namespace

std::string setting_path(std::string_view table, std::string_view key) {
    return table.empty() ? std::string(key) : std::string(table) + "." + std::string(key);
}

std::string quoted(std::string_view value) {
    std::string text = "\"";
    for (const char letter : value) {
        if (letter == '"' || letter == '\\') text += '\\';
        text += letter;
    }
    return text + '"';
}

Checked<std::string> with_setting(std::string_view text, std::string_view key,
                                  std::string_view value) {
    const auto obeyed = [](unsigned char letter) { return letter < ' ' || letter == 0x7F; };
    if (std::ranges::any_of(value, obeyed)) return refuse(key, "a value is one line of text");
    const std::size_t dot = key.find('.');
    const bool is_in_table = dot != std::string_view::npos;
    const std::string_view wanted_table = is_in_table ? key.substr(0, dot) : "";
    const std::string_view wanted_key = is_in_table ? key.substr(dot + 1) : key;
    std::vector<std::string> lines = lines_of(text);
    std::string table;
    std::string* example = nullptr;
    for (std::string& each : lines) {
        if (const std::string begun = table_of(each); !begun.empty()) table = begun;
        const auto line = read_line(each);
        if (table != wanted_table || !line || line->key != wanted_key) continue;
        example = &each;
        if (!line->is_comment) break;
    }
    if (example == nullptr) return refuse(key, "kiosk.toml shows no such key");
    *example = written(*read_line(*example), value);
    return joined(lines);
}

std::vector<SettingInForce> settings_in_force(std::string_view text) {
    std::vector<SettingInForce> all;
    std::string table;
    for (const std::string& each : lines_of(text)) {
        if (const std::string begun = table_of(each); !begun.empty()) table = begun;
        const auto line = read_line(each);
        if (line && !line->is_comment)
            all.push_back({table, std::string(line->key), std::string(line->value)});
    }
    return all;
}

std::vector<std::string> changed_settings(std::string_view former, std::string_view text) {
    const auto before = values_of(former);
    const auto after = values_of(text);
    std::set<std::string> changed;
    for (const auto& [path, value] : before)
        if (const auto found = after.find(path); found == after.end() || found->second != value)
            changed.insert(path);
    for (const auto& [path, value] : after)
        if (!before.contains(path)) changed.insert(path);
    return {changed.begin(), changed.end()};
}

std::optional<std::string> setting_in(std::string_view text, std::string_view path) {
    const auto values = values_of(text);
    const auto found = values.find(path);
    if (found == values.end()) return std::nullopt;
    return unquoted(found->second);
}

std::vector<std::string> changed_lines(std::string_view old_text, std::string_view new_text) {
    const auto before = placed_lines_of(old_text);
    const auto after = placed_lines_of(new_text);
    // How many lines the rest of both texts have in common, from each pair of places.
    std::vector<std::vector<std::size_t>> common(before.size() + 1,
                                                 std::vector<std::size_t>(after.size() + 1));
    for (std::size_t a = before.size(); a-- > 0;) {
        for (std::size_t b = after.size(); b-- > 0;)
            common[a][b] = before[a] == after[b] ? common[a + 1][b + 1] + 1
                                                 : std::max(common[a + 1][b], common[a][b + 1]);
    }
    std::vector<std::string> changed;
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < before.size() || b < after.size()) {
        if (a < before.size() && b < after.size() && before[a] == after[b]) {
            ++a, ++b;
        } else if (a < before.size() &&
                   (b == after.size() || common[a + 1][b] >= common[a][b + 1])) {
            changed.push_back("- " + before[a++]);
        } else {
            changed.push_back("+ " + after[b++]);
        }
    }
    return changed;
}

}  // namespace motlan
