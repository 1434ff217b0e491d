#include "kiosk/core/json.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>
#include <nlohmann/json.hpp>

namespace motlan {
namespace {

using Json = nlohmann::json;

// Builds the tree as the parser goes, so that depth and duplicate keys are refused at once.
class Builder final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return put(Tree()); }
    bool boolean(bool truth) override { return put(Tree(truth)); }
    bool number_integer(std::int64_t number) override { return put(Tree(number)); }
    bool number_unsigned(std::uint64_t number) override {
        if (number > static_cast<std::uint64_t>(INT64_MAX)) return put(Tree(double(number)));
        return put(Tree(static_cast<std::int64_t>(number)));
    }
    bool number_float(double number, const std::string&) override { return put(Tree(number)); }
    bool string(std::string& text) override { return put(Tree(std::move(text))); }
    bool binary(Json::binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        Open& here = open_.back();
        if (here.table.contains(name)) return false;
        here.key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
        return false;
    }

    std::optional<Tree> result;

private:
    struct Open {
        bool is_table = false;
        std::string key;
        Tree::Table table;
        Tree::List list;
    };

    bool open(bool is_table) {
        if (open_.size() >= kJsonDepthLimit) return false;
        open_.push_back({.is_table = is_table, .key = {}, .table = {}, .list = {}});
        return true;
    }

    bool close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        return put(done.is_table ? Tree(std::move(done.table)) : Tree(std::move(done.list)));
    }

    bool put(Tree tree) {
        if (open_.empty()) {
            result = std::move(tree);
            return true;
        }
        Open& here = open_.back();
        if (here.is_table) {
            here.table.insert_or_assign(std::move(here.key), std::move(tree));
        } else {
            here.list.push_back(std::move(tree));
        }
        return true;
    }

    std::vector<Open> open_;
};

std::string scalar(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The library writes scalars only: its lists and tables allocate when they are freed, and without
// memory that ends the program.
void write(const Tree& tree, std::string& into) {
    if (const bool* truth = tree.truth()) into += scalar(*truth);
    if (const std::int64_t* number = tree.number()) into += scalar(*number);
    if (const double* real = tree.real()) into += scalar(*real);
    if (const std::string* text = tree.text()) into += scalar(*text);
    if (tree.is_null()) into += "null";
    const char* before = "";
    if (const Tree::List* list = tree.list()) {
        into += '[';
        for (const Tree& entry : *list) {
            into += std::exchange(before, ",");
            write(entry, into);
        }
        into += ']';
    }
    if (const Tree::Table* table = tree.table()) {
        into += '{';
        for (const auto& [key, entry] : *table) {
            into += std::exchange(before, ",") + scalar(key) + ':';
            write(entry, into);
        }
        into += '}';
    }
}

}  // namespace

Result<Tree> parse_json(std::string_view text) {
    // The library takes a zero byte for the end of the document.
    if (text.size() > kJsonLimit || text.contains('\0')) return fail(Fault::MessageMalformed);
    Builder builder;
    const bool whole = Json::sax_parse(text.begin(), text.end(), &builder);
    if (!whole || !builder.result) return fail(Fault::MessageMalformed);
    return *std::move(builder.result);
}

std::string to_json(const Tree& tree) {
    std::string text;
    write(tree, text);
    return text;
}

}  // namespace motlan
