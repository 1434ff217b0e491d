// kioskctl test: live tests of the devices, their figures, and what came of them before.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// [--json] [--history] [--file FILE] NAME…|all: runs these tests, or tells their history.
int test_command(Arguments arguments);

/// FILE: writes the sheet that a scanner is tested with, as a PDF to print.
int test_sheet_command(Arguments arguments);

/// FILE NUMBER NAME: writes what all tests came to, as a page that is signed.
int test_report_command(Arguments arguments);

/// NAME REASON: a device need not be tested now; repair, awaited or unused.
int test_skip_command(Arguments arguments);

}  // namespace motlan
