// Whether writing runs over the border of a scan.
#pragma once

#include "kiosk/imaging/page_ink.h"

namespace motlan {

/// Several lines of text, or letters of one line, that touch a border of the picture.
[[nodiscard]] bool is_text_cut(const PageInk& ink);

}  // namespace motlan
