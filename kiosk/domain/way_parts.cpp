#include "kiosk/domain/way_parts.h"

#include <algorithm>
#include <limits>

namespace motlan {
namespace {

/// Parts of one paper, field, choice or wait.
constexpr std::uint64_t kWhole = 1U << 20U;
constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

Levels in_whole_numbers(const Levels& paid, const Levels& shares) {
    Levels whole = paid;
    for (std::size_t i = 0; i < whole.size(); ++i) whole[i] += (shares[i] + kWhole - 1) / kWhole;
    return whole;
}

/// For comparing ways: each level much lighter than the one before, so that fractions still weigh.
std::uint64_t weight(const Levels& shares) {
    constexpr unsigned kBits = 6;
    std::uint64_t sum = 0;
    for (const std::uint64_t share : shares) sum = (sum << kBits) + share;
    return sum;
}

}  // namespace

WayParts::WayParts(std::span<const OpenChoice> choices, std::span<const Cost> costs)
    : choices_(choices), charges_of_(costs.size()) {
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const Levels counts = costs[i].counts();
        for (std::size_t level = 0; level < counts.size(); ++level) {
            if (counts[level] == 0) continue;
            charges_of_[i].push_back(charges_.size());
            charges_.push_back({i, level, counts[level], {}});
        }
    }
    for (std::size_t c = 0; c < choices_.size(); ++c) {
        find_uses(c);
        first_.push_back(first_.back() + choices_[c].ways.size());
    }
}

void WayParts::find_uses(std::size_t choice) {
    const auto& ways = choices_[choice].ways;
    for (std::size_t w = 0; w < ways.size(); ++w) {
        for (const std::size_t item : ways[w].items) {
            for (const std::size_t charge : charges_of_[item]) note_use(choice, charge, w);
        }
    }
}

void WayParts::note_use(std::size_t choice, std::size_t charge, std::size_t way) {
    auto& uses = charges_[charge].uses;
    if (uses.empty() || uses_[uses.back()].choice != choice) {
        uses.push_back(uses_.size());
        uses_.push_back({choice, charge, std::vector<char>(choices_[choice].ways.size())});
    }
    uses_[uses.back()].by_way[way] = 1;
}

WayPart WayParts::whole() const {
    WayPart all{.costs = {},
                .shares = std::vector<std::uint64_t>(uses_.size()),
                .sums = std::vector<Levels>(first_.back()),
                .alive = std::vector<char>(first_.back(), 1),
                .is_made = std::vector<bool>(choices_.size())};
    for (const Charge& charge : charges_) all.costs.push_back(charge.count * kWhole);
    return all;
}

void WayParts::set_share(WayPart& part, std::size_t use, std::uint64_t share) const {
    if (share == part.shares[use]) return;
    const auto& [choice, charge, by_way] = uses_[use];
    const std::size_t level = charges_[charge].level;
    for (std::size_t w = 0; w < by_way.size(); ++w) {
        if (by_way[w] != 0) part.sums[first_[choice] + w][level] += share - part.shares[use];
    }
    part.shares[use] = share;
}

/// How much a choice would give for a charge rather than do without it, at most all of it.
std::uint64_t WayParts::offer(const WayPart& part, std::size_t use) const {
    const auto& [choice, charge, by_way] = uses_[use];
    const std::size_t level = charges_[charge].level;
    std::uint64_t with = kNone;
    std::uint64_t without = kNone;
    for (std::size_t w = 0; w < by_way.size(); ++w) {
        if (part.alive[first_[choice] + w] == 0) continue;
        auto& least = by_way[w] != 0 ? with : without;
        least = std::min(least, part.sums[first_[choice] + w][level]);
    }
    if (without <= with) return 0;
    return std::min(without - with, part.costs[charge]);
}

/// Whether a choice may still take a charge on.
bool WayParts::can_take(const WayPart& part, const Use& use) const {
    if (part.is_made[use.choice]) return false;
    for (std::size_t w = 0; w < use.by_way.size(); ++w) {
        if (use.by_way[w] != 0 && part.alive[first_[use.choice] + w] != 0) return true;
    }
    return false;
}

