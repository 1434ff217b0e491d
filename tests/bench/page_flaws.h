// What goes wrong with pictures of papers: out of focus, moved, dazzled, dark, too far away.
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/imaging/prepared_page.h"

namespace motlan::testing {

enum class Flaw : std::uint8_t {
    None,
    Blur,
    Motion,
    Glare,
    Dark,
    Blank,
    Far,
    Coarse,  ///< scanned with too few dots per inch
    SmallText,
    CutOff,
    NoWayUp,  ///< nobody can tell which way up it is
};
inline constexpr int kFlaws = 11;
[[nodiscard]] std::string_view name(Flaw flaw);

struct FlawedPage {
    Image picture;
    PageOptions options;
    Fault fault = Fault::BrokenAssumption;  ///< that should be named; that value when none should
};

/// An invented paper with one flaw, under a document camera or, where that can happen there, on
/// the glass of a scanner. Any seed gives one.
[[nodiscard]] FlawedPage draw_flawed(Flaw flaw, std::uint64_t seed);

/// A scan of a paper that lies askew by so many degrees (counter-clockwise) and then turned by
/// quarters (clockwise), with the noise of a sensor.
[[nodiscard]] Image scanned(const Image& paper, double askew, int quarters, std::uint64_t seed);

}  // namespace motlan::testing
