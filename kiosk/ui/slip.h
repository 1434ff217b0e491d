// The slip that a citizen takes home, as pixels for a receipt printer. It is not the legal
// receipt (form 01) and says so by its title; it names nobody. Drawn without a window.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/follow.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/opinion.h"
#include "kiosk/domain/receipt.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/ui/typeface.h"
#include "kiosk/ui/wording.h"

namespace motlan {

/// What a slip is drawn with.
struct SlipPaper {
    const Typeface& typeface;
    int width_dots = 576;
    Language language = Language::Vietnamese;
};

/// The times that staff have helped in a visit: their badge's number, never their name.
using Helped = std::span<const HelpRecord>;

/// "Sent": code, times, place, what was spared, who helped, and a QR that any kiosk can check.
[[nodiscard]] Image receipt_slip(const SlipPaper& paper, const Receipt& receipt,
                                 const BurdenReceipt& burden, Helped helped = {});

/// A dossier that is safe on this kiosk and has no receipt.
struct KeptSlip {
    std::string dossier;
    bool is_receipt_wrong = false;  ///< one came that cannot be trusted; else the network is cut
};

/// "Not yet sent": says that it is no receipt and why, and gives the code to ask with.
[[nodiscard]] Image kept_slip(const SlipPaper& paper, const KeptSlip& kept, Helped helped = {});

/// "Saved for later": until when, where, and the code that opens it together with a card.
[[nodiscard]] Image saved_slip(const SlipPaper& paper, const SavedSlip& saved,
                               const std::string& place);

/// A slip that a technician prints: every kind of mark, a code, lines from faint to full, and
/// others at the paper's edges. `words` is what the code says.
[[nodiscard]] Image test_slip(const SlipPaper& paper, WallTime now, const std::string& words);

/// One line of a technician's report.
struct SlipLine {
    Phrase label;
    std::string value;
};

/// What tests of this kiosk came to, for the technician's folder.
[[nodiscard]] Image report_slip(const SlipPaper& paper, const std::vector<SlipLine>& lines);

/// How wide the code of these words is on a slip, without its quiet zone.
[[nodiscard]] double printed_code_mm(const std::string& words);

/// "Where it is": what the province said last about a dossier, and when; below it the office's
/// letter of apology where there is one. The procedure is left out, so that a lost slip tells
/// nobody what somebody applied for, unless the letter does.
[[nodiscard]] Image state_slip(const SlipPaper& paper, const FollowedDossier& dossier);

/// "Your report": its code, who handles it and when a reply is due. Neither what was reported nor
/// about whom, so that a lost slip tells nobody anything.
[[nodiscard]] Image opinion_slip(const SlipPaper& paper, const ReportSlip& slip);

}  // namespace motlan
