#include "kiosk/ui/outlook_words.h"

#include <utility>

#include "kiosk/flow/outlook.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

/// The number that the citizen has answered and the fee counts, with its unit; empty without one.
std::optional<std::pair<std::string, std::string>> counted(const Ui& ui, const Visit& visit) {
    const auto& per = visit.procedure.fee.per;
    const Item* item = per ? visit.procedure.find(*per) : nullptr;
    const auto* number = item == nullptr ? nullptr : question_of<NumberQuestion>(*item);
    const auto answer = per ? visit.answers.find(*per) : visit.answers.end();
    if (number == nullptr || answer == visit.answers.end()) return std::nullopt;
    return std::pair(answer->second.reveal(), number->unit.in(ui.language()));
}

Phrase words_of(const Ui& ui, const Visit& visit, const FeeOutlook& fee) {
    const std::int64_t dong = *fee.dong;
    if (dong == 0) return ui.text(Text::FeeNone);
    const auto count = counted(ui, visit);
    if (!count || fee.exemption != nullptr)
        return ui.text(Text::FeeFixed, {{"sum", grouped(dong)}});
    return ui.text(Text::FeeCounted,
                   {{"sum", grouped(dong)}, {"count", count->first}, {"unit", count->second}});
}

}  // namespace

Phrase sum_words(const Ui& ui, const Visit& visit) {
    const FeeOutlook fee = fee_outlook(visit, ui.office());
    if (!fee.dong) return fee_words(ui, visit.procedure);
    Phrase words = words_of(ui, visit, fee);
    if (fee.exemption != nullptr) {
        words = ui.text(Text::FeeExempt,
                        {{"fee", words.shown}, {"who", fee.exemption->label.in(ui.language())}});
    }
    if (!fee.is_sure) return ui.text(Text::FeeUnsure, {{"fee", words.shown}});
    if (*fee.dong == 0) return words;
    return ui.text(Text::DeclareFeeLater, {{"fee", words.shown}});
}

Phrase due_words(const Ui& ui, const Procedure& procedure) {
    const auto due = due_outlook(procedure, ui.office(), ui.surroundings().now);
    if (!due) return {};
    const WallTime morning = WallTime(std::chrono::sys_days(due->day.day())) - kVietnamOffset;
    const std::string day = day_text(morning, ui.language());
    return due->is_sure ? plain(day) : ui.text(Text::DueAbout, {{"day", day}});
}

// An exemption tells that somebody is poor, disabled or has merit: no room shall hear that.
std::vector<ListRow> outlook_rows(const Ui& ui, const Visit& visit, const std::string& place) {
    const bool is_exempt = fee_outlook(visit, ui.office()).exemption != nullptr;
    const Phrase day = due_words(ui, visit.procedure);
    const bool has_day = !day.is_empty();
    return {{.id = place + ".fee",
             .label = ui.text(Text::DeclareFee),
             .value = sum_words(ui, visit),
             .privacy = is_exempt ? Privacy::Masked : Privacy::Public},
            {.id = place + ".due",
             .label = ui.text(has_day ? Text::DueLabel : Text::NeedLimitLabel),
             .value = has_day ? day : ui.words(visit.procedure.time_limit)}};
}

}  // namespace motlan
