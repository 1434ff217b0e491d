// What the environment may not tell a program that talks to the province.
#pragma once

namespace motlan {

/// Removes every variable that would redirect or record TLS: proxies, key logs, and the settings
/// of OpenSSL and curl; keeps OpenSSL from reading a configuration file, and memory back for it
/// (spare_memory.h). Call it first in main, before any thread.
void distrust_environment();

}  // namespace motlan
