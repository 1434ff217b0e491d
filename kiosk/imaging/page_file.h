// Binds pages into one PDF 1.7 file (ISO 32000-1), each page a JPEG at its real size.
// Equal pages give equal bytes. The only place that knows the PDF library.
#pragma once

#include <cstddef>
#include <span>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {

/// More pages than any dossier part holds.
inline constexpr std::size_t kPageLimit = 200;

/// One file of the given JPEG pages, 1 to kPageLimit, each with its dpi (0: as if its longer
/// side were that of A4). Fails with Fault::PictureUnreadable.
[[nodiscard]] Result<Bytes> bind_pages(std::span<const EncodedView> pages);

}  // namespace motlan
