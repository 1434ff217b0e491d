#include "kiosk/core/floor_clock.h"

#include <algorithm>

#include "kiosk/core/file.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = 64;
constexpr std::chrono::minutes kJump{5};
// A kiosk gets something signed every day. One that was off for longer has a new bundle brought on
// a stick, which raises the floor.
constexpr std::chrono::days kFarAhead{400};

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
      floor_(read_floor(file_)),
      has_begun_well_(is_plausible(begun_)) {}

// Not before the floor, and not far beyond one that is known.
bool FloorClock::is_plausible(WallTime time) const {
    return time >= floor_ && (floor_ == WallTime() || time <= floor_ + kFarAhead);
}

// What the wall clock would say now had nobody turned it.
WallTime FloorClock::expected() const {
    return begun_ + std::chrono::floor<std::chrono::milliseconds>(base_.steady() - begun_steady_);
}

bool FloorClock::has_jumped(WallTime now) const {
    return std::chrono::abs(now - expected()) > kJump;
}

WallTime FloorClock::wall() const {
    WallTime now = base_.wall();
    if (has_begun_well_ && has_jumped(now)) now = std::min(now, expected());
    const std::scoped_lock lock(mutex_);
    return is_plausible(now) ? now : floor_;
}

bool FloorClock::is_uncertain() const {
    const WallTime now = base_.wall();
    const std::scoped_lock lock(mutex_);
    return !is_plausible(now) || has_jumped(now);
}

Result<void> FloorClock::prove(WallTime signed_at) {
    const std::scoped_lock lock(mutex_);
    if (signed_at <= floor_) return {};
    floor_ = signed_at;
    return write_file(file_, as_bytes(to_timestamp(floor_)));
}

}  // namespace motlan
