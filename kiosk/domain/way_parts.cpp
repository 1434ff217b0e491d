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
std::uint64_t weight(const WayPart& part, std::size_t way) {
    constexpr unsigned kBits = 6;
    std::uint64_t sum = 0;
    for (const auto& sums : part.sums) sum = (sum << kBits) + sums[way];
    return sum;
}

}  // namespace

WayParts::WayParts(std::span<const OpenChoice> choices, std::span<const Cost> costs)
    : choices_(choices), charges_of_(costs.size()) {
    for (const Cost& cost : costs) {
        for (std::size_t i = 0; i < is_used_.size(); ++i) {
            if (cost.counts()[i] > 0) is_used_[i] = true;
        }
    }
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const Levels counts = levels(costs[i]);
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

Levels WayParts::levels(const Cost& cost) const {
    const Levels counts = cost.counts();
    Levels all{};
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        sum += counts[i];
        if (is_used_[i]) all[i] = sum;
    }
    return all;
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
        uses_.push_back({choice, charge, std::vector<std::uint64_t>(choices_[choice].ways.size())});
    }
    uses_[uses.back()].by_way[way] = kNone;
}

WayPart WayParts::whole() const {
    WayPart all{.costs = {},
                .shares = std::vector<std::uint64_t>(uses_.size()),
                .sums = {},
                .ruled_out = std::vector<std::uint64_t>(first_.back()),
                .is_made = std::vector<bool>(choices_.size())};
    all.sums.fill(std::vector<std::uint64_t>(first_.back()));
    for (const Charge& charge : charges_) all.costs.push_back(charge.count * kWhole);
    return all;
}

void WayParts::set_share(WayPart& part, std::size_t use, std::uint64_t share) const {
    if (share == part.shares[use]) return;
    const auto& [choice, charge, by_way] = uses_[use];
    const std::uint64_t more = share - part.shares[use];
    std::uint64_t* sums = &part.sums[charges_[charge].level][first_[choice]];
    for (std::size_t w = 0; w < by_way.size(); ++w) sums[w] += more & by_way[w];
    part.shares[use] = share;
}

/// How much a choice would give for a charge rather than do without it, at most all of it; nothing
/// when it cannot take it any more.
std::optional<std::uint64_t> WayParts::offer(const WayPart& part, std::size_t use) const {
    const auto& [choice, charge, by_way] = uses_[use];
    const std::uint64_t* sums = &part.sums[charges_[charge].level][first_[choice]];
    const std::uint64_t* ruled_out = &part.ruled_out[first_[choice]];
    std::uint64_t with = kNone;
    std::uint64_t without = kNone;
    for (std::size_t w = 0; w < by_way.size(); ++w) {
        const std::uint64_t sum = (sums[w] - (part.shares[use] & by_way[w])) | ruled_out[w];
        with = std::min(with, sum | ~by_way[w]);
        without = std::min(without, sum | by_way[w]);
    }
    if (with == kNone) return std::nullopt;
    return without <= with ? 0 : std::min(without - with, part.costs[charge]);
}

/// Shares one charge out anew, after what each choice offers for it.
void WayParts::share_out_one(WayPart& part, std::size_t charge) {
    std::uint64_t all = 0;
    offers_.clear();
    for (const std::size_t use : charges_[charge].uses) {
        if (part.is_made[uses_[use].choice]) continue;
        const auto offered = offer(part, use);
        if (!offered) set_share(part, use, 0);
        if (!offered) continue;
        offers_.emplace_back(use, *offered);
        all += *offered;
    }
    const std::uint64_t cost = part.costs[charge];
    // What nobody offers is spread evenly: it lifts ways that others can then be weighed against.
    const std::uint64_t spare = all < cost && !offers_.empty() ? (cost - all) / offers_.size() : 0;
    for (const auto& [use, offered] : offers_) {
        set_share(part, use, (all > cost ? cost * offered / all : offered) + spare);
    }
}

void WayParts::share_out(WayPart& part, std::size_t level) {
    for (std::size_t i = 0; i < charges_.size(); ++i) {
        const Charge& charge = charges_[i];
        if (charge.level != level || part.costs[i] == 0 || charge.uses.empty()) continue;
        // One alone bears it all, whatever it offers.
        const bool is_done =
            charge.uses.size() == 1 && part.shares[charge.uses[0]] == part.costs[i];
        if (!is_done) share_out_one(part, i);
    }
}

void WayParts::rule_out(WayPart& part, std::size_t choice, std::size_t way) const {
    part.ruled_out[first_[choice] + way] = kNone;
}

std::size_t WayParts::open_ways(const WayPart& part, std::size_t choice) const {
    const auto ways =
        std::span(part.ruled_out).subspan(first_[choice], choices_[choice].ways.size());
    return static_cast<std::size_t>(std::ranges::count(ways, 0U));
}

Levels WayParts::least(const WayPart& part, std::size_t choice) const {
    Levels least{};
    for (std::size_t i = 0; i < least.size(); ++i) {
        least[i] = kNone;
        for (std::size_t w = first_[choice]; w < first_[choice + 1]; ++w) {
            least[i] = std::min(least[i], part.sums[i][w] | part.ruled_out[w]);
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

Levels WayParts::bound_with(const WayPart& part, const Levels& others, std::size_t choice,
                            std::size_t way) const {
    Levels with = others;
    for (std::size_t i = 0; i < with.size(); ++i) with[i] += part.sums[i][first_[choice] + way];
    return in_whole_numbers(part.paid, with);
}

std::size_t WayParts::cheapest(const WayPart& part, std::size_t choice) const {
    std::size_t cheapest = choices_[choice].ways.size();
    std::uint64_t lowest = kNone;
    for (std::size_t w = 0; w < choices_[choice].ways.size(); ++w) {
        const std::uint64_t cost = weight(part, first_[choice] + w);
        if (part.ruled_out[first_[choice] + w] != 0 || cost >= lowest) continue;
        cheapest = w;
        lowest = cost;
    }
    return cheapest;
}

std::uint64_t WayParts::regret(const WayPart& part, std::size_t choice) const {
    std::uint64_t lowest = kNone;
    std::uint64_t second = kNone;
    for (std::size_t w = first_[choice]; w < first_[choice + 1]; ++w) {
        const std::uint64_t cost = part.ruled_out[w] != 0 ? kNone : weight(part, w);
        second = std::min(second, std::max(lowest, cost));
        lowest = std::min(lowest, cost);
    }
    return second - lowest;
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
        if (w != way) rule_out(part, choice, w);
    }
}

}  // namespace motlan
