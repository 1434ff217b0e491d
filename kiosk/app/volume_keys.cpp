#include "kiosk/app/volume_keys.h"

namespace motlan {
namespace {

constexpr int kStep = 10;

}  // namespace

std::optional<SpeechVolumeWished> volume_wish(std::string_view key, const Comfort& comfort) {
    const int by = key == "VolumeUp" ? kStep : key == "VolumeDown" ? -kStep : 0;
    if (by == 0 || !comfort.is_voiced) return std::nullopt;
    return SpeechVolumeWished{comfort.speech_volume + by};
}

}  // namespace motlan
