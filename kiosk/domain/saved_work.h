// What a citizen saves to go on later: only what he has made himself. What the card and the
// sources have said is not in it: they are asked anew. Plain values, and their bytes (formats,
// section 8.1), which come back from a disk and are believed no further than they hold together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/behalf.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/page.h"

namespace motlan {

/// For whom it was begun, so that nothing is laid back into a dossier about somebody else.
struct SavedSubject {
    ForWhom whom = ForWhom::Self;
    Personal<std::string> number;  ///< of that person or company; empty: nobody could say who it is
    bool operator==(const SavedSubject&) const = default;
};

/// Nothing else than the choice: himself where the behalf is empty.
[[nodiscard]] SavedSubject saved_subject(const std::optional<Behalf>& behalf);

struct SavedPage {
    Page page;        ///< without its preview, and under no number of a sheet
    Bytes preview{};  ///< PNG
    Bytes text{};     ///< what was read on it, as it travels between processes; empty: nothing yet
};
using SavedPapers = std::map<ItemId, std::vector<SavedPage>>;

struct SavedWork {
    ProcedureCode procedure;
    SavedSubject subject;
    Answers answers;
    Answers drafts;  ///< what was begun and not yet said
    Ways wished;
    Disputes disputes;
    SavedPapers papers;
    std::vector<HelpRecord> helped;  ///< the times that staff have helped so far
};

/// How its bytes name themselves.
inline constexpr std::string_view kSavedType = "motlan-saved";
inline constexpr std::int64_t kSavedVersion = 1;

/// No saved work is larger, so that a day of them leaves the disk to the dossiers.
inline constexpr std::size_t kSavedWorkLimit = std::size_t{48} << 20U;

/// Its bytes. Fails with Fault::SavedTooLarge.
[[nodiscard]] Result<Bytes> bytes_of(const SavedWork& work);

/// Reads exactly such bytes. Fails with Fault::SavedDamaged.
[[nodiscard]] Result<SavedWork> parse_saved_work(ByteView bytes);

}  // namespace motlan
