#include "kiosk/core/floor_clock.h"

#include <algorithm>

#include "kiosk/core/file.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = 64;
constexpr std::chrono::minutes kJump{5};

WallTime read_floor(const std::filesystem::path& file) {
    const auto text = read_text(file, kFileLimit);
    const auto time = text ? parse_timestamp(*text) : std::nullopt;
    return time.value_or(WallTime{});
}

}  // namespace

FloorClock::FloorClock(const Clock& base, std::filesystem::path file)
    : base_(base),
      begun_(base.wall()),
      begun_steady_(base.steady()),
      file_(std::move(file)),
      floor_(read_floor(file_)) {}

WallTime FloorClock::wall() const {
    const std::scoped_lock lock(mutex_);
    return std::max(base_.wall(), floor_);
}

bool FloorClock::is_uncertain() const {
    const WallTime now = base_.wall();
    const auto jump = (now - begun_) - (base_.steady() - begun_steady_);
    const std::scoped_lock lock(mutex_);
    return now < floor_ || std::chrono::abs(jump) > kJump;
}

Result<void> FloorClock::prove(WallTime signed_at) {
    const std::scoped_lock lock(mutex_);
    if (signed_at <= floor_) return {};
    floor_ = signed_at;
    return write_file(file_, as_bytes(to_timestamp(floor_)));
}

}  // namespace motlan
