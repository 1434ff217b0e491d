// The screens of papers: laid and scanned (C12), looked at and accepted (C13).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/core/fault.h"
#include "kiosk/core/paper_hint.h"
#include "kiosk/flow/visit.h"

namespace motlan {

enum class ScanStage : std::uint8_t {
    LayPaper,
    Watching,  ///< a document camera waits for a sheet that lies still
    Scanning,
    Checking,
};
/// Nothing is being scanned: the person has the word.
[[nodiscard]] constexpr bool is_waiting(ScanStage stage) {
    return stage == ScanStage::LayPaper || stage == ScanStage::Watching;
}

/// C11: several papers are asked for, in any order; one alone needs no list.
struct ListPapers {
    Visit visit;
};

/// C12: a paper is laid on the glass, in the feeder or under the camera, and scanned.
struct ScanPaper {
    Visit visit;
    ItemId item;
    ScanStage stage = ScanStage::LayPaper;
    int percent = 0;
    std::optional<Fault> fault;  ///< what went wrong with the last try
    bool from_review = false;
    std::vector<Page> laid{};  ///< so far; with one or more, Proceeded goes on
    bool may_scan = true;      ///< false: there are as many pages as the paper may have
    bool replaces = false;     ///< the next accepted page takes the place of the earlier ones
    std::optional<std::size_t> place{};  ///< of the page that is scanned again; empty: one more
    Picture sight{};                     ///< what a document camera sees
    PaperHint hint = PaperHint::NoPaper;
};

enum class ReviewStage : std::uint8_t {
    Look,
    Arrange,    ///< where the shown page stands among the others, or whether at all
    SayReason,  ///< why a doubtful page is used all the same
};

/// C13: are the pictures of the pages good? The visit gets them when they are accepted.
struct ReviewPage {
    Visit visit;
    ItemId item;
    std::vector<Page> pages;
    std::size_t shown = 0;
    std::size_t fresh_first = 0;   ///< where the pages of the last scan stand
    std::size_t fresh_count = 0;   ///< 0 also when somebody has arranged them
    bool is_fed = false;           ///< the feeder brings more of them
    std::optional<Fault> fault{};  ///< why it brings no more
    ReviewStage stage = ReviewStage::Look;
    bool from_review = false;
    bool may_add = true;  ///< one more page may follow
    bool replaces = false;
    std::optional<Page> replaced{};  ///< by the fresh page; comes back unless that is accepted
    bool is_reopened = false;        ///< pages that the visit has, looked at once more
};

/// The first page that the kiosk doubts and nobody has taken; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> doubtful_page(const std::vector<Page>& pages);

}  // namespace motlan
