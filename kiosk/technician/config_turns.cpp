#include "kiosk/technician/config_turns.h"

#include <algorithm>
#include <utility>

#include "kiosk/app/settings.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/digits.h"
#include "kiosk/core/tone.h"
#include "kiosk/flow/draft.h"

namespace motlan {
namespace {

/// No value of ours is longer.
constexpr std::size_t kLongestValue = 200;
constexpr std::string_view kFile = "kiosk.toml";

/// The first thing that is wrong with a whole file.
std::optional<Problem> problem_in(std::string_view text) {
    const auto settings = parse_settings(text, kFile, {});
    return settings ? std::nullopt : std::optional(settings.error());
}

void draft_anew(ConfigWork& change, std::string text) {
    change.draft = std::move(text);
    change.problem = change.is_pending() ? problem_in(change.draft) : std::nullopt;
    change.reply.reset();
}

/// The draft with the value that is being typed; or why it cannot stand there.
Checked<std::string> candidate(const ConfigWork& change) {
    auto text = with_setting(change.draft, change.path, change.typed);
    if (!text) return text;
    const auto problem = problem_in(*text);
    // What does not read as a value at all has no key of its own.
    const bool is_here = problem && (problem->key == change.path || problem->key.empty());
    if (is_here) return std::unexpected(*problem);
    return text;
}

void judge_typed(ConfigWork& change) {
    const auto text = candidate(change);
    change.complaint = text ? std::nullopt : std::optional(text.error().reason);
}

void go_to_config(CareTurn& turn) {
    turn.desk.page = CarePage::Config;
    turn.jobs.emplace_back(ReadConfig{});
}

}  // namespace

void read_config(CareTurn& turn, const ConfigRead& read) {
    CareDesk& desk = turn.desk;
    if (read.text && !desk.change.is_pending()) {
        desk.change.former = *read.text;
        draft_anew(desk.change, *read.text);
    }
    desk.config = read;
}

void open_setting(CareTurn& turn, const SettingOpened& opened) {
    ConfigWork& change = turn.desk.change;
    change.path = opened.path;
    change.typed = setting_in(change.draft, opened.path).value_or("");
    judge_typed(change);
    turn.desk.page = CarePage::Setting;
}

void type(CareTurn& turn, const LettersFelt& felt) {
    ConfigWork& change = turn.desk.change;
    if (turn.desk.page == CarePage::Second) {
        const bool is_one_digit = felt.letters.size() == 1 && is_digit(felt.letters[0]);
        if (is_one_digit && change.pin.size() < Pin::kLength) change.pin += felt.letters;
        return;
    }
    if (turn.desk.page != CarePage::Setting) return;
    change.typed = with_letters(change.typed, felt.letters, kLongestValue);
    judge_typed(change);
}

void set_tone(CareTurn& turn, const ToneFelt& felt) {
    ConfigWork& change = turn.desk.change;
    if (turn.desk.page != CarePage::Setting) return;
    change.typed = with_tone(change.typed, felt.tone);
    judge_typed(change);
}

void erase(CareTurn& turn) {
    ConfigWork& change = turn.desk.change;
    if (turn.desk.page == CarePage::Second && !change.pin.empty()) change.pin.pop_back();
    if (turn.desk.page != CarePage::Setting) return;
    change.typed = without_last_letter(change.typed);
    judge_typed(change);
}

void choose_value(CareTurn& turn, const ValueChosen& chosen) {
    turn.desk.change.typed = chosen.value;
    judge_typed(turn.desk.change);
}

void take_setting(CareTurn& turn) {
    ConfigWork& change = turn.desk.change;
    auto text = candidate(change);
    if (!text) return;
    // A value that is as it was leaves no trace of the way there.
    const bool is_former = changed_settings(change.former, *text).empty();
    draft_anew(change, is_former ? change.former : *std::move(text));
    go_to_config(turn);
}

void drop_changes(CareTurn& turn) {
    ConfigWork& change = turn.desk.change;
    draft_anew(change, change.former);
    turn.jobs.emplace_back(ReadConfig{});
}

void wish_version(CareTurn& turn, const VersionWished& wish) {
    CareDesk& desk = turn.desk;
    if (!desk.config) return;
    const auto& former = desk.config->former;
    const auto found = std::ranges::find(former, wish.name, &FormerVersion::name);
    if (found == former.end()) return;
    draft_anew(desk.change, found->text);
    go_to_config(turn);
}

void put_into_draft(CareTurn& turn,
                    const std::vector<std::pair<std::string, std::string>>& values) {
    std::string draft = turn.desk.change.draft;
    for (const auto& [path, value] : values) {
        auto text = with_setting(draft, path, value);
        if (text) draft = *std::move(text);
    }
    draft_anew(turn.desk.change, std::move(draft));
    go_to_config(turn);
}

void apply_draft(CareTurn& turn) {
    CareDesk& desk = turn.desk;
    ConfigWork& change = desk.change;
    const bool is_agreed = desk.page != CarePage::Second ||
                           (!change.badge.empty() && change.pin.size() == Pin::kLength);
    if (desk.is_busy() || !change.is_pending() || change.problem || !is_agreed) return;
    change.is_applying = true;
    change.reply.reset();
    turn.jobs.emplace_back(AskToChange{{change.former, change.draft, desk.who.number, change.badge,
                                        std::exchange(change.pin, "")}});
}

void hear_change(CareTurn& turn, const ChangeAnswered& answered) {
    CareDesk& desk = turn.desk;
    ConfigWork& change = desk.change;
    change.is_applying = false;
    change.reply = answered.reply;
    switch (answered.reply.answer) {
        case DoorAnswer::Begun:
            desk.is_over = true;  // the kiosk starts anew with it
            return;
        case DoorAnswer::NeedsSecond:
        case DoorAnswer::SecondRefused:
            desk.page = CarePage::Second;
            change.badge.clear();
            change.pin.clear();
            turn.jobs.emplace_back(WatchForBadge{});
            return;
        case DoorAnswer::Unchanged:
        case DoorAnswer::Held:
        case DoorAnswer::Overtaken:
        case DoorAnswer::Wrong:
        case DoorAnswer::NoDoor:
        case DoorAnswer::NotWritten:
            if (desk.page == CarePage::Second) forget_second(turn);
            return go_to_config(turn);
    }
}

void see_badge(CareTurn& turn, const BadgeSighted& sighted) {
    if (turn.desk.page != CarePage::Second) return;
    turn.desk.change.sight = sighted.picture;
    turn.desk.change.hint = sighted.hint;
}

void read_badge(CareTurn& turn, const BadgeRead& read) {
    ConfigWork& change = turn.desk.change;
    if (turn.desk.page != CarePage::Second || !change.badge.empty()) return;
    change.badge = read.code;
    change.sight = {};
    turn.jobs.emplace_back(WatchForBadge{false});
}

void forget_second(CareTurn& turn) {
    ConfigWork& change = turn.desk.change;
    change.badge.clear();
    change.pin.clear();
    change.sight = {};
    turn.jobs.emplace_back(WatchForBadge{false});
}

CareDesk open_keep(StaffMember who, CareMachine machine, KeepQuestion question) {
    CareDesk desk{.who = std::move(who), .machine = std::move(machine), .page = CarePage::Keep};
    desk.steady = desk.touched = question.ends - kKeepPatience;
    desk.keep = std::move(question);
    return desk;
}

void tell_keep(CareTurn& turn, bool is_kept) {
    KeepQuestion& keep = turn.desk.keep;
    if (turn.desk.page != CarePage::Keep || keep.is_answered) return;
    if (is_kept && !keep.troubles.empty()) return;
    keep.is_answered = true;
    turn.jobs.emplace_back(AnswerTrial{is_kept ? TrialAnswer::Keep : TrialAnswer::TakeBack});
}

void see_trial(CareTurn& turn, const TrialSeen& seen) {
    turn.desk.keep.troubles = seen.troubles;
    if (seen.is_over) turn.desk.is_over = true;
}

void tick_keep(CareTurn& turn) {
    if (turn.desk.page == CarePage::Keep && turn.desk.steady >= turn.desk.keep.ends)
        tell_keep(turn, false);
}

}  // namespace motlan
