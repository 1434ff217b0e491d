// The part of a desk's step that is about the report: on paper, and as a file on a stick. For the
// sources of this folder only.
#pragma once

#include "kiosk/care/test_report.h"
#include "kiosk/technician/care_desk.h"

namespace motlan {

/// What the desk knows, in the words of its technician.
[[nodiscard]] TestReport report_of(const CareDesk& desk, Language language);

void open_report(CareDesk& desk);
void print_report(CareTurn& turn);
void see_printed(CareDesk& desk, const ReportPrinted& printed);
void write_report(CareTurn& turn);
void see_written(CareDesk& desk, const ReportWritten& written);

}  // namespace motlan
