// A document read from TOML or JSON: null, truth, whole number, text, list or table.
// Our own small value, so that no parser's type leaves its file. Real numbers are read and
// written but nothing here needs their exactness.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace motlan {

class Tree {
public:
    using List = std::vector<Tree>;
    using Table = std::map<std::string, Tree, std::less<>>;

    Tree() = default;
    Tree(bool truth) : value_(truth) {}
    Tree(std::int64_t number) : value_(number) {}
    Tree(int number) : value_(std::int64_t{number}) {}
    Tree(double number) : value_(number) {}
    Tree(std::string text) : value_(std::move(text)) {}
    Tree(std::string_view text) : value_(std::string(text)) {}
    Tree(const char* text) : value_(std::string(text)) {}
    Tree(List list) : value_(std::move(list)) {}
    Tree(Table table) : value_(std::move(table)) {}

    /// The value if it is of that kind, else nullptr.
    [[nodiscard]] const bool* truth() const { return std::get_if<bool>(&value_); }
    [[nodiscard]] const std::int64_t* number() const { return std::get_if<std::int64_t>(&value_); }
    [[nodiscard]] const double* real() const { return std::get_if<double>(&value_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&value_); }
    [[nodiscard]] const Table* table() const { return std::get_if<Table>(&value_); }
    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }

    /// The entry of a table; nullptr when this is no table or has no such key.
    [[nodiscard]] const Tree* find(std::string_view key) const;

    /// The text, number or truth under `key`, else the given value.
    [[nodiscard]] std::string_view text_at(std::string_view key,
                                           std::string_view otherwise = {}) const;
    [[nodiscard]] std::int64_t number_at(std::string_view key, std::int64_t otherwise = 0) const;
    [[nodiscard]] bool truth_at(std::string_view key, bool otherwise = false) const;
    /// The list or table under `key`, else an empty one.
    [[nodiscard]] const List& list_at(std::string_view key) const;
    [[nodiscard]] const Table& table_at(std::string_view key) const;

    /// Line of the source document, from 1; 0 when unknown.
    [[nodiscard]] int line() const { return line_; }
    void set_line(int line) { line_ = line; }

    bool operator==(const Tree& other) const { return value_ == other.value_; }

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Table> value_;
    int line_ = 0;
};

}  // namespace motlan
