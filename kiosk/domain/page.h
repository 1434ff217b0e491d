// A scanned page of a paper, what the kiosk doubts about it, and why a person keeps it all the
// same. Plain values.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/personal.h"
#include "kiosk/domain/condition.h"

namespace motlan {

/// Why a page is used although the kiosk finds fault with it. The list is closed, so that it
/// names nobody; the reason travels in the dossier's manifest (formats, section 5).
enum class KeepReason : std::uint8_t {
    AsOriginal,  ///< the paper itself is like that
    Readable,    ///< the person can read all of it
    NoBetter,    ///< it was scanned again and came out no better
    RightPaper,  ///< it is the paper that is asked for, or another page than it seems
};
inline constexpr std::array kKeepReasons{KeepReason::AsOriginal, KeepReason::Readable,
                                         KeepReason::NoBetter, KeepReason::RightPaper};

/// "as_original", "readable", "no_better", "right_paper": in the manifest and in text keys.
[[nodiscard]] std::string_view name(KeepReason reason);

/// A page that was scanned.
struct Page {
    EncodedPicture packed;
    Picture preview;
    std::vector<Fault> doubts{};  ///< what is wrong with it, the most important first
    std::optional<KeepReason> kept_because{};
    std::map<ItemId, Personal<std::string>> said{};  ///< what it answers, as far as it was read
    std::optional<Fault> as_first{};  ///< what its title says against it as the first of a paper
    std::vector<int> same_as{};       ///< sheets that it shows once more, where they are known
    int sheet = -1;  ///< its number among the sheets of this visit, the same for no two of them
    int turns = 0;   ///< quarters clockwise that a person has turned it, 0 to 3
    bool is_accepted = false;  ///< a person has used it; what is doubted since does not stop him

    /// Nothing is wrong with it, or a person has taken it all the same.
    [[nodiscard]] bool is_settled() const { return doubts.empty() || kept_because.has_value(); }

    /// It is in doubt, and nobody has said yet whether it is used.
    [[nodiscard]] bool is_open() const { return !is_settled() && !is_accepted; }

    /// A person has turned it by a quarter clockwise: it lies as it should, and what was read on it
    /// before says nothing.
    void turn_right();
};

}  // namespace motlan
