#include "kiosk/outbox/base45.h"

#include <algorithm>

namespace motlan {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned kBeyond = 45 * 45 * 45;

/// The number that up to three letters spell, the least significant first; too large when one of
/// them is no letter of ours.
unsigned number_of(std::string_view letters) {
    unsigned number = 0;
    unsigned weight = 1;
    for (const char letter : letters) {
        const std::size_t place = kLetters.find(letter);
        if (place == std::string_view::npos) return kBeyond;
        number += static_cast<unsigned>(place) * weight;
        weight *= 45;
    }
    return number;
}

}  // namespace

Result<Bytes> from_base45(std::string_view text) {
    Bytes bytes;
    for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(3, text.size()))) {
        const std::string_view letters = text.substr(0, 3);
        const unsigned number = number_of(letters);
        const unsigned limit = letters.size() == 3 ? 0xFFFFU : 0xFFU;
        if (letters.size() == 1 || number > limit) return fail(Fault::MessageMalformed);
        if (letters.size() == 3) bytes.push_back(static_cast<std::uint8_t>(number >> 8U));
        bytes.push_back(static_cast<std::uint8_t>(number & 0xFFU));
    }
    return bytes;
}

std::string to_base45(ByteView bytes) {
    std::string text;
    for (; !bytes.empty(); bytes = bytes.subspan(std::min<std::size_t>(2, bytes.size()))) {
        const bool is_pair = bytes.size() > 1;
        unsigned number = is_pair ? bytes[0] * 256U + bytes[1] : bytes[0];
        for (int letter = is_pair ? 3 : 2; letter > 0; --letter) {
            text += kLetters[number % 45];
            number /= 45;
        }
    }
    return text;
}

}  // namespace motlan
