// The dotted lines of forms, on which people write.
#pragma once

#include "kiosk/reading/recogniser.h"

namespace motlan {

/// The ink of a page without its dotted lines: rows of at least eight dots, each under 0.9 mm, less
/// than 3 mm apart at one height. Recognisers take what stands on such a row for a part of it and
/// leave it out (measured: of forms in clear print one word in seven).
[[nodiscard]] Bytes without_dotted_lines(const LegiblePage& page);

}  // namespace motlan
