// T15: the report of the tests as a file, one page of PDF/A that is printed, signed and kept.
#pragma once

#include "kiosk/care/test_report.h"

namespace motlan {

/// In Vietnamese, the language of the folder that it goes to. Its words can be searched and copied.
/// Fails with Fault::PictureUnreadable.
[[nodiscard]] Result<Bytes> report_pdf(const Typeface& typeface, const TestReport& report);

}  // namespace motlan
