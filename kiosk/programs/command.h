// One command of kioskctl. The table in kioskctl.cpp is the whole tool: its help, its man page
// and its dispatch come from it.
#pragma once

#include <span>
#include <string_view>

#include "kiosk/core/fault.h"

namespace motlan {

/// What a command ends with.
inline constexpr int kFine = 0;
inline constexpr int kFoundWrong = 1;  ///< it did its work and found something wrong
inline constexpr int kUsage = 2;       ///< it was called wrongly

/// The words after the command's name.
using Arguments = std::span<const std::string_view>;

/// Says on stderr why a command did not do its work; answers the status.
[[nodiscard]] int complain(std::string_view command, std::string_view reason, int status);
/// Says that a file cannot be written and by which fault; answers kFoundWrong.
[[nodiscard]] int complain_unwritten(std::string_view command, std::string_view file, Fault fault);

struct KioskctlCommand {
    std::string_view name;     ///< "outbox list"
    std::string_view usage;    ///< what follows the name
    std::string_view purpose;  ///< one line
    int (*run)(Arguments arguments);
};

}  // namespace motlan
