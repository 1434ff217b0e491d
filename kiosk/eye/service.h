// The eye's work: one message in, one message out. In between it remembers only what it measured
// of the unread code in a sequence of camera pictures, until that is read or gone, what it last
// hinted at, and where the ink was on the sheets of the visit.
//
// On start the eye says {"ready": VERSION}. Then, for each request, one answer:
//   {"ask":"card", "picture":P, "preview":BOOL, "goes_on":BOOL}      block 0: the picture
//     {"payload":BASE64 or absent, "step":TEXT, "pictures":NUMBER, "hint":TEXT, "side":N,
//      "room":N, "preview":S}                        block 0: preview
//     "side": of the code that was found, "room": the shorter side of the picture, in pixels; both
//     absent where no code was found
//     "goes_on": the picture is the next one of a camera's; otherwise it stands alone
//   {"ask":"desk", "picture":P, "taken_ms":N, "goes_on":BOOL}        block 0: the picture
//     {"hint":TEXT, "preview":S}                     block 0: preview
//   {"ask":"page", "picture":P, "photo":BOOL, "all":BOOL, "fine":BOOL, "kept":[N, …] or absent}
//         block 0: the picture
//     {"doubts":[CODE, …], "ink":REAL, "sheet":N, "same_as":[N, …], "picture":P, "preview":S}
//         block 0: packed page, block 1: preview, block 2: what is to be read on it, a bit for
//         each pixel (bits_of)
//     "photo": from a document camera; "all": the whole of it where no sheet is found; "fine": with
//     a large preview; "kept": numbers of earlier sheets that are still part of the visit, all of
//     them when absent; "same_as": those of them that are the same sheet
//   {"ask":"view", "picture":P}                      block 0: the picture
//     {"preview":S}                                  block 0: preview
//   {"ask":"bind", "pages":[P, …]}                   block 0: the pages, one after the other;
//         a P with "text_bytes" has so many bytes of text in block 1 (text_words); one with "turns"
//         is turned in the file by so many quarters clockwise, its text is of it as it then lies
//     {}                                             block 0: the PDF
//   any request may be answered by {"fault":CODE}, e.g. "SCAN-10".
// P is {"coding","width","height","dpi","bytes"}; S is {"width","height"} of RGBA pixels.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "kiosk/imaging/card_guide.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/page_report.h"
#include "kiosk/imaging/qr_decode.h"
#include "kiosk/imaging/still_page.h"
#include "kiosk/ipc/channel.h"

namespace motlan {

/// A preview for the viewfinder is at most this wide, one of a page at most this high, one that is
/// to be looked at closely (170 dots per inch of an A4) at most that high.
inline constexpr int kPreviewWidth = 960;
inline constexpr int kPreviewHeight = 1000;
inline constexpr int kFineHeight = 2000;

/// What the eye remembers between two requests.
struct EyeMemory {
    CodeReader reader;
    CardGuide guide;
    StillPage desk;
    std::map<std::int64_t, PageFingerprint> sheets;  ///< of the visit by their numbers, to notice
                                                     ///< one that comes twice
    std::int64_t next_sheet = 0;

    void forget_card() {
        reader = {};
        guide = {};
    }
    /// The number of the sheet. So many are kept as a dossier has pages, the last of them.
    std::int64_t remember(PageFingerprint sheet) {
        if (sheets.size() >= kPageLimit) sheets.erase(sheets.begin());
        sheets.emplace(next_sheet, std::move(sheet));
        return next_sheet++;
    }
};

/// Answers one request. What it cannot make sense of it answers with a fault.
[[nodiscard]] Message answer(const Message& request, EyeMemory& memory);

/// Says that it is ready and answers until the other side is gone. A request that takes
/// longer than ten seconds ends the process.
void serve(Channel& channel);

}  // namespace motlan
