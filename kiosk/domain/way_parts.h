// Parts of all combinations of ways, and what the best combination of a part costs at least.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "kiosk/domain/way_search.h"

namespace motlan {

/// Papers; papers and typed fields; those and choices; those and waits. What is less at the first
/// level that differs asks less. Each has a bound of its own, so that a fraction of a paper does
/// not drown whole fields; each counts the heavier ones too, so that its bound does not buy with
/// papers.
using Levels = std::array<std::uint64_t, 4>;

/// Some ways are out of question, some choices are made. What an item costs is shared out among the
/// choices that may use it; whatever the shares, the least shares of every choice together are
/// never more than what a combination costs (the dual of its linear relaxation). Shares are counted
/// in small fractions.
struct WayPart {
    std::vector<std::uint64_t> costs;                ///< by charge; nothing when paid
    std::vector<std::uint64_t> shares;               ///< by use
    std::array<std::vector<std::uint64_t>, 4> sums;  ///< by level and way: its shares
    std::vector<std::uint64_t> ruled_out;  ///< by way: all bits, or none while in question
    std::vector<bool> is_made;             ///< by choice
    Levels paid{};                         ///< in whole numbers
};

/// Shares out and looks at parts. Borrows the choices.
class WayParts {
public:
    WayParts(std::span<const OpenChoice> choices, std::span<const Cost> costs);

    /// How many ways of a choice are still in question.
    [[nodiscard]] std::size_t open_ways(const WayPart& part, std::size_t choice) const;
    /// Whether one way is.
    [[nodiscard]] bool is_open(const WayPart& part, std::size_t choice, std::size_t way) const {
        return part.ruled_out[first_[choice] + way] == 0;
    }
    /// Takes one way out of question.
    void rule_out(WayPart& part, std::size_t choice, std::size_t way) const;
    /// All combinations.
    [[nodiscard]] WayPart whole() const;
    /// Shares every cost of a level out anew; the bound hardly ever falls.
    void share_out(WayPart& part, std::size_t level);
    /// The least shares of the choices that are not made.
    [[nodiscard]] Levels least(const WayPart& part) const;
    /// The least shares of one choice.
    [[nodiscard]] Levels least(const WayPart& part, std::size_t choice) const;
    /// No combination of the part has less at every level than these whole numbers.
    [[nodiscard]] Levels bound(const WayPart& part) const;
    /// The same of the combinations with this way; `others` are the least shares of the others.
    [[nodiscard]] Levels bound_with(const WayPart& part, const Levels& others, std::size_t choice,
                                    std::size_t way) const;
    /// The way of a choice that is cheapest by shares, the earliest of them.
    [[nodiscard]] std::size_t cheapest(const WayPart& part, std::size_t choice) const;
    /// How much more the second cheapest way of a choice costs.
    [[nodiscard]] std::uint64_t regret(const WayPart& part, std::size_t choice) const;
    /// Takes that way and pays for its items.
    void make(WayPart& part, std::size_t choice, std::size_t way) const;

    /// What a cost is at every level; nothing at a level that no item has.
    [[nodiscard]] Levels levels(const Cost& cost) const;

private:
    /// What an item costs at one level.
    struct Charge {
        std::size_t item = 0;
        std::size_t level = 0;
        std::uint64_t count = 0;
        std::vector<std::size_t> uses;
    };
    /// That one choice may take on one charge.
    struct Use {
        std::size_t choice = 0;
        std::size_t charge = 0;
        std::vector<std::uint64_t> by_way;  ///< all bits where the choice's way has it, else none
    };

    void find_uses(std::size_t choice);
    void note_use(std::size_t choice, std::size_t charge, std::size_t way);
    void set_share(WayPart& part, std::size_t use, std::uint64_t share) const;
    [[nodiscard]] std::optional<std::uint64_t> offer(const WayPart& part, std::size_t use) const;
    void share_out_one(WayPart& part, std::size_t charge);

    std::span<const OpenChoice> choices_;
    std::array<bool, 4> is_used_{};
    std::vector<std::size_t> first_{0};  ///< by choice, and behind the last: where its ways begin
    std::vector<std::pair<std::size_t, std::uint64_t>> offers_;  ///< by use, for one charge
    std::vector<Charge> charges_;
    std::vector<std::vector<std::size_t>> charges_of_;  ///< by item
    std::vector<Use> uses_;
};

}  // namespace motlan
