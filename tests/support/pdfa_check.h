// The clauses of ISO 19005-2 (PDF/A-2, level B) that bear on files such as ours, checked on the
// finished bytes: another eye than the one that writes them.
#pragma once

#include <string>
#include <vector>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

/// What a file gets wrong, each as clause and complaint, e.g. "6.2.8: an image is interpolated".
/// Empty for a file that keeps all the clauses looked at.
[[nodiscard]] std::vector<std::string> pdfa_faults(const Bytes& file);

}  // namespace motlan::testing
