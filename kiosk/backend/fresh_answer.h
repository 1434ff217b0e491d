// When the province has said what it signed.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/core/clock.h"

namespace motlan {

/// Whether a word that was answered then can be meant for whoever asks at `at`. Both clocks may be
/// wrong by minutes; what lies more than an hour apart was not made for this citizen at this kiosk.
[[nodiscard]] bool is_fresh(WallTime answered, WallTime at);

/// What the document's member "answered" says; nothing without one.
[[nodiscard]] std::optional<WallTime> answer_moment(std::string_view content);

/// The same of the document whose member "answered" says when; false without one.
[[nodiscard]] bool is_fresh(std::string_view content, WallTime at);

}  // namespace motlan
