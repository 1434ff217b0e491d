#include "kiosk/domain/procedure.h"

#include <algorithm>
#include <format>

namespace motlan {
namespace {

constexpr std::int64_t kMostDong = 100'000'000;

/// "d.dddddd", perhaps with further parts: a case ".nn", an agency ".H41" (domain notes 4.1).
bool is_code(std::string_view code) {
    constexpr std::string_view kShape = "0.000000";
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        if (i >= code.size()) return false;
        const bool is_digit = code[i] >= '0' && code[i] <= '9';
        if (kShape[i] == '0' ? !is_digit : code[i] != '.') return false;
    }
    const auto may_follow = [](char letter) {
        return letter == '.' || (letter >= '0' && letter <= '9') ||
               (letter >= 'A' && letter <= 'Z');
    };
    const std::string_view rest = code.substr(kShape.size());
    return rest.size() <= 20 && (rest.empty() || rest.front() == '.') &&
           std::ranges::all_of(rest, may_follow);
}

ProcedureCode read_code(Fields& fields) {
    const std::string code = fields.text("code");
    if (!is_code(code)) fields.refuse("code", "a national code is needed: \"2.000635\"");
    return ProcedureCode(code);
}

/// A name that fits a tile (ux 4: at most six words).
Words read_short_name(Fields& fields) {
    Words name = read_words(fields, "short_name");
    for (const std::string& text : {name.vi, name.en}) {
        if (std::ranges::count(text, ' ') > 5) fields.refuse("short_name", "at most six words");
    }
    return name;
}

Fee read_fee(Fields& above) {
    const Tree* table = above.table("fee");
    if (table == nullptr) {
        above.refuse("fee", "this key is missing");
        return {};
    }
    Fields fields(*table, above.file(), "fee");
    Fee fee{.dong = fields.maybe_number("dong", 0, kMostDong),
            .per = {},
            .basis = read_basis(fields, "basis")};
    if (auto per = fields.maybe_text("per")) fee.per = ItemId(*per);
    if (fee.per && !fee.dong) fields.refuse("per", "there is no sum to multiply");
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return fee;
}

bool is_number(const Item& item) {
    const Question* question = std::get_if<Question>(&item.otherwise);
    return question != nullptr && std::holds_alternative<NumberQuestion>(question->kind);
}

void check_fee(Fields& fields, const Procedure& procedure) {
    if (!procedure.fee.per) return;
    const Item* item = procedure.find(*procedure.fee.per);
    if (item == nullptr) fields.refuse("fee", "the fee counts an item that is not listed");
    if (item != nullptr && !is_number(*item)) {
        fields.refuse("fee", "the fee counts an item that is no number");
    }
}

void read_items(Fields& fields, Procedure& procedure, const Published& published) {
    const Tree::List* entries = fields.list("item");
    if (entries == nullptr || entries->empty()) {
        fields.refuse("item", "a procedure needs at least one item");
        return;
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const std::string path = std::format("item[{}]", i);
        Item item = read_item((*entries)[i], fields, path, published);
        if (procedure.find(item.id) != nullptr) {
            fields.refuse(
                {fields.file(), (*entries)[i].line(), path + ".id", "this item is listed twice"});
        }
        procedure.items.push_back(std::move(item));
    }
}

void read_legal_bases(Fields& fields, Procedure& procedure) {
    const Tree::List* entries = fields.list("basis");
    if (entries == nullptr || entries->empty()) {
        fields.refuse("basis", "a procedure needs a legal basis");
        return;
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
        procedure.basis.push_back(read_basis((*entries)[i], fields, std::format("basis[{}]", i)));
    }
}

}  // namespace

const Item* Procedure::find(const ItemId& id) const {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

Checked<Procedure> parse_procedure(const Tree& document, const std::string& file,
                                   const SourceRegister& sources, const CivilDate& day) {
    Fields fields(document, file);
    Procedure procedure{.code = read_code(fields),
                        .version = static_cast<int>(fields.number("version", 1, 1'000'000)),
                        .name = read_words(fields, "name"),
                        .short_name = read_short_name(fields),
                        .result = read_words(fields, "result"),
                        .time_limit = read_words(fields, "time_limit"),
                        .minutes = static_cast<int>(fields.number("minutes", 1, 60)),
                        .fee = read_fee(fields),
                        .basis = {},
                        .items = {}};
    read_legal_bases(fields, procedure);
    read_items(fields, procedure, {sources, day});
    check_fee(fields, procedure);
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return procedure;
}

}  // namespace motlan
