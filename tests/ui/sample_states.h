// Every screen and every state worth looking at, filled with an invented person and the real
// catalogue; for the audits, the golden pictures and the gallery.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan::testing {

struct Sample {
    std::string name;  ///< e.g. "show_card.too_far"
    State state;
};

/// The catalogue of config/, on a fixed day.
[[nodiscard]] const Office& sample_office();

/// One or more samples of every screen and of every overlay.
[[nodiscard]] std::vector<Sample> samples();

}  // namespace motlan::testing
