// Opens what a power cut left as the next start does, and says what is wrong with it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

#include "tests/faults/tape.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

namespace motlan::testing {

/// How many states were judged, and in how many of them something was wrong.
struct Tally {
    std::int64_t states = 0;
    std::int64_t lost = 0;     ///< promised, not acknowledged, and not whole any more
    std::int64_t doubled = 0;  ///< more dossiers than were handed in
    std::int64_t stuck = 0;    ///< does not go on
    std::int64_t corrupt = 0;  ///< cannot be read, or is not what was entered

    Tally& operator+=(const Tally& other);
    [[nodiscard]] std::int64_t violations() const { return lost + doubled + stuck + corrupt; }
};

/// What had been said about each dossier when the power failed.
using Promises = std::map<std::string, std::set<Said>>;
[[nodiscard]] Promises promises_of(const std::vector<Step>& steps, std::size_t count);

/// One state; the outbox stands under `state`. Carries on to the end what is still there.
[[nodiscard]] Tally judge(const std::filesystem::path& state, const Promises& promises,
                          const Keys& keys);

}  // namespace motlan::testing
