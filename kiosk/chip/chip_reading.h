// Reads the chip of an identity card from beginning to end, on the caller's thread. Keeps nothing,
// logs nothing, tries a number once and no more than two zones: no card is ever locked by it.
#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "kiosk/chip/country_certificate.h"
#include "kiosk/chip/mrz.h"
#include "kiosk/device/chip_terminal.h"
#include "kiosk/domain/chip_card.h"

namespace motlan {

/// So many zones are tried on a chip: some chips answer ever more slowly after wrong ones.
inline constexpr std::size_t kZoneTries = 2;

struct ChipWishes {
    std::span<const CountryCertificate> countries;  ///< whose signature counts
    bool face = false;                              ///< the picture too: half a second or more
    std::vector<MrzKey> zones;                      ///< one may open a chip that knows no PACE:
                                                    ///< the first kZoneTries are tried in turn
    std::chrono::milliseconds patience{500};        ///< how long to wait for a card
    std::function<void(int percent)> progress;      ///< told when it grows; may be empty
};

/// Reads the chip of the card with this number. The chip is opened with the card access number,
/// the last six digits (domain notes 3.1); the profile counts as read from the chip only when the
/// State's signature held, as from a code otherwise: an unchecked chip proves no more.
/// Fails with
///  - Fault::ChipAbsent without a card; ChipRemoved when it went, or `stop` was asked for;
///    ChipReaderUnavailable;
///  - ChipLocked when the chip refuses that number or the zones, or knows no way of ours. It may be
///    another person's card, but a chip that refuses does not say why, so nobody is told that it
///    is;
///  - ChipOfOtherCard when it opens and holds another number;
///  - ChipForged when a signature or digest does not hold; ChipMalformed.
[[nodiscard]] Result<ChipCard> read_chip(ChipTerminal& terminal, const CitizenNumber& number,
                                         const ChipWishes& wishes, std::stop_token stop = {});

}  // namespace motlan
