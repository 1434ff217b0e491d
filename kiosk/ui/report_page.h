// A technician's report as a sheet of A4, drawn without a window: what is kept in a folder, with a
// place to sign.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/drawn_paper.h"
#include "kiosk/ui/slip.h"

namespace motlan {

/// ISO 216 at 300 dots an inch.
inline constexpr int kReportDpi = 300;
inline constexpr int kReportWidth = 2480;
inline constexpr int kReportHeight = 3508;

struct ReportPage {
    std::string number;
    std::vector<SlipLine> lines;
    std::string who;  ///< who signs
};

/// In letters as large as one sheet allows, 10 points at most. Each line of text is a node of its
/// own.
[[nodiscard]] DrawnPaper draw_report_page(const Typeface& typeface, Language language,
                                          const ReportPage& page);

}  // namespace motlan
