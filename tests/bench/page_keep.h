// Pictures that a bench keeps for somebody to look at: what was drawn, and what was found in it.
#pragma once

#include <optional>
#include <string>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_report.h"

namespace motlan::testing {

/// Writes FOLDER/NAME.png, at most 1,000 pixels a side, with the true corners in green and the
/// found ones in red. An empty folder keeps nothing.
void keep_picture(const std::string& folder, const std::string& name, const Image& picture,
                  const std::optional<PageCorners>& truth = {},
                  const std::optional<PageCorners>& found = {});

}  // namespace motlan::testing
