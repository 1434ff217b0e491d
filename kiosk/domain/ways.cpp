#include "kiosk/domain/ways.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <ranges>
#include <utility>

namespace motlan {
namespace {

/// A way without the items that cost nothing; `index` is its place among the alternative's ways.
struct Way {
    std::size_t index = 0;
    std::vector<std::size_t> items;  ///< sorted
};

/// An alternative with the ways that can be worth taking.
struct Choice {
    std::size_t index = 0;
    std::vector<Way> ways;
};

Way reduced(std::size_t index, std::span<const std::size_t> items, std::span<const Cost> costs) {
    Way way{.index = index, .items = {}};
    for (const std::size_t item : items) {
        if (costs[item] > Cost()) way.items.push_back(item);
    }
    std::ranges::sort(way.items);
    way.items.erase(std::ranges::unique(way.items).begin(), way.items.end());
    return way;
}

/// A way that takes all that another one takes, and perhaps more, is never needed.
Choice reduced(std::size_t index, const WaysOfItems& ways, std::span<const Cost> costs) {
    Choice choice{.index = index, .ways = {}};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        Way way = reduced(i, ways[i], costs);
        const auto covers = [&](const Way& other) {
            return std::ranges::includes(way.items, other.items);
        };
        if (std::ranges::any_of(choice.ways, covers)) continue;
        std::erase_if(choice.ways, [&](const Way& other) {
            return std::ranges::includes(other.items, way.items);
        });
        choice.ways.push_back(std::move(way));
    }
    return choice;
}

/// Branch and bound over choices that share items. The bound spreads an item's cost over the
/// choices that could still take it, so it is never more than what remains to be paid.
class Search {
public:
    Search(std::vector<Choice> choices, std::span<const Cost> costs)
        : choices_(std::move(choices)), costs_(costs), users_(costs.size()), paid_(costs.size()) {
        for (const Choice& choice : choices_) count_users(choice, 1);
        taken_.resize(choices_.size());
    }

    /// The best way of each choice, in their order.
    std::vector<const Way*> run() {
        descend(0, Cost());
        return best_;
    }

private:
    void count_users(const Choice& choice, int change) {
        std::vector<std::size_t> items;
        for (const Way& way : choice.ways)
            items.insert(items.end(), way.items.begin(), way.items.end());
        std::ranges::sort(items);
        const auto repeated = std::ranges::unique(items);
        items.erase(repeated.begin(), repeated.end());
        for (const std::size_t item : items) users_[item] += static_cast<std::size_t>(change);
    }

    [[nodiscard]] Cost price(const Way& way) const {
        Cost sum;
        for (const std::size_t item : way.items) {
            if (paid_[item] == 0) sum += costs_[item];
        }
        return sum;
    }

    [[nodiscard]] Cost share(const Way& way) const {
        Cost sum;
        for (const std::size_t item : way.items) {
            if (paid_[item] == 0) sum += costs_[item] / users_[item];
        }
        return sum;
    }

    [[nodiscard]] Cost bound(std::size_t from) const {
        Cost sum;
        for (std::size_t i = from; i < choices_.size(); ++i) {
            const auto shares = choices_[i].ways | std::views::transform([this](const Way& way) {
                                    return share(way);
                                });
            sum += std::ranges::min(shares);
        }
        return sum;
    }

    void descend(std::size_t at, Cost so_far) {
        if (best_cost_ && so_far + bound(at) >= *best_cost_) return;
        if (at == choices_.size()) {
            best_cost_ = so_far;
            best_ = taken_;
            return;
        }
        std::vector<std::pair<Cost, const Way*>> ways;
        for (const Way& way : choices_[at].ways) ways.emplace_back(price(way), &way);
        std::ranges::stable_sort(ways, {}, [](const auto& each) { return each.first; });
        count_users(choices_[at], -1);
        for (const auto& [cost, way] : ways) {
            taken_[at] = way;
            for (const std::size_t item : way->items) ++paid_[item];
            descend(at + 1, so_far + cost);
            for (const std::size_t item : way->items) --paid_[item];
        }
        count_users(choices_[at], 1);
    }

    std::vector<Choice> choices_;
    std::span<const Cost> costs_;
    std::vector<std::size_t> users_;  ///< choices not yet made that could take the item
    std::vector<int> paid_;
    std::vector<const Way*> taken_;
    std::vector<const Way*> best_;
    std::optional<Cost> best_cost_;
};

/// Choices that share items, directly or through others, must be made together.
std::vector<std::vector<Choice>> apart(std::vector<Choice> choices, std::size_t item_count) {
    std::vector<std::size_t> group(item_count + choices.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    const auto root = [&group](std::size_t at) {
        while (group[at] != at) at = group[at] = group[group[at]];
        return at;
    };
    for (std::size_t i = 0; i < choices.size(); ++i) {
        for (const Way& way : choices[i].ways) {
            for (const std::size_t item : way.items) group[root(item)] = root(item_count + i);
        }
    }
    std::map<std::size_t, std::vector<Choice>> groups;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        groups[root(item_count + i)].push_back(std::move(choices[i]));
    }
    std::vector<std::vector<Choice>> all;
    for (auto& [key, together] : groups) all.push_back(std::move(together));
    return all;
}

}  // namespace

std::vector<std::size_t> cheapest_ways(std::span<const WaysOfItems> alternatives,
                                       std::span<const Cost> costs) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        choices.push_back(reduced(i, alternatives[i], costs));
    }
    // What is forced comes first: it pays for items of the others.
    std::ranges::stable_sort(choices, {}, [](const Choice& choice) { return choice.ways.size(); });
    std::vector<std::size_t> taken(alternatives.size());
    for (std::vector<Choice>& together : apart(std::move(choices), costs.size())) {
        std::vector<std::size_t> places;
        for (const Choice& choice : together) places.push_back(choice.index);
        Search search(std::move(together), costs);
        const auto ways = search.run();
        for (std::size_t i = 0; i < places.size(); ++i) taken[places[i]] = ways[i]->index;
    }
    return taken;
}

}  // namespace motlan
