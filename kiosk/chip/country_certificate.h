// The certificates of the issuing State (CSCA, Doc 9303-12 section 4.1.1) that sign those who sign
// chips. They come from a folder that a technician fills; a chip never brings one.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// One such certificate in DER.
using CountryCertificate = Bytes;

/// Every certificate of every file of the folder (PEM). An empty path is no folder and gives none.
/// Fails with Fault::ConfigInvalid when the folder cannot be read or a file in it is anything but
/// certificates of certification authorities; at most 256 files of 64 KiB.
[[nodiscard]] Result<std::vector<CountryCertificate>> read_country_certificates(
    const std::filesystem::path& folder);

}  // namespace motlan
