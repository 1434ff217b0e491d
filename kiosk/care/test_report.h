// T15: what all tests of a kiosk came to: on the screen, on a slip and on a sheet.
#pragma once

#include <string>
#include <vector>

#include "drivers/search/device_search.h"
#include "kiosk/care/test_history.h"
#include "kiosk/ui/slip.h"

namespace motlan {

struct TestReport {
    std::string kiosk;    ///< its name with the province; empty where it is not enrolled
    std::string version;  ///< of the program
    std::string number;   ///< of the report
    std::string who;      ///< who tested and signs
    WallTime at{};
    TestResults results{};
    std::vector<FoundDevice> devices{};
};

/// Who tested which kiosk when, the newest result of each test with the figures that are beyond
/// their limits, and a code over all of it, so that a copy is told from the paper.
[[nodiscard]] std::vector<SlipLine> report_lines(const TestReport& report, Language language);

/// The same with every figure beside its limits, and every device.
[[nodiscard]] std::vector<SlipLine> whole_report_lines(const TestReport& report, Language language);

/// "NA-VINH-03-20261129-0731": what a report is called that nobody has given a number.
[[nodiscard]] std::string report_number(std::string_view kiosk, WallTime at);

}  // namespace motlan
