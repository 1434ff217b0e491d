#include "kiosk/imaging/colour_profile.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>

#include <lcms2.h>

namespace motlan {
namespace {

// Year, month, day, hour, minute, second of its making, two bytes each, stand here (ICC.1:2010,
// 7.2.10). The library writes the present time; a fixed day keeps equal files equal.
constexpr std::size_t kDate = 24;
constexpr std::array<std::uint8_t, 12> kFixedDate{0x07, 0xEA, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};

struct Close {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};

}  // namespace

Bytes srgb_profile() {
    const std::unique_ptr<void, Close> profile(cmsCreate_sRGBProfile());
    cmsUInt32Number size = 0;
    if (profile == nullptr || cmsSaveProfileToMem(profile.get(), nullptr, &size) == 0) return {};
    Bytes bytes(size);
    if (cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == 0) return {};
    std::ranges::copy(kFixedDate, bytes.begin() + kDate);
    return bytes;
}

}  // namespace motlan
