// Binds pages into one PDF/A-2b file (ISO 19005-2, level B), each page in layers at its real size:
// print as lossless JBIG2, colour and paper as JPEG, recognised words as invisible text.
// Equal pages give equal bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "kiosk/core/bytes.h"
#include "kiosk/core/page_text.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/page_layers.h"

namespace motlan {

/// More pages than any dossier part holds.
inline constexpr std::size_t kPageLimit = 200;

/// One page of a file.
struct FilePage {
    PageLayers layers;
    std::optional<PageText> text;  ///< empty: was not read in time, or has none
    int turns = 0;  ///< quarters clockwise that the layers are turned, 0 to 3; the words are of
                    ///< the page as it then lies
};

/// One file of 1 to kPageLimit pages. Two pages of a card's size that follow each other are its two
/// sides: they stand on one A4 sheet, the first above the second, as offices want their copies.
/// Fails with Fault::PictureUnreadable.
[[nodiscard]] Result<Bytes> bind_pages(std::span<const FilePage> pages);

}  // namespace motlan
