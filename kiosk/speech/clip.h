// Recorded sentences. A pack is a folder; a clip is a WAV file named after what it says, so that a
// clip whose sentence was changed is never heard. Pure: bytes in, samples out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// Samples a second of everything that is played: what espeak-ng makes.
inline constexpr int kClipRate = 22'050;
/// No clip is longer than a minute, with its header.
inline constexpr std::size_t kClipLimit = 128 + std::size_t{2} * kClipRate * 60;

/// The samples (16 bits, little endian, one channel, 22,050 a second) of a WAV file with a plain
/// PCM format. Fails with Fault::MessageMalformed for any other file.
[[nodiscard]] Result<Bytes> parse_clip(ByteView file);

/// The sentences of what is said, each with the mark that ends it. Nothing is lost or added but
/// the blanks between them.
[[nodiscard]] std::vector<std::string> sentences_of(std::string_view words);

/// The samples so loud, in percent of what they are; 100 leaves them alone.
void set_loudness(Bytes& samples, int percent);

}  // namespace motlan
