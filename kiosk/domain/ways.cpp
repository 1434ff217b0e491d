#include "kiosk/domain/ways.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "kiosk/domain/way_search.h"

namespace motlan {
namespace {

OpenWay reduced(std::size_t index, std::span<const std::size_t> items,
                std::span<const Cost> costs) {
    OpenWay way{.index = index, .items = {}};
    for (const std::size_t item : items) {
        if (costs[item] > Cost()) way.items.push_back(item);
    }
    std::ranges::sort(way.items);
    way.items.erase(std::ranges::unique(way.items).begin(), way.items.end());
    return way;
}

/// A way that takes all that another one takes, and perhaps more, is never needed.
OpenChoice reduced(std::size_t index, const WaysOfItems& ways, std::span<const Cost> costs) {
    OpenChoice choice{.index = index, .ways = {}};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        OpenWay way = reduced(i, ways[i], costs);
        const auto covers = [&](const OpenWay& other) {
            return std::ranges::includes(way.items, other.items);
        };
        if (std::ranges::any_of(choice.ways, covers)) continue;
        std::erase_if(choice.ways, [&](const OpenWay& other) {
            return std::ranges::includes(other.items, way.items);
        });
        choice.ways.push_back(std::move(way));
    }
    return choice;
}

/// What one way costs beyond another: its items that the other lacks.
Cost beyond(const OpenWay& one, const OpenWay& other, std::span<const Cost> costs) {
    Cost sum;
    for (const std::size_t item : one.items) {
        if (!std::ranges::binary_search(other.items, item)) sum += costs[item];
    }
    return sum;
}

/// Drops ways that another one of the same choice can always replace: it costs no more beyond them
/// than what they need alone. `own` are the costs of items that only this choice uses.
bool drop_replaceable(OpenChoice& choice, std::span<const Cost> costs, std::span<const Cost> own) {
    const auto replaces = [&](const OpenWay& one, const OpenWay& other) {
        const Cost more = beyond(one, other, costs);
        const Cost less = beyond(other, one, own);
        return more < less || (more == less && one.index < other.index);
    };
    for (const OpenWay& way : choice.ways) {
        const auto is_needless = [&](const OpenWay& each) {
            return each.index != way.index && replaces(way, each);
        };
        if (std::ranges::none_of(choice.ways, is_needless)) continue;
        const std::size_t kept = way.index;
        std::erase_if(choice.ways, [&, by = way](const OpenWay& each) {
            return each.index != kept && replaces(by, each);
        });
        return true;
    }
    return false;
}

void drop_replaceable(std::vector<OpenChoice>& choices, std::span<const Cost> costs) {
    for (bool has_dropped = true; has_dropped;) {
        std::vector<std::size_t> users(costs.size());
        for (const OpenChoice& choice : choices) {
            std::set<std::size_t> items;
            for (const OpenWay& way : choice.ways) items.insert(way.items.begin(), way.items.end());
            for (const std::size_t item : items) ++users[item];
        }
        std::vector<Cost> own(costs.begin(), costs.end());
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (users[i] > 1) own[i] = {};
        }
        has_dropped = false;
        for (OpenChoice& choice : choices) {
            while (drop_replaceable(choice, costs, own)) has_dropped = true;
        }
    }
}

/// Choices that share items, directly or through others, must be made together.
std::vector<std::vector<OpenChoice>> apart(std::vector<OpenChoice> choices,
                                           std::size_t item_count) {
    std::vector<std::size_t> group(item_count + choices.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    const auto root = [&group](std::size_t at) {
        while (group[at] != at) at = group[at] = group[group[at]];
        return at;
    };
    for (std::size_t i = 0; i < choices.size(); ++i) {
        for (const OpenWay& way : choices[i].ways) {
            for (const std::size_t item : way.items) group[root(item)] = root(item_count + i);
        }
    }
    std::map<std::size_t, std::vector<OpenChoice>> groups;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        groups[root(item_count + i)].push_back(std::move(choices[i]));
    }
    std::vector<std::vector<OpenChoice>> all;
    for (auto& [key, together] : groups) all.push_back(std::move(together));
    return all;
}

}  // namespace

std::vector<std::size_t> cheapest_ways(std::span<const WaysOfItems> alternatives,
                                       std::span<const Cost> costs) {
    std::vector<OpenChoice> choices;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        choices.push_back(reduced(i, alternatives[i], costs));
    }
    drop_replaceable(choices, costs);
    // What is forced comes first: it pays for items of the others.
    std::ranges::stable_sort(choices, {},
                             [](const OpenChoice& choice) { return choice.ways.size(); });
    std::vector<std::size_t> taken(alternatives.size());
    for (const std::vector<OpenChoice>& together : apart(std::move(choices), costs.size())) {
        std::vector<std::size_t> places;
        for (const OpenChoice& choice : together) places.push_back(choice.index);
        const auto ways = search_ways(together, costs);
        for (std::size_t i = 0; i < places.size(); ++i) {
            taken[places[i]] = together[i].ways[ways[i]].index;
        }
    }
    return taken;
}

}  // namespace motlan
