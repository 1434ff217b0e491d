// What systemd's journal holds of our units, read with the system's own program.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/result.h"

namespace motlan {

/// Letters of a word that is looked for.
inline constexpr std::size_t kLongestSought = 40;

/// What is wanted of the journal.
struct JournalWish {
    std::string match{};  ///< an event's name or a fault's code; empty: all
    int lines = 200;      ///< the newest of them
    bool follows = false;
    std::string since{};   ///< as journal_since() answers; empty: from the first on
    std::string unit{};    ///< one of journal_units(); empty: all of them
    std::string sought{};  ///< stands in what is told, is_sought_word(); empty: whatever is told
    bool operator==(const JournalWish&) const = default;
};

/// Our programs under systemd, without ".service".
[[nodiscard]] std::span<const std::string_view> journal_units();

/// "hour" (the last one), "today" or a day, "2026-12-01", in the words of journalctl.
[[nodiscard]] std::optional<std::string> journal_since(std::string_view said);

/// One word without spaces, so that it is found within a field and never across two.
[[nodiscard]] bool is_sought_word(std::string_view word);

/// The call of journalctl for it. What is sought comes newest first, unless it is followed.
[[nodiscard]] std::vector<std::string> journal_call(const JournalWish& wish);

/// The same lines, the last one first.
[[nodiscard]] std::string turned_around(std::string_view lines);

/// Its answer, the newest line last, at most 1 MiB of it. Fails with Fault::StorageFailed when
/// there is no journal here.
[[nodiscard]] Result<std::string> read_journal(const JournalWish& wish);

}  // namespace motlan
