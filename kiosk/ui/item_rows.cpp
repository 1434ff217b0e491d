#include "kiosk/ui/item_rows.h"

#include <algorithm>
#include <utility>

#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/place.h"
#include "kiosk/ui/widgets/field.h"

namespace motlan {
namespace {

constexpr std::string_view kHidden = "•••••";

}  // namespace

std::string source_name(const Ui& ui, const SourceId& source) {
    const Source* found = ui.office().sources.find(source);
    return found == nullptr ? source.value() : found->name.in(ui.language());
}

std::string provenance_name(const Profile& profile) {
    return std::string(name(provenance_of(profile.read_from)));
}

Phrase read_from(const Ui& ui, const Profile& profile) {
    switch (profile.read_from) {
        case ReadFrom::CardQr: break;
        case ReadFrom::CardChip: return ui.text(Text::CheckCardChip);
        case ReadFrom::Vneid: return ui.text(Text::CheckVneid);
        case ReadFrom::Relation: return ui.text(Text::BehalfNamed);
    }
    return ui.text(Text::CheckFromCard);
}

std::string grouped(std::int64_t number) { return in_thousands(std::to_string(number)); }

Phrase fee_words(const Ui& ui, const Procedure& procedure) {
    const Fee& fee = procedure.fee;
    if (!fee.dong) return ui.text(Text::FeeUnknown);
    if (*fee.dong == 0) return ui.text(Text::FeeNone);
    const std::string sum = grouped(*fee.dong);
    if (fee.unit) {
        return ui.text(Text::FeePer, {{"sum", sum}, {"unit", fee.unit->in(ui.language())}});
    }
    const Item* per = fee.per ? procedure.find(*fee.per) : nullptr;
    const auto* number = per == nullptr ? nullptr : question_of<NumberQuestion>(*per);
    if (number == nullptr) return ui.text(Text::FeeFixed, {{"sum", sum}});
    return ui.text(Text::FeePer, {{"sum", sum}, {"unit", number->unit.in(ui.language())}});
}

RowAction why_action(const Ui& ui, const Item& item, Text label) {
    return {item.id.value() + ".why", ui.text(label)};
}

void add_late_doubt(ListRow& row, Phrase words) {
    if (words.is_empty()) return;
    row.tone = Tone::Warn;
    row.badge = std::move(words);
    row.is_badge_news = true;
}

std::optional<ItemId> item_of(const std::optional<std::string>& chosen, std::string_view verb) {
    if (!chosen) return std::nullopt;
    const std::size_t dot = chosen->rfind('.');
    if (dot == std::string::npos || chosen->substr(dot + 1) != verb) return std::nullopt;
    return ItemId(chosen->substr(0, dot));
}

std::string readable(const Ui& ui, const std::string& value) {
    if (ui.is_helped()) return std::string(kHidden);
    if (value.starts_with("held:")) return ui.text(Text::CheckHeld).shown;
    const auto date = CivilDate::parse_iso(value);
    return date && value.size() == 10 ? date->to_text() : value;
}

Phrase answer_words(const Ui& ui, const Item& item, const std::string& answer) {
    if (ui.is_helped()) return plain(std::string(kHidden));
    if (const auto* number = question_of<NumberQuestion>(item)) {
        return plain(in_thousands(answer) + " " + number->unit.in(ui.language()));
    }
    if (question_of<PersonNumberQuestion>(item) != nullptr) {
        Phrase digits = plain(answer);  // said one by one, whatever groups they stand in
        digits.shown = in_threes(digits.shown);
        return digits;
    }
    if (const auto* choices = question_of<ChoiceQuestion>(item)) {
        const auto found = std::ranges::find(choices->choices, answer, &Choice::value);
        if (found != choices->choices.end()) return plain(found->label.in(ui.language()));
    }
    return plain(question_of<UnitQuestion>(item) != nullptr ? place_name(answer) : answer);
}

}  // namespace motlan