/// Shares one charge out anew, after what each choice offers for it.
void WayParts::share_out(WayPart& part, std::size_t charge) {
    std::uint64_t all = 0;
    offers_.clear();
    for (const std::size_t use : charges_[charge].uses) {
        set_share(part, use, 0);
        if (!can_take(part, uses_[use])) continue;
        offers_.emplace_back(use, offer(part, use));
        all += offers_.back().second;
    }
    const std::uint64_t cost = part.costs[charge];
    // What nobody offers is spread evenly: it lifts ways that others can then be weighed against.
    const std::uint64_t spare = all < cost && !offers_.empty() ? (cost - all) / offers_.size() : 0;
    for (const auto& [use, offered] : offers_) {
        set_share(part, use, (all > cost ? cost * offered / all : offered) + spare);
    }
}

void WayParts::share_out(WayPart& part) {
    for (std::size_t i = 0; i < charges_.size(); ++i) {
        if (part.costs[i] > 0 && !charges_[i].uses.empty()) share_out(part, i);
    }
}

std::size_t WayParts::alive(const WayPart& part, std::size_t choice) const {
    const auto ways = std::span(part.alive).subspan(first_[choice], choices_[choice].ways.size());
    return static_cast<std::size_t>(std::ranges::count(ways, 1));
}

Levels WayParts::least(const WayPart& part, std::size_t choice) const {
    Levels least{kNone, kNone, kNone, kNone};
    for (std::size_t w = 0; w < choices_[choice].ways.size(); ++w) {
        if (part.alive[first_[choice] + w] == 0) continue;
        for (std::size_t i = 0; i < least.size(); ++i) {
            least[i] = std::min(least[i], part.sums[first_[choice] + w][i]);
        }
    }
    return least;
}

Levels WayParts::least(const WayPart& part) const {
    Levels all{};
    for (std::size_t c = 0; c < choices_.size(); ++c) {
        if (part.is_made[c]) continue;
        const Levels one = least(part, c);
        for (std::size_t i = 0; i < all.size(); ++i) all[i] += one[i];
    }
    return all;
}

Levels WayParts::bound(const WayPart& part) const {
    return in_whole_numbers(part.paid, least(part));
}

Levels WayParts::bound_with(const WayPart& part, const Levels& all, std::size_t choice,
                            std::size_t way) const {
    const Levels one = least(part, choice);
    Levels with = all;
    for (std::size_t i = 0; i < with.size(); ++i)
        with[i] += part.sums[first_[choice] + way][i] - one[i];
    return in_whole_numbers(part.paid, with);
}

std::size_t WayParts::cheapest(const WayPart& part, std::size_t choice) const {
    std::size_t cheapest = choices_[choice].ways.size();
    std::uint64_t lowest = kNone;
    for (std::size_t w = 0; w < choices_[choice].ways.size(); ++w) {
        const std::uint64_t cost = weight(part.sums[first_[choice] + w]);
        if (part.alive[first_[choice] + w] == 0 || cost >= lowest) continue;
        cheapest = w;
        lowest = cost;
    }
    return cheapest;
}

void WayParts::make(WayPart& part, std::size_t choice, std::size_t way) const {
    part.is_made[choice] = true;
    for (const std::size_t item : choices_[choice].ways[way].items) {
        for (const std::size_t charge : charges_of_[item]) {
            if (part.costs[charge] == 0) continue;
            part.paid[charges_[charge].level] += charges_[charge].count;
            part.costs[charge] = 0;
            for (const std::size_t use : charges_[charge].uses) set_share(part, use, 0);
        }
    }
    for (std::size_t w = 0; w < choices_[choice].ways.size(); ++w) {
        part.alive[first_[choice] + w] = w == way ? 1 : 0;
    }
}

}  // namespace motlan
