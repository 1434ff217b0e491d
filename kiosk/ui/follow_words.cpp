#include "kiosk/ui/follow_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/when.h"

namespace motlan {
namespace {

struct StatusWords {
    DossierStatus status;
    Text state;
    Text office;
    Text duty;
    bool is_duty = false;
};

using enum DossierStatus;
constexpr auto kStatuses = std::to_array<StatusWords>({
    {Sent, Text::FollowSent, Text::FollowInHands, Text::FollowNothing},
    {Accepted, Text::FollowAccepted, Text::FollowInHands, Text::FollowNothing},
    {Refused, Text::FollowRefused, Text::FollowOffice, Text::FollowSeeReason, true},
    {InWork, Text::FollowInWork, Text::FollowInHands, Text::FollowNothing},
    {SupplementAsked, Text::FollowSupplement, Text::FollowOffice, Text::FollowSeeWishes, true},
    {PaymentAsked, Text::FollowPayment, Text::FollowOffice, Text::FollowPay, true},
    {Withdrawn, Text::FollowWithdrawn, Text::FollowOffice, Text::FollowOver},
    {Stopped, Text::FollowStopped, Text::FollowOffice, Text::FollowSeeReason, true},
    {Decided, Text::FollowDecided, Text::FollowPlace, Text::FollowFetch, true},
    {Delivered, Text::FollowDelivered, Text::FollowOffice, Text::FollowOver},
});

const StatusWords& words_of(DossierStatus status) {
    const auto found = std::ranges::find(kStatuses, status, &StatusWords::status);
    expects(found != kStatuses.end());
    return *found;
}

std::string days_text(const Ui& ui, int days) {
    if (days == 1) return ui.text(Text::FollowDay).shown;
    return ui.text(Text::FollowDays, {{"count", std::to_string(days)}}).shown;
}

std::string hours_text(const Ui& ui, int hours) {
    if (hours == 1) return ui.text(Text::FollowHour).shown;
    return ui.text(Text::FollowHours, {{"count", std::to_string(hours)}}).shown;
}

}  // namespace

Phrase state_words(const Ui& ui, DossierStatus status) { return ui.text(words_of(status).state); }

Phrase office_words(const Ui& ui, DossierStatus status) { return ui.text(words_of(status).office); }

bool is_duty(DossierStatus status) { return words_of(status).is_duty; }

Phrase duty_words(const Ui& ui, const DossierEvent& latest) {
    const bool is_sum_known = latest.dong > 0;
    if (latest.status == DossierStatus::PaymentAsked && is_sum_known) {
        return ui.text(Text::FollowPaySum, {{"sum", grouped(latest.dong)}});
    }
    return ui.text(words_of(latest.status).duty);
}

Phrase left_words(const Ui& ui, const TimeLeft& left) {
    const bool is_little = left.days == 0 && left.hours == 0;
    if (is_little) return ui.text(left.is_late ? Text::FollowLateLittle : Text::FollowLeftLittle);
    std::string time = left.days > 0 ? days_text(ui, left.days) : "";
    const bool has_hours = left.hours > 0 && !(left.is_late && left.days > 0);
    if (has_hours) time += (time.empty() ? "" : " ") + hours_text(ui, left.hours);
    return ui.text(left.is_late ? Text::FollowLate : Text::FollowLeft, {{"time", time}});
}

Phrase procedure_words(const Ui& ui, const std::string& code) {
    const auto& known = ui.office().procedures;
    const auto found = std::ranges::find(known, ProcedureCode(code), &Procedure::code);
    if (found != known.end()) return ui.words(found->short_name);
    return ui.text(Text::FollowProcedure, {{"code", code}});
}

std::string apology_unit(const Ui& ui, const DossierEvent& letter) {
    return letter.unit.empty() ? ui.text(Text::ApologyOffice).shown : letter.unit;
}

std::string moment_text(const Ui& ui, WallTime time) {
    return clock_text(time) + " " + day_text(time, ui.language());
}

}  // namespace motlan
