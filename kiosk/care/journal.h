// What systemd's journal holds of our units, read with the system's own program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/result.h"

namespace motlan {

/// What is wanted of the journal.
struct JournalWish {
    std::string match;  ///< an event's name or a fault's code; empty: all
    int lines = 200;    ///< the newest of them
    bool follows = false;
};

/// The call of journalctl for it.
[[nodiscard]] std::vector<std::string> journal_call(const JournalWish& wish);

/// Its answer, at most 1 MiB of it. Fails with Fault::StorageFailed when there is no journal here.
[[nodiscard]] Result<std::string> read_journal(const JournalWish& wish);

}  // namespace motlan
