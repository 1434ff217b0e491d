#include "drivers/escpos/escpos_code.h"

#include <algorithm>

namespace motlan {
namespace {

constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEot = 0x04;
constexpr std::uint8_t kEsc = 0x1B;
constexpr std::uint8_t kGs = 0x1D;
constexpr std::uint8_t kHalf = 128;

void add(Bytes& bytes, std::initializer_list<std::uint8_t> more) {
    bytes.insert(bytes.end(), more);
}

std::uint8_t low(std::size_t number) { return static_cast<std::uint8_t>(number & 0xFFU); }
std::uint8_t high(std::size_t number) { return static_cast<std::uint8_t>(number >> 8U & 0xFFU); }

/// GS v 0, normal size: the width counts bytes, the height dots, both low byte first.
void add_band(Bytes& bytes, const ImageView& slip, int top, int rows) {
    const std::size_t wide = (static_cast<std::size_t>(slip.width) + 7) / 8;
    const auto tall = static_cast<std::size_t>(rows);
    add(bytes, {kGs, 'v', '0', 0, low(wide), high(wide), low(tall), high(tall)});
    const std::size_t start = bytes.size();
    bytes.resize(start + wide * tall);
    for (std::size_t y = 0; y < tall; ++y) {
        const ByteView row = slip.row(top + static_cast<int>(y));
        for (std::size_t x = 0; x < row.size(); ++x) {
            const bool is_ink = row[x] < kHalf;
            if (is_ink)
                bytes[start + y * wide + x / 8] |= static_cast<std::uint8_t>(0x80U >> x % 8);
        }
    }
}

}  // namespace

Bytes escpos_slip(const ImageView& slip) {
    Bytes bytes;
    add(bytes, {kEsc, '@'});
    for (int top = 0; top < slip.height; top += kBandRows) {
        add_band(bytes, slip, top, std::min(kBandRows, slip.height - top));
    }
    add(bytes, {kGs, 'V', 66, 0});
    add(bytes, {kGs, 'r', 1});
    return bytes;
}

std::array<std::uint8_t, 3> escpos_question(PrinterQuestion question) {
    return {kDle, kEot, static_cast<std::uint8_t>(question)};
}

std::optional<std::uint8_t> escpos_answer(ByteView bytes) {
    constexpr std::uint8_t kFixed = 0b1001'0011;
    constexpr std::uint8_t kAsAnswer = 0b0001'0010;
    const auto found =
        std::ranges::find_if(bytes, [](std::uint8_t byte) { return (byte & kFixed) == kAsAnswer; });
    return found == bytes.end() ? std::nullopt : std::optional(*found);
}

bool says_done(ByteView bytes) {
    constexpr std::uint8_t kFixed = 0b1001'0000;
    return std::ranges::any_of(bytes, [](std::uint8_t byte) { return (byte & kFixed) == 0; });
}

DeviceStatus status_in(const std::array<std::uint8_t, 4>& answers) {
    const auto [printer, offline, error, paper] = answers;
    constexpr std::uint8_t kIsOffline = 0x08;
    constexpr std::uint8_t kCoverOpen = 0x04;
    constexpr std::uint8_t kStoppedForPaper = 0x20;
    // Cutter or unrecoverable; what the printer recovers from by itself is none.
    constexpr std::uint8_t kBroken = 0x28;
    constexpr std::uint8_t kNearEnd = 0x0C;
    constexpr std::uint8_t kNoPaper = 0x60;
    DeviceStatus status{.running_low = (paper & kNearEnd) != 0};
    if ((offline & kCoverOpen) != 0) {
        status.fault = Fault::PrinterCoverOpen;
    } else if ((offline & kStoppedForPaper) != 0 || (paper & kNoPaper) != 0) {
        status.fault = Fault::PrinterPaperOut;
    } else if ((error & kBroken) != 0 || (printer & kIsOffline) != 0) {
        status.fault = Fault::PrinterUnavailable;
    }
    return status;
}

}  // namespace motlan
