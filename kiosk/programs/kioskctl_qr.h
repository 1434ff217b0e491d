// kioskctl qr read: what the kiosk's own decoder sees in pictures, for technicians.
#pragma once

#include <span>
#include <string_view>

namespace motlan {

/// `kioskctl qr read [--json] [--explain] IMAGE…` or `… --frames FOLDER`; the arguments are those
/// after "read". Prints one line per picture, or one for all pictures of the folder together.
/// Answers the exit code: 0, 1 if any picture was not read, 2 for wrong usage.
[[nodiscard]] int qr_read(std::span<const std::string_view> arguments);

}  // namespace motlan
