// T11: the word that is looked for in the log; with none every line is shown.
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/pages/typing.h"

namespace motlan {

std::optional<CareEvent> draw_search(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(
        ui, desk,
        {.title = ui.text(Text::CareJournalSearch), .next = ui.text(Text::CareJournalSeek)});
    auto event = draw_typing(ui, frame.content, desk,
                             {.label = ui.text(Text::CareJournalWord), .value = desk.sought});
    if (frame.went_back) return CareWentBack{};
    if (!frame.proceeded) return event;
    JournalWish wish = desk.wish;
    wish.sought = desk.sought;
    return JournalWished{wish};
}

}  // namespace motlan
