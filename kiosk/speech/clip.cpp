#include "kiosk/speech/clip.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace motlan {
namespace {

constexpr std::size_t kRiffHeader = 12;
constexpr std::size_t kChunkHeader = 8;
constexpr std::size_t kFormatSize = 16;

std::uint32_t number_at(ByteView bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = size; i > 0; --i) number = number << 8U | bytes[at + i - 1];
    return number;
}

std::string_view name_at(ByteView bytes, std::size_t at) { return as_text(bytes.subspan(at, 4)); }

/// PCM, one channel, 16 bits, our rate.
bool is_ours(ByteView format) {
    return format.size() >= kFormatSize && number_at(format, 0, 2) == 1 &&
           number_at(format, 2, 2) == 1 &&
           number_at(format, 4, 4) == static_cast<std::uint32_t>(kClipRate) &&
           number_at(format, 14, 2) == 16;
}

/// The content of the first chunk of that name; nothing when a length runs over the end.
std::optional<ByteView> chunk(ByteView file, std::string_view name) {
    std::size_t at = kRiffHeader;
    while (at + kChunkHeader <= file.size()) {
        const std::size_t size = number_at(file, at + 4, 4);
        if (size > file.size() - at - kChunkHeader) return std::nullopt;
        if (name_at(file, at) == name) return file.subspan(at + kChunkHeader, size);
        at += kChunkHeader + size + size % 2;
    }
    return std::nullopt;
}

bool ends_sentence(char mark) { return mark == '.' || mark == '!' || mark == '?'; }

}  // namespace

Result<Bytes> parse_clip(ByteView file) {
    if (file.size() < kRiffHeader || file.size() > kClipLimit || name_at(file, 0) != "RIFF" ||
        name_at(file, 8) != "WAVE") {
        return fail(Fault::MessageMalformed);
    }
    const auto format = chunk(file, "fmt ");
    const auto samples = chunk(file, "data");
    if (!format || !samples || !is_ours(*format) || samples->empty() || samples->size() % 2 != 0) {
        return fail(Fault::MessageMalformed);
    }
    return Bytes(samples->begin(), samples->end());
}

std::vector<std::string> sentences_of(std::string_view words) {
    std::vector<std::string> sentences;
    std::string sentence;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (sentence.empty() && words[i] == ' ') continue;
        sentence += words[i];
        const bool is_last = i + 1 == words.size() || words[i + 1] == ' ';
        if (!ends_sentence(words[i]) || !is_last) continue;
        sentences.push_back(std::move(sentence));
        sentence.clear();
    }
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
    return sentences;
}

void set_loudness(Bytes& samples, int percent) {
    if (percent == 100) return;
    for (std::size_t i = 0; i + 1 < samples.size(); i += 2) {
        const auto sample = static_cast<std::int16_t>(samples[i] | samples[i + 1] << 8);
        const int louder =
            std::clamp<int>(sample * percent / 100, std::numeric_limits<std::int16_t>::min(),
                            std::numeric_limits<std::int16_t>::max());
        const auto bits = static_cast<std::uint16_t>(louder);
        samples[i] = static_cast<std::uint8_t>(bits & 0xFFU);
        samples[i + 1] = static_cast<std::uint8_t>(bits >> 8U);
    }
}

}  // namespace motlan
