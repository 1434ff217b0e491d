// What kioskctl's table of commands is printed as: help, manual page, shell completion.
#pragma once

#include <span>

#include "kiosk/programs/command.h"

namespace motlan {

using Commands = std::span<const KioskctlCommand>;

/// For a person at a terminal.
void print_help(Commands commands);

/// A man page (groff).
void print_man(Commands commands);

/// A completion for bash: words of commands, their options, else names of files.
void print_completion(Commands commands);

}  // namespace motlan
