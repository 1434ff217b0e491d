// What is said about a scanned page: the kiosk's doubts in a word or two, a person's reasons.
#pragma once

#include "kiosk/domain/page.h"
#include "kiosk/flow/visit.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// "Bị mờ": a doubt as a badge. The whole sentence is fault_text().
[[nodiscard]] Phrase doubt_words(const Ui& ui, Fault doubt);

/// What a row about a paper says of a page that came into doubt after it was used; empty where
/// there is none.
[[nodiscard]] Phrase late_doubt_words(const Ui& ui, const Visit& visit, const ItemId& item);

/// "Giấy gốc vốn như vậy": a reason to use a page all the same.
[[nodiscard]] Phrase reason_words(const Ui& ui, KeepReason reason);

}  // namespace motlan
