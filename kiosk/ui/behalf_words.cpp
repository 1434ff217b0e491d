#include "kiosk/ui/behalf_words.h"

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {

Phrase whom_words(const Ui& ui, ForWhom whom) {
    switch (whom) {
        case ForWhom::Self: break;
        case ForWhom::Child: return ui.text(Text::BehalfOfChild);
        case ForWhom::Parent: return ui.text(Text::BehalfOfParent);
        case ForWhom::Principal: return ui.text(Text::BehalfOfPrincipal);
    }
    return {};
}

Phrase behalf_line(const Ui& ui, ForWhom whom) {
    return ui.text(Text::BehalfSlip, {{"whom", whom_words(ui, whom).shown}});
}

std::vector<ListRow> behalf_rows(const Ui& ui, const Visit& visit, const std::string& place) {
    if (!visit.behalf) return {};
    const Phrase whom = whom_words(ui, visit.behalf->whom);
    ListRow row{.id = place + ".behalf",
                .label = ui.text(Text::BehalfRow),
                .value = whom,
                .badge = ui.text(Text::BehalfLater),
                .privacy = Privacy::Masked,
                .provenance = "pending"};
    if (const auto& subject = visit.behalf->subject) {
        const SourceId& source = visit.behalf->relation.source;
        row.value = plain(readable(ui, subject->profile.full_name.reveal()));
        row.tone = Tone::Ok;
        row.badge = ui.text(Text::BehalfSource,
                            {{"whom", whom.shown}, {"source", source_name(ui, source)}});
        row.provenance = "source:" + source.value();
    }
    return {row};
}

std::string shown_value(const Ui& ui, const Visit& visit, const std::string& value) {
    if (!ui.is_helped() && !may_see_values(visit.behalf)) return ui.text(Text::CheckHeld).shown;
    return readable(ui, value);
}

}  // namespace motlan
