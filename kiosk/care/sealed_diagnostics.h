// Diagnostics as they leave the machine: one file that only the province can open, with the tools
// that it opens dossiers with, and `tar`.
#pragma once

#include "kiosk/care/diagnostics.h"
#include "kiosk/core/bytes.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/result.h"

namespace motlan {

/// The files as an archive of tar (POSIX.1-1988, ustar), in their order.
[[nodiscard]] Bytes archive_of(const DiagnosticFiles& files, WallTime at);

/// Seals the archive for whom the newest bundle names, however old that is (formats.md 5.1), and
/// writes it into the folder under a name that tells kiosk and time. Answers the file. Fails with
/// Fault::NotEnrolled, BackendUnreachable (no bundle yet), BundleForged, SealingFailed, DiskFull,
/// MediumUnavailable.
[[nodiscard]] Result<std::filesystem::path> write_diagnostics(const DiagnosticFiles& files,
                                                              const std::filesystem::path& state,
                                                              const std::filesystem::path& folder,
                                                              WallTime at);

}  // namespace motlan
