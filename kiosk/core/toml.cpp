#include "kiosk/core/toml.h"

#include <algorithm>
#include <optional>
#include <toml++/toml.hpp>

#include "kiosk/core/file.h"

namespace motlan {
namespace {

constexpr std::size_t kTomlLimit = std::size_t{1} << 20U;
/// Dots in one key. The library bounds nested values but not dotted keys: each dot is one more
/// call on its stack, and 10,000 of them end the process (toml++ 3.4).
constexpr int kMostDots = 4;

/// Where the string that opens at `at` has ended.
std::size_t after_string(std::string_view text, std::size_t at) {
    const std::string_view quote = text.substr(at, 1);
    const std::string three(3, text[at]);
    const std::string_view end = text.substr(at).starts_with(three) ? three : quote;
    for (at += end.size(); at < text.size(); ++at) {
        const bool may_end = text[at] == quote.front();
        if (may_end && text.substr(at).starts_with(end)) return at + end.size();
        if (text[at] == '\\' && quote == "\"") ++at;
    }
    return text.size();
}

/// True when some key has more dots than any of our formats needs.
bool has_deep_key(std::string_view text) {
    int dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char letter = text[at];
        if (letter == '"' || letter == '\'') {
            at = after_string(text, at);
            continue;
        }
        if (letter == '#') at = std::min(text.find('\n', at), text.size() - 1);
        switch (letter) {
            case '\n':
            case '#':
            case '=':
            case ',':
            case '[':
            case ']':
            case '{':
            case '}': dots = 0; break;
            case '.': ++dots; break;
            default: break;
        }
        if (dots > kMostDots) return true;
        ++at;
    }
    return false;
}

/// Takes the texts out of the library's document, which is not needed afterwards.
struct Converter {
    std::optional<Problem> problem;
    std::string_view file;

    Tree convert(toml::node& node) {
        Tree tree = value_of(node);
        tree.set_line(static_cast<int>(node.source().begin.line));
        return tree;
    }

    Tree value_of(toml::node& node) {
        if (auto* table = node.as_table()) return convert_table(*table);
        if (auto* array = node.as_array()) return convert_array(*array);
        if (auto* text = node.as_string()) return Tree(std::move(text->get()));
        if (const auto* number = node.as_integer()) return Tree(std::int64_t{number->get()});
        if (const auto* truth = node.as_boolean()) return Tree(truth->get());
        if (const auto* real = node.as_floating_point()) return Tree(real->get());
        problem = Problem{std::string(file), static_cast<int>(node.source().begin.line), "",
                          "write a date as text, \"2026-07-01\""};
        return Tree();
    }

    Tree convert_table(toml::table& table) {
        Tree::Table entries;
        // Both are in order, so each goes to the end.
        for (auto&& [key, node] : table)
            entries.emplace_hint(entries.end(), key.str(), convert(node));
        return Tree(std::move(entries));
    }

    Tree convert_array(toml::array& array) {
        Tree::List entries;
        entries.reserve(array.size());
        for (toml::node& node : array) entries.push_back(convert(node));
        return Tree(std::move(entries));
    }
};

}  // namespace

Checked<Tree> parse_toml(std::string_view text, std::string_view file) {
    const auto refuse = [&](int line, std::string reason) {
        return std::unexpected(Problem{std::string(file), line, "", std::move(reason)});
    };
    if (text.size() > kTomlLimit) return refuse(0, "the file is larger than 1 MiB");
    if (has_deep_key(text)) return refuse(0, "a key has more than four dots");
    try {
        toml::table table = toml::parse(text);
        Converter converter{.problem = {}, .file = file};
        Tree tree = converter.convert(table);
        if (converter.problem) return std::unexpected(*converter.problem);
        return tree;
    } catch (const toml::parse_error& error) {
        return refuse(static_cast<int>(error.source().begin.line),
                      std::string(error.description()));
    }
}

Checked<Tree> read_toml(const std::filesystem::path& file) {
    const auto text = read_text(file, kTomlLimit);
    if (!text) return std::unexpected(Problem{file.string(), 0, "", "the file cannot be read"});
    return parse_toml(*text, file.string());
}

}  // namespace motlan
