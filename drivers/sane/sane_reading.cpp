#include "drivers/sane/sane_reading.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <utility>
#include <sane/sane.h>

#include "kiosk/ipc/channel.h"

namespace motlan {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10U;
// A backend that has nothing at the moment is asked again after that; SANE's network backend has
// nothing for ever when its line was cut.
constexpr std::chrono::milliseconds kPause{5};

/// The share of the page that is done, in percent; 0 when nobody knows.
int share(std::size_t got, std::size_t expected, FramePlace place) {
    if (expected == 0) return 0;
    const std::size_t done = place.index * expected + std::min(got, expected);
    return static_cast<int>(done * 100 / (expected * place.count));
}

}  // namespace

Result<Bytes> read_frame(void* device, const FrameLook& look, FramePlace place,
                         const ScanWatch& watch) {
    const std::size_t promised = promised_bytes(look);
    const std::size_t asked = place.asked_lines * static_cast<std::size_t>(look.bytes_per_line);
    const std::size_t most = place.is_last && promised > 0 ? promised : Channel::kBlockLimit;
    Bytes bytes;
    bytes.reserve(std::min(promised, Channel::kBlockLimit));
    std::array<SANE_Byte, kChunk> chunk{};
    int percent = -1;
    while (promised == 0 || !place.is_last || bytes.size() < promised) {
        if (watch.is_cancelled && watch.is_cancelled()) return fail(Fault::ScannerCancelled);
        if (bytes.size() >= Channel::kBlockLimit) return fail(Fault::PictureTooLarge);
        const std::size_t room = std::min(chunk.size(), most - bytes.size());
        SANE_Int got = 0;
        const SANE_Status status =
            sane_read(device, chunk.data(), static_cast<SANE_Int>(room), &got);
        if (status == SANE_STATUS_EOF) break;
        if (status != SANE_STATUS_GOOD) return fail(fault_of_sane_status(status));
        if (got < 0 || static_cast<std::size_t>(got) > room) {
            return fail(Fault::ScannerUnavailable);
        }
        if (got == 0) std::this_thread::sleep_for(kPause);
        bytes.insert(bytes.end(), chunk.begin(), chunk.begin() + got);
        const int now = share(bytes.size(), promised > 0 ? promised : asked, place);
        if (watch.progress && now != std::exchange(percent, now)) watch.progress(now);
    }
    return bytes;
}

void read_to_end(void* device) {
    std::array<SANE_Byte, kChunk> chunk{};
    std::size_t dropped = 0;
    SANE_Int got = 0;
    while (dropped < Channel::kBlockLimit &&
           sane_read(device, chunk.data(), static_cast<SANE_Int>(chunk.size()), &got) ==
               SANE_STATUS_GOOD) {
        dropped += static_cast<std::size_t>(std::max(got, 0)) + 1;
    }
}

}  // namespace motlan
