#include "kiosk/domain/procedure.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

#include "kiosk/domain/condition_reading.h"
#include "kiosk/domain/procedure_items.h"

namespace motlan {
namespace {

constexpr std::size_t kMostAlternatives = 40;

constexpr auto kAuthorities =
    std::to_array<std::string_view>({"commune", "commune_police", "province", "province_police",
                                     "land_office", "social_insurance"});
static_assert(kAuthorities.size() == std::to_underlying(Authority::SocialInsurance) + 1);

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

void read_alternatives(Fields& fields, Procedure& procedure) {
    const Tree::List* entries = fields.list("alternative");
    const std::size_t count = entries != nullptr ? entries->size() : 0;
    if (count > kMostAlternatives)
        fields.refuse("alternative", "there are more than 40 alternatives");
    for (std::size_t i = 0; i < std::min(count, kMostAlternatives); ++i) {
        const std::string path = std::format("alternative[{}]", i);
        Alternative one = read_alternative((*entries)[i], fields, path, procedure.items);
        if (std::ranges::contains(procedure.alternatives, one.id, &Alternative::id)) {
            fields.refuse(
                {fields.file(), (*entries)[i].line(), path, "this alternative is listed twice"});
        }
        procedure.alternatives.push_back(std::move(one));
    }
}

/// A way with the item must have the other one too, and there must be such a way.
bool goes_with(const Procedure& procedure, const ItemId& item, const ItemId& other) {
    bool is_in_way = false;
    for (const Alternative& alternative : procedure.alternatives) {
        for (const auto& way : alternative.ways) {
            if (!std::ranges::contains(way, item)) continue;
            if (!std::ranges::contains(way, other)) return false;
            is_in_way = true;
        }
    }
    return is_in_way;
}

bool is_in_way(const Procedure& procedure, const ItemId& item) {
    return std::ranges::any_of(procedure.alternatives, [&](const Alternative& each) {
        return each.way_of(item).has_value();
    });
}

/// What is needed must not depend on a way that may not be taken: then the cheapest ways can be
/// chosen exactly.
void check_ways(Fields& fields, const Procedure& procedure) {
    for (const Item& item : procedure.items) {
        for (const ItemId& other : item.when ? items_of(*item.when) : std::set<ItemId>{}) {
            if (!is_in_way(procedure, other) || goes_with(procedure, item.id, other)) continue;
            fields.refuse("item",
                          std::format("item {} depends on {}, which is only one way of several",
                                      item.id.value(), other.value()));
        }
    }
    for (const Alternative& each : procedure.alternatives) {
        for (const ItemId& other : each.when ? items_of(*each.when) : std::set<ItemId>{}) {
            if (!is_in_way(procedure, other)) continue;
            fields.refuse(
                "alternative",
                std::format("alternative {} depends on {}, which is only one way of several",
                            each.id.value(), other.value()));
        }
    }
}

std::vector<Authority> read_authorities(Fields& fields) {
    std::vector<Authority> authorities;
    for (const std::string& text : fields.texts("authority")) {
        const auto found = std::ranges::find(kAuthorities, text);
        if (found == kAuthorities.end()) fields.refuse("authority", text + " is no authority");
        authorities.push_back(static_cast<Authority>(found - kAuthorities.begin()));
    }
    return authorities;
}

std::optional<CivilDate> read_day(Fields& fields, std::string_view key) {
    const auto text = fields.maybe_text(key);
    if (!text) return std::nullopt;
    const auto date = CivilDate::parse_iso(*text);
    if (date && !date->is_year_only()) return *date;
    fields.refuse(key, "a date is needed here: \"2026-01-01\"");
    return std::nullopt;
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

std::optional<Suspension> read_suspension(Fields& above) {
    const Tree* entry = above.table("suspended");
    if (entry == nullptr) return std::nullopt;
    Fields fields(*entry, above.file(), above.path_of("suspended"));
    Suspension suspension{.reason = read_words(fields, "reason"),
                          .instead = read_words(fields, "instead")};
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return suspension;
}

bool is_before(const std::optional<CivilDate>& end, const std::optional<CivilDate>& begin) {
    return end && begin && end->day() < begin->day();
}

bool overlap(const Procedure& one, const Procedure& other) {
    return one.code == other.code && !is_before(one.until, other.from) &&
           !is_before(other.until, one.from);
}

}  // namespace

std::string_view name(Authority authority) {
    return kAuthorities.at(std::to_underlying(authority));
}

const Item* Procedure::find(const ItemId& id) const {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

bool Procedure::is_in_force(const CivilDate& day) const {
    return !is_before(day, from) && !is_before(until, day);
}

std::optional<std::pair<const Procedure*, const Procedure*>> find_overlap(
    std::span<const Procedure> procedures) {
    std::vector<const Procedure*> sorted;
    for (const Procedure& procedure : procedures) sorted.push_back(&procedure);
    std::ranges::stable_sort(sorted, {}, [](const Procedure* each) { return each->code; });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        for (std::size_t k = i + 1; k < sorted.size() && sorted[k]->code == sorted[i]->code; ++k) {
            if (overlap(*sorted[i], *sorted[k])) return std::pair(sorted[i], sorted[k]);
        }
    }
    return std::nullopt;
}

Checked<Procedure> parse_procedure(const Tree& document, const std::string& file,
                                   const SourceRegister& sources, const CivilDate& day) {
    Fields fields(document, file);
    Procedure procedure{
        .code = read_code(fields),
        .version = static_cast<int>(fields.number("version", 1, 1'000'000)),
        .name = read_words(fields, "name"),
        .short_name = read_short_name(fields),
        .result = read_words(fields, "result"),
        .time_limit = read_words(fields, "time_limit"),
        .minutes = static_cast<int>(fields.number("minutes", 1, 60)),
        .fee = {},
        .basis = {},
        .items = {},
        .authorities = read_authorities(fields),
        .term = read_term(fields),
        .from = read_day(fields, "from"),
        .until = read_day(fields, "until"),
        .keywords = fields.texts("keywords"),
        .rank = static_cast<int>(fields.maybe_number("rank", 1, kLastRank).value_or(kLastRank))};
    if (is_before(procedure.until, procedure.from)) fields.refuse("until", "until is before from");
    read_legal_bases(fields, procedure);
    const bool is_future = is_before(day, procedure.from);
    read_items(fields, procedure, {sources, is_future ? *procedure.from : day});
    read_alternatives(fields, procedure);
    check_ways(fields, procedure);
    procedure.fee = read_fee(fields, procedure.items);
    procedure.behalf = read_behalf(fields);
    procedure.suspended = read_suspension(fields);
    check_behalf(fields, procedure.behalf, procedure.items);
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return procedure;
}

}  // namespace motlan
