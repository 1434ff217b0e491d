#include "kiosk/ui/report_words.h"

#include <algorithm>
#include <utility>

#include "kiosk/domain/phone_number.h"
#include "kiosk/ui/follow_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/widgets/field.h"

namespace motlan {
namespace {

struct DemandWords {
    Text label;
    Icon icon;
};

// In the order of Demand.
constexpr std::array<DemandWords, 6> kWords{{{Text::ReportHouseholdBook, Icon::Paper},
                                             {Text::ReportResidencePaper, Icon::House},
                                             {Text::ReportCopies, Icon::Card},
                                             {Text::ReportIssuedResult, Icon::Shield},
                                             {Text::ReportMoney, Icon::Money},
                                             {Text::ReportOther, Icon::Pencil}}};
constexpr std::array kPlaces{Text::ReportCenter, Text::ReportCommune, Text::ReportDepartment,
                             Text::ReportMessage};
constexpr std::array kDays{Text::ReportToday, Text::ReportYesterday, Text::ReportThisWeek,
                           Text::ReportEarlier};

template <typename Enum>
std::size_t place_of(Enum value) {
    return static_cast<std::size_t>(std::to_underlying(value));
}

/// What the catalogue calls it, best in the procedure that the report is about.
Phrase thing_words(const Ui& ui, const UnlawfulRequest& said, const ConceptId& about) {
    const Item* found = nullptr;
    for (const Procedure& procedure : ui.office().procedures) {
        const auto item = std::ranges::find(procedure.items, about, &Item::concept_id);
        if (item == procedure.items.end()) continue;
        if (found == nullptr || procedure.code.value() == said.procedure) found = &*item;
    }
    return found == nullptr ? ui.text(Text::ReportHeldThing) : ui.words(found->label);
}

}  // namespace

Phrase demand_words(const Ui& ui, Demand demand) {
    return ui.text(kWords.at(place_of(demand)).label);
}

Icon demand_icon(Demand demand) { return kWords.at(place_of(demand)).icon; }

Phrase place_words(const Ui& ui, DemandPlace place) { return ui.text(kPlaces.at(place_of(place))); }

Phrase day_words(const Ui& ui, DemandDay day) { return ui.text(kDays.at(place_of(day))); }

namespace {

/// What was asked for, and for which procedure.
std::vector<ListRow> what_rows(const Ui& ui, const UnlawfulRequest& said) {
    std::vector<ListRow> rows;
    if (said.demand) {
        rows.push_back({.id = "report.what",
                        .label = ui.text(Text::ReportRowWhat),
                        .value = demand_words(ui, *said.demand)});
    }
    if (!said.procedure.empty()) {
        rows.push_back({.id = "report.procedure",
                        .label = ui.text(Text::DeclareProcedure),
                        .value = procedure_words(ui, said.procedure),
                        .privacy = Privacy::Masked});
    }
    if (!said.words.reveal().empty()) {
        rows.push_back({.id = "report.words",
                        .label = ui.text(Text::ReportRowWords),
                        .value = plain(said.words.reveal()),
                        .privacy = Privacy::Masked});
    }
    return rows;
}

}  // namespace

std::vector<ListRow> report_rows(const Ui& ui, const UnlawfulRequest& said) {
    std::vector<ListRow> rows = what_rows(ui, said);
    if (said.place) {
        rows.push_back({.id = "report.where",
                        .label = ui.text(Text::ReportRowWhere),
                        .value = place_words(ui, *said.place)});
    }
    if (!said.counter.empty()) {
        rows.push_back({.id = "report.counter",
                        .label = ui.text(Text::ReportRowCounter),
                        .value = plain(said.counter)});
    }
    if (said.day) {
        rows.push_back({.id = "report.when",
                        .label = ui.text(Text::ReportRowWhen),
                        .value = day_words(ui, *said.day)});
    }
    if (const std::string& digits = said.phone.reveal(); is_phone(digits)) {
        rows.push_back({.id = "report.phone",
                        .label = ui.text(Text::ReportRowPhone),
                        .value = {in_threes(digits), digits, {}},
                        .privacy = Privacy::Masked});
    }
    if (said.photo) {
        rows.push_back({.id = "report.photo",
                        .label = ui.text(Text::ReportRowPhoto),
                        .value = ui.text(Text::ReportPhotoIn)});
    }
    return rows;
}

std::vector<ListRow> evidence_rows(const Ui& ui, const UnlawfulRequest& said) {
    std::vector<ListRow> rows;
    if (!said.with_evidence) return rows;
    for (const HeldThen& held : said.evidence) {
        rows.push_back(
            {.id = "report.held." + std::to_string(rows.size()),
             .label = ui.text(Text::ReportHeld),
             .value = thing_words(ui, said, held.about),
             .tone = Tone::Ok,
             .badge = ui.text(Text::CheckFromSource, {{"source", source_name(ui, held.source)},
                                                      {"time", moment_text(ui, held.at)}}),
             .is_badge_private = true,
             .privacy = Privacy::Masked,
             .provenance = std::string(name(Provenance::Source))});
    }
    return rows;
}

Phrase phone_words(const Ui& ui, const std::string& digits) {
    if (!may_begin_phone(digits)) return ui.text(Text::ReportPhoneBegin);
    if (is_phone(digits)) return ui.text(Text::ReportPhoneWhole);
    return ui.text(Text::ReportPhoneDigits, {{"most", std::to_string(phone_digits(digits))},
                                             {"count", std::to_string(digits.size())}});
}

}  // namespace motlan
