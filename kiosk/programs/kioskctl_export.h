// kioskctl log, diagnostics, traces: what happened, for those who help; and that nothing of a
// person is among it.
#pragma once

#include "kiosk/programs/command.h"

namespace motlan {

/// [--follow] [--lines N] [--since WHEN] [--unit NAME] [--search WORD] [EVENT|CODE]: the journal of
/// our units.
int show_log(Arguments arguments);

/// [--without PART]… FOLDER: writes what helps somebody far away, sealed for the province. Refuses,
/// writing nothing, when anything in it looks personal; else lists the files and shows the first 20
/// lines of the journal in it.
int diagnostics(Arguments arguments);

/// Looks through what past visits could have left: nothing that looks personal may be found.
int traces(Arguments arguments);

}  // namespace motlan
