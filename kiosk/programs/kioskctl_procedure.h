// kioskctl procedure: for the authors of the catalogue. Check what was written, show what is asked
// of whom and why, compare two versions, try one with an invented person.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// [--json] PATH…: every problem and remark of these files and folders, a line each.
int procedure_check(Arguments arguments);

/// OLD NEW: what changed between two files, a sentence each.
int procedure_diff(Arguments arguments);

/// [--json] [--picture FILE] CODE: what is asked and why, as expected before anybody came; the
/// picture is an SVG.
int procedure_show(Arguments arguments);

/// [--json] CODE --person FILE [--down SOURCE]…: the plan of one visit.
int procedure_try(Arguments arguments);

}  // namespace motlan
