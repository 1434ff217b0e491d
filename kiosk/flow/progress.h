// How far something is that a screen waits for.
#pragma once

#include <cstdint>

namespace motlan {

/// A source that was asked.
enum class SourceProgress : std::uint8_t { Waiting, Answered, NotAnswered };

/// A slip that is printed for the citizen.
enum class SlipStage : std::uint8_t {
    Coming,  ///< by itself, unless the citizen declines it
    Printing,
    Printed,
    NotPrinted,
    Declined,
};

}  // namespace motlan
