// What the screens share on which a paper is scanned: what is seen of it meanwhile, and what went
// wrong.
#pragma once

#include <optional>

#include "kiosk/core/paper_hint.h"
#include "kiosk/flow/paper_state.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

/// How far a scan is.
struct ScanLook {
    ScanStage stage = ScanStage::LayPaper;
    int percent = 0;
    const Picture& sight;  ///< what a document camera sees
    PaperHint hint = PaperHint::NoPaper;
};

/// Where this kiosk wants the paper.
[[nodiscard]] Text laying_words(const Ui& ui);

/// What went wrong with the last try; nothing where nothing did.
void add_scan_fault(Ui& ui, Pieces& pieces, const std::optional<Fault>& fault);

/// What the button says that takes a sheet: that begins a scan, or takes what the camera shows as
/// it is; nothing where there is nothing to take.
[[nodiscard]] Phrase taking_words(const Ui& ui, const ScanLook& scan);

/// The scanner, what the camera sees, or how far it is; where there is room to understand it.
void draw_scan(Ui& ui, const Rect& box, const ScanLook& scan);

}  // namespace motlan
