// Whether headphones are plugged in, as the sound card's own switch in the jack feels it.
#pragma once

#include <functional>
#include <string>

namespace motlan {

/// A question to the sound card that takes some microseconds, for one thread: whether something is
/// in the jack. `card` as ALSA names it, such as "hw:0"; `control` as `amixer -c 0 controls` lists
/// it, such as "Headphone Jack". The answer is false while the card is away or has no such switch;
/// once it is back it is asked again. Empty for an empty `control`.
[[nodiscard]] std::function<bool()> jack_question(const std::string& card,
                                                  const std::string& control);

}  // namespace motlan
