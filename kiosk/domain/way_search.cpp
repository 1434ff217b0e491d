#include "kiosk/domain/way_search.h"

#include <algorithm>
#include <optional>

#include "kiosk/domain/way_parts.h"

namespace motlan {
namespace {

/// Positions of ways, one for each choice.
using Combination = std::vector<std::size_t>;

/// Rounds of sharing out at the start and in each part.
constexpr int kFirstRounds = 10;
constexpr int kRounds = 1;

class Search {
public:
    Search(std::span<const OpenChoice> choices, std::span<const Cost> costs)
        : choices_(choices), costs_(costs), parts_(choices, costs) {}

    Combination run() {
        descend(parts_.whole(), kFirstRounds);
        prefer_earlier();
        return best_;
    }

private:
    /// Whether a combination that has at least this cannot be better than the best one: what weighs
    /// more decides.
    [[nodiscard]] bool is_lost(const Levels& least) const {
        return best_cost_ && least >= best_levels_;
    }

    /// Shares costs out, the heaviest level first, and a lighter one only while those before are
    /// even with the best; false when nothing in the part is better.
    bool lift(WayPart& part) {
        for (std::size_t level = 0; level < best_levels_.size(); ++level) {
            parts_.share_out(part, level);
            if (!best_cost_) continue;
            const std::uint64_t least = parts_.bound(part)[level];
            if (least != best_levels_[level]) return least < best_levels_[level];
        }
        return !best_cost_;
    }

    /// Rules out ways that cannot lead to something better; false when nothing can.
    bool narrow(WayPart& part, int rounds) {
        for (int round = 0; round < rounds; ++round) {
            if (!lift(part)) return false;
        }
        keep_if_better(complete(part));
        const Levels all = parts_.least(part);
        if (is_lost(parts_.bound(part))) return false;
        bool has_ruled_out = false;
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            if (!part.is_made[c] && rule_out(part, c, all)) has_ruled_out = true;
        }
        return !has_ruled_out || narrow_again(part);
    }

    /// Rules out ways of one choice; `all` are the least shares of the part.
    bool rule_out(WayPart& part, std::size_t choice, const Levels& all) {
        const Levels own = parts_.least(part, choice);
        Levels others = all;
        for (std::size_t i = 0; i < all.size(); ++i) others[i] -= own[i];
        bool has_ruled_out = false;
        for (std::size_t w = 0; w < choices_[choice].ways.size(); ++w) {
            if (!parts_.is_open(part, choice, w)) continue;
            if (!is_lost(parts_.bound_with(part, others, choice, w))) continue;
            parts_.rule_out(part, choice, w);
            has_ruled_out = true;
        }
        return has_ruled_out;
    }

    /// What was ruled out lifts the shares of what is left.
    bool narrow_again(WayPart& part) {
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            if (parts_.open_ways(part, c) == 0) return false;
        }
        return narrow(part, kRounds);
    }

    /// The choice that is open between the fewest ways; among those the one that would regret its
    /// cheapest way most.
    [[nodiscard]] std::optional<std::size_t> next_choice(const WayPart& part) const {
        std::optional<std::size_t> next;
        std::size_t fewest = 0;
        std::uint64_t most = 0;
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            if (part.is_made[c]) continue;
            const std::size_t open = parts_.open_ways(part, c);
            const std::uint64_t regret = parts_.regret(part, c);
            if (next && (open > fewest || (open == fewest && regret <= most))) continue;
            next = c;
            fewest = open;
            most = regret;
        }
        return next;
    }

    void descend(WayPart part, int rounds) {
        if (!narrow(part, rounds)) return;
        const auto choice = next_choice(part);
        if (!choice) return;
        while (!is_lost(parts_.bound(part))) {
            const std::size_t way = parts_.cheapest(part, *choice);
            WayPart inner = part;
            parts_.make(inner, *choice, way);
            descend(std::move(inner), kRounds);
            parts_.rule_out(part, *choice, way);
            if (parts_.open_ways(part, *choice) == 0) return;
        }
    }

    [[nodiscard]] Cost total(const Combination& ways) const {
        std::vector<bool> is_paid(costs_.size());
        Cost sum;
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            for (const std::size_t item : choices_[c].ways[ways[c]].items) {
                if (!is_paid[item]) sum += costs_[item];
                is_paid[item] = true;
            }
        }
        return sum;
    }

    /// The cheapest ways by shares, made better one choice at a time.
    [[nodiscard]] Combination complete(const WayPart& part) const {
        Combination ways;
        std::vector<int> users(costs_.size());
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            ways.push_back(parts_.cheapest(part, c));
            for (const std::size_t item : choices_[c].ways[ways[c]].items) ++users[item];
        }
        for (std::size_t c = 0; c < choices_.size(); ++c) {
            const auto& all = choices_[c].ways;
            for (const std::size_t item : all[ways[c]].items) --users[item];
            for (std::size_t w = 0; w < all.size(); ++w) {
                if (price(all[w], users) < price(all[ways[c]], users)) ways[c] = w;
            }
            for (const std::size_t item : all[ways[c]].items) ++users[item];
        }
        return ways;
    }

    /// What a way costs beside items that others use anyway.
    [[nodiscard]] Cost price(const OpenWay& way, std::span<const int> users) const {
        Cost sum;
        for (const std::size_t item : way.items) {
            if (users[item] == 0) sum += costs_[item];
        }
        return sum;
    }

    void keep_if_better(Combination ways) {
        const Cost cost = total(ways);
        if (best_cost_ && cost >= *best_cost_) return;
        best_cost_ = cost;
        best_levels_ = parts_.levels(cost);
        best_ = std::move(ways);
    }

    void prefer_earlier() {
        for (bool has_moved = true; has_moved;) {
            has_moved = false;
            for (std::size_t c = 0; c < choices_.size(); ++c) {
                for (std::size_t w = 0; w < best_[c]; ++w) {
                    Combination other = best_;
                    other[c] = w;
                    if (total(other) > *best_cost_) continue;
                    best_ = std::move(other);
                    has_moved = true;
                }
            }
        }
    }

    std::span<const OpenChoice> choices_;
    std::span<const Cost> costs_;
    WayParts parts_;
    Combination best_;
    std::optional<Cost> best_cost_;
    Levels best_levels_{};  ///< of the best cost
};

}  // namespace

std::vector<std::size_t> search_ways(std::span<const OpenChoice> choices,
                                     std::span<const Cost> costs) {
    return Search(choices, costs).run();
}

}  // namespace motlan
