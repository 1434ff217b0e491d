#include "kiosk/ui/screens/timeline.h"

#include <ranges>

#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/widgets/block.h"

namespace motlan {
namespace {

std::string id_of(const DossierEvent& event) { return "event." + std::to_string(event.sequence); }

/// "08:51 thứ Hai, 23/11/2026 · Sở Tư pháp".
Phrase when_and_who(const Ui& ui, const DossierEvent& event) {
    const std::string time = moment_text(ui, event.time);
    return plain(event.unit.empty() ? time : time + " · " + event.unit);
}

void add_event(Ui& ui, Pieces& pieces, const DossierEvent& event, bool is_latest) {
    const Tone tone = is_latest ? Tone::Note : Tone::Ok;
    Block block(ui, pieces.width(), tone, is_latest ? Icon::Clock : Icon::CheckRound);
    const std::string id = id_of(event);
    block.text(event.is_apology ? ui.text(Text::FollowApologized) : state_words(ui, event.status),
               {.weight = Weight::Bold, .id = id});
    TextStyle when = caption(ui);
    when.id = id + ".time";
    block.text(when_and_who(ui, event), when);
    // The latest words stand above, where they are looked for.
    if (!is_latest)
        block.line(plain(event.words), {.id = id + ".words", .privacy = Privacy::Masked});
    block.add_to(pieces, RowKind::Item);
}

}  // namespace

void add_timeline(Ui& ui, Pieces& pieces, const FollowedDossier& dossier) {
    pieces.add(
        ui.theme().line_height(TextRole::Heading2) + ui.dp(8),
        [&ui](const Rect& box) { text(ui, box, ui.text(Text::FollowSoFar), subheading()); },
        RowKind::Heading);
    for (const DossierEvent& event : std::views::reverse(dossier.events)) {
        add_event(ui, pieces, event, &event == &dossier.latest());
    }
}

}  // namespace motlan
