#include "kiosk/ui/behalf_words.h"

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// "Công ty TNHH Thử Nghiệm", or of a company that no register knows its code.
Phrase name_of(const Ui& ui, const Relative& subject) {
    const Company* company = subject.company();
    if (company == nullptr)
        return plain(readable(ui, std::get<Profile>(subject.who).full_name.reveal()));
    const std::string& name = company->name.reveal();
    if (!name.empty()) return plain(readable(ui, name));
    return ui.text(Text::BehalfCompanyCode,
                   {{"code", readable(ui, company->code.reveal().written())}});
}

}  // namespace

BehalfTexts behalf_texts(ForWhom whom) {
    if (whom == ForWhom::Company) {
        return {.offline = Text::BehalfCompanyOffline,
                .asking = Text::BehalfCompanyAsking,
                .pick = Text::BehalfCompanyPick,
                .other = Text::BehalfCompanyOther,
                .unknown = Text::BehalfCompanyUnknown,
                .not_found = Text::BehalfCompanyNotFound,
                .office_checks = Text::BehalfCompanyOfficeChecks};
    }
    return {.offline = Text::BehalfOffline,
            .asking = Text::BehalfAsking,
            .pick = Text::BehalfPick,
            .other = Text::BehalfNotListed,
            .unknown = Text::BehalfUnknown,
            .not_found = Text::BehalfNotFound,
            .office_checks = whom == ForWhom::Principal ? Text::BehalfOfficeChecksAuthority
                                                        : Text::BehalfOfficeChecks};
}

Phrase whom_words(const Ui& ui, ForWhom whom) {
    switch (whom) {
        case ForWhom::Self: break;
        case ForWhom::Child: return ui.text(Text::BehalfOfChild);
        case ForWhom::Parent: return ui.text(Text::BehalfOfParent);
        case ForWhom::Principal: return ui.text(Text::BehalfOfPrincipal);
        case ForWhom::Company: return ui.text(Text::BehalfOfCompany);
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
    const auto& subject = visit.behalf->subject;
    if (subject) row.value = name_of(ui, *subject);
    if (acting_of(visit.behalf).is_known) {
        const SourceId& source = visit.behalf->relation.source;
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
