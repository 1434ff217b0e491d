#include "kiosk/domain/place.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "kiosk/core/utf8.h"
#include "kiosk/domain/search_text.h"

namespace motlan {
namespace {

constexpr std::size_t kRegionDigits = 2;
constexpr std::size_t kUnitDigits = 5;

std::string joined(std::span<const SearchWord> words) {
    std::string all;
    for (const SearchWord& word : words) all += word.plain;
    return all;
}

/// What was typed without the kind before the name: "xa kim lien" looks for "kimlien".
std::string wanted(std::string_view letters) {
    const std::vector<SearchWord> words = search_words(letters);
    const auto begins = [&](std::string_view first) { return words.front().plain == first; };
    std::size_t kind = 0;
    if (words.size() > 1 && (begins("xa") || begins("phuong") || begins("tinh"))) kind = 1;
    if (words.size() > 2 && begins("thanh") && words[1].plain == "pho") kind = 2;
    return joined(std::span(words).subspan(kind));
}

/// How well a name fits, the best is 0; nothing when it does not.
std::optional<int> fit(const std::vector<SearchWord>& name, const std::string& wanted) {
    if (joined(name).starts_with(wanted)) return 0;
    if (initials(name).starts_with(wanted)) return 1;
    for (std::size_t from = 1; from < name.size(); ++from) {
        if (joined(std::span(name).subspan(from)).starts_with(wanted)) return 2;
    }
    return std::nullopt;
}

/// Those of the list that fit, in order. Each has a code, a name and a full name.
template <typename List>
std::vector<NamedPlace> find(const List& list, std::string_view letters) {
    using Ranked = std::tuple<int, std::string, std::string, NamedPlace>;
    const std::string looked_for = wanted(letters);
    std::vector<Ranked> ranked;
    for (const auto& one : list) {
        const std::vector<SearchWord> words = search_words(one.name);
        if (const auto rank = fit(words, looked_for)) {
            NamedPlace place{one.code.value(), one.full_name()};
            ranked.emplace_back(*rank, fold(one.name), one.code.value(), std::move(place));
        }
    }
    std::ranges::sort(ranked, {}, [](const Ranked& each) {
        return std::tie(std::get<0>(each), std::get<1>(each), std::get<2>(each));
    });
    std::vector<NamedPlace> found;
    for (Ranked& each : ranked) found.push_back(std::move(std::get<3>(each)));
    return found;
}

/// The digits that an answer begins with, followed by a blank; empty when it has none.
std::string_view code_of(std::string_view answer) {
    const std::size_t end = answer.find_first_not_of("0123456789");
    const bool is_code = (end == kRegionDigits || end == kUnitDigits) && answer[end] == ' ';
    return is_code ? answer.substr(0, end) : std::string_view{};
}

std::string ending(const Region& region) { return ", " + region.full_name(); }

}  // namespace

std::vector<NamedPlace> find_regions(const Units& units, std::string_view letters) {
    return find(units.regions(), letters);
}

std::vector<NamedPlace> find_units(const Region& region, std::string_view letters) {
    return find(region.units, letters);
}

std::string place_answer(const UnitPlace& place) {
    return place.unit->code.value() + " " + place.full_name();
}

std::string place_answer(const Region& region, std::string_view written) {
    if (trimmed(written).empty()) return {};
    return region.code.value() + " " + std::string(written) + ending(region);
}

bool is_place_answer(std::string_view answer) {
    const std::string_view code = code_of(answer);
    const std::size_t comma = answer.rfind(", ");
    if (code.empty() || comma == std::string_view::npos || comma <= code.size()) return false;
    const std::string_view name = answer.substr(code.size() + 1, comma - code.size() - 1);
    return !trimmed(name).empty() && !trimmed(answer.substr(comma + 1)).empty();
}

std::string place_name(std::string_view answer) {
    const std::string_view code = code_of(answer);
    return std::string(code.empty() ? answer : answer.substr(code.size() + 1));
}

const Region* region_of(std::string_view answer, const Units& units) {
    const std::string code(code_of(answer));
    if (code.size() == kUnitDigits) return units.find(UnitCode(code)).region;
    return units.find(RegionCode(code));
}

bool is_listed_place(std::string_view answer) { return code_of(answer).size() == kUnitDigits; }

std::string written_name(std::string_view answer, const Region& region) {
    const std::string end = ending(region);
    const std::string name = place_name(answer);
    const bool is_written = code_of(answer).size() == kRegionDigits && name.ends_with(end);
    return is_written ? name.substr(0, name.size() - end.size()) : std::string();
}

}  // namespace motlan
