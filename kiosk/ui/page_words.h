// What is said about a scanned page: the kiosk's doubts in a word or two, a person's reasons.
#pragma once

#include <vector>

#include "kiosk/domain/page.h"
#include "kiosk/flow/visit.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// "Đủ nét": what was checked on the page and is right, a word or two each. Its edges are seen
/// under a camera; on a scanner's glass there are none to be seen.
[[nodiscard]] std::vector<Text> passed_checks(const Page& page, bool are_edges_seen);

/// "Bị mờ": a doubt as a badge. The whole sentence is scan_fault_words().
[[nodiscard]] Phrase doubt_words(const Ui& ui, Fault doubt);

/// The whole sentence for a fault of scanning or of a page. What it says of the paper fits where
/// that office takes it: on glass, in a feeder or under a camera.
[[nodiscard]] Text scan_fault_text(Fault fault, const Office& office);
[[nodiscard]] Phrase scan_fault_words(const Ui& ui, Fault fault);

/// What a row about a paper says of a page that came into doubt after it was used; empty where
/// there is none.
[[nodiscard]] Phrase late_doubt_words(const Ui& ui, const Visit& visit, const ItemId& item);

/// "Giấy gốc vốn như vậy": a reason to use a page all the same.
[[nodiscard]] Phrase reason_words(const Ui& ui, KeepReason reason);

}  // namespace motlan
