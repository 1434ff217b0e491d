// The reader's work: one page in, its words out. Nothing is kept between two pages.
//
// On start the reader says {"ready": true}. Then, for each request, one answer:
//   {"ask":"read", "width":N, "height":N, "dpi":N}   block 0: a bit for each pixel (bits_of)
//     {"read": REAL}                                 block 0: the words (text_words)
//   any request may be answered by {"fault":CODE}.
// "read" is the share of the page's print that was read.
#pragma once

#include <chrono>

#include "kiosk/ipc/channel.h"
#include "kiosk/reading/recogniser.h"

namespace motlan {

/// A page is computed on for so long; a whole page of small print takes three seconds.
inline constexpr std::chrono::seconds kReadingLimit{15};
/// However busy the machine is, a page has so long by the clock; nobody waits for it.
inline constexpr std::chrono::seconds kReadingPatience{120};

/// Answers one request. What it cannot make sense of it answers with a fault.
[[nodiscard]] Message answer(const Message& request, Recogniser& recogniser);

/// Says that it is ready and answers until the other side is gone. A request that takes longer
/// than kReadingPatience ends the process.
void serve_reader(Channel& channel, Recogniser& recogniser);

/// The whole life of the process: loads the model, takes a low priority, enters the eye's
/// sandbox with the channel as the only descriptor, serves. False when it could not begin.
[[nodiscard]] bool live_as_reader(Channel& channel);

}  // namespace motlan
