#include "kiosk/core/toml.h"

#include <optional>
#include <toml++/toml.hpp>

namespace motlan {
namespace {

constexpr std::size_t kTomlLimit = std::size_t{1} << 20U;

struct Converter {
    std::optional<Problem> problem;
    std::string_view file;

    Tree convert(const toml::node& node) {
        Tree tree = value_of(node);
        tree.set_line(static_cast<int>(node.source().begin.line));
        return tree;
    }

    Tree value_of(const toml::node& node) {
        if (const auto* table = node.as_table()) return convert_table(*table);
        if (const auto* array = node.as_array()) return convert_array(*array);
        if (const auto* text = node.as_string()) return Tree(text->get());
        if (const auto* number = node.as_integer()) return Tree(std::int64_t{number->get()});
        if (const auto* truth = node.as_boolean()) return Tree(truth->get());
        if (const auto* real = node.as_floating_point()) return Tree(real->get());
        problem = Problem{std::string(file), static_cast<int>(node.source().begin.line), "",
                          "write a date as text, \"2026-07-01\""};
        return Tree();
    }

    Tree convert_table(const toml::table& table) {
        Tree::Table entries;
        for (const auto& [key, node] : table) entries.emplace(key.str(), convert(node));
        return Tree(std::move(entries));
    }

    Tree convert_array(const toml::array& array) {
        Tree::List entries;
        for (const toml::node& node : array) entries.push_back(convert(node));
        return Tree(std::move(entries));
    }
};

}  // namespace

Checked<Tree> parse_toml(std::string_view text, std::string_view file) {
    const auto refuse = [&](int line, std::string reason) {
        return std::unexpected(Problem{std::string(file), line, "", std::move(reason)});
    };
    if (text.size() > kTomlLimit) return refuse(0, "the file is larger than 1 MiB");
    try {
        const toml::table table = toml::parse(text);
        Converter converter{.problem = {}, .file = file};
        Tree tree = converter.convert(table);
        if (converter.problem) return std::unexpected(*converter.problem);
        return tree;
    } catch (const toml::parse_error& error) {
        return refuse(static_cast<int>(error.source().begin.line), std::string(error.description()));
    }
}

}  // namespace motlan
