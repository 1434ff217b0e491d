// What a program tells systemd when it runs as a unit: that it serves, that its loop still turns,
// and what happened. Without systemd each of these does nothing. The home of libsystemd.
#pragma once

namespace motlan {

/// The unit is up: what it was started for can be used. Thread-safe, as the next one.
void tell_ready();

/// The loop that does the work has turned once more; when it stops doing so for the unit's
/// WatchdogSec, the program is killed and started again. Sent at most once a second.
void tell_alive();

/// Sends log lines to journald with a field for each of theirs (MOTLAN_EVENT=, MOTLAN_FAULT=, …)
/// where standard error is the journal; else they stay lines of JSON.
void log_to_journal();

}  // namespace motlan
