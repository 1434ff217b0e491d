// Every screen and every state worth looking at, filled with an invented person and the real
// catalogue; for the audits, the golden pictures and the gallery.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flow/office.h"
#include "kiosk/flow/state.h"

namespace motlan::testing {

struct Sample {
    std::string name;  ///< e.g. "show_card.too_far"
    State state;
};

/// What stands in the samples of their citizen: name, number, birth, home, dossiers.
inline constexpr auto kPrivateWords = std::to_array<std::string_view>(
    {"Hòa", "040151000217", "040 *** *** 217", "12/03/1951", "1951", "Xóm 4", "H41-"});
/// What the citizen has answered there.
inline constexpr auto kAnsweredWords =
    std::to_array<std::string_view>({"Nguyễn Sinh Cung", "Trường Vinh", "Số 12"});

/// The catalogue of config/, on a fixed day.
[[nodiscard]] const Office& sample_office();

/// One or more samples of every screen and of every overlay.
[[nodiscard]] std::vector<Sample> samples();

}  // namespace motlan::testing
