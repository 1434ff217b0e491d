// The memory stick that a technician has mounted, and whether something can be written to it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

namespace motlan {

enum class StickState : std::uint8_t { Ready, Missing, ReadOnly, Full };

struct Stick {
    StickState state = StickState::Missing;
    std::filesystem::path place{};  ///< where it is mounted
    std::uintmax_t free_bytes = 0;
    bool operator==(const Stick&) const = default;
};

/// Whether a folder is where something else than the disk above it begins.
[[nodiscard]] bool is_mount_point(const std::filesystem::path& folder);

/// The first stick below `media` ("/media/STICK", "/media/USER/STICK") to which `needed_bytes` can
/// be written, else the first that is there at all. Nobody looks through what lies on it.
[[nodiscard]] Stick look_for_stick(
    const std::filesystem::path& media, std::uintmax_t needed_bytes,
    const std::function<bool(const std::filesystem::path&)>& is_stick = is_mount_point);

}  // namespace motlan
