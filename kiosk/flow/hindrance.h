// What keeps a procedure from being filed at this kiosk now, told before anybody begins.
#pragma once

#include <cstdint>

namespace motlan {

/// The worst that stands in the way, from the harmless to what stops everything.
enum class Hindrance : std::uint8_t {
    None,
    MayNeedScanner,  ///< no paper is asked yet, but one may be; the scanner does not work
    Offline,         ///< an item may not be left to the office
    NeedsScanner,    ///< a paper is asked and the scanner does not work
    NeedsCard,       ///< no card can be read here
    Suspended,       ///< the catalogue says that nobody may file it for now
};

/// Whether a visit may begin all the same.
[[nodiscard]] constexpr bool may_start(Hindrance hindrance) {
    return hindrance == Hindrance::None || hindrance == Hindrance::MayNeedScanner;
}

/// What this kiosk's devices let it do now.
struct Ability {
    bool reads_codes = true;   ///< of cards and receipts, by any device
    bool takes_papers = true;  ///< by the scanner, or where there is one the document camera
    bool has_camera = true;    ///< the card camera works; else the hand reader must do
    bool prints = true;        ///< slips come out: the printer is there, shut and has paper
    bool operator==(const Ability&) const = default;
};

}  // namespace motlan
