#include "tests/technician/sample_log.h"

namespace motlan::testing {

void add_journal(std::vector<CareSample>& all, CareDesk desk) {
    all.push_back({"care.journal.reading", desk});
    desk.journal = JournalRead{};
    all.push_back({"care.journal.missing", desk});
    desk.journal = JournalRead{""};
    desk.wish = {.match = "device_lost",
                 .since = "-1h",
                 .unit = "kiosk-screen",
                 .sought = "procedures_withheld"};
    all.push_back({"care.journal.none", desk});
    std::string lines;
    for (int n = 10; n < 40; ++n)
        lines += "2026-11-29T07:" + std::to_string(n) +
                 ":01+0700 kiosk[812]: device_lost device=scanner fault=SCAN-01 losses=2\n";
    desk.journal = JournalRead{lines};
    desk.wish = {};
    all.push_back({"care.journal", desk});
    desk.page = CarePage::Search;
    all.push_back({"care.search.begun", desk});
    desk.sought = "SCAN-01";
    all.push_back({"care.search", desk});
}

}  // namespace motlan::testing
