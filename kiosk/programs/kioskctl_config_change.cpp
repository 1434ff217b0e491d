// kioskctl config set, apply, rollback, settle, keep, undo, answer, history: changes of kiosk.toml.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <format>
#include <optional>
#include <print>
#include <ranges>

#include "kiosk/care/config_change.h"
#include "kiosk/care/config_difference.h"
#include "kiosk/care/config_door.h"
#include "kiosk/care/places.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "kiosk/programs/config_trial.h"
#include "kiosk/programs/kioskctl_config.h"
#include "kiosk/programs/owner.h"
#include "kiosk/programs/terminal.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kFileLimit = std::size_t{64} << 10U;

/// What follows the verb: --file FILE, --dry, --keep, --second BADGE and the rest.
struct Call {
    ConfigPlace place{.file = usual_config(), .runtime = places().runtime, .state = places().state};
    bool is_dry = false;
    bool is_kept = false;     ///< nobody is asked whether it is to stay
    std::string_view second;  ///< the code of another technician's badge
    std::vector<std::string_view> words;
};

std::optional<Call> read_call(Arguments arguments) {
    Call call;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        const bool has_value = n + 1 < arguments.size();
        if (arguments[n] == "--dry")
            call.is_dry = true;
        else if (arguments[n] == "--keep")
            call.is_kept = true;
        else if (arguments[n] == "--file" && has_value)
            call.place.file = arguments[++n];
        else if (arguments[n] == "--second" && has_value)
            call.second = arguments[++n];
        else if (arguments[n].starts_with("-"))
            return std::nullopt;
        else
            call.words.push_back(arguments[n]);
    }
    return call;
}

std::string joined(const std::vector<std::string>& paths) {
    return paths | std::views::join_with(' ') | std::ranges::to<std::string>();
}

int tell(const Checked<Outcome>& outcome, const Call& call, const ConfigChange& change) {
    if (!outcome) return complain("config", to_text(outcome.error()), kFoundWrong);
    switch (*outcome) {
        case Outcome::Unchanged: std::println("It was so already."); return kFine;
        case Outcome::Written:
            std::println("Written. No kiosk runs here; it will start with this.");
            return kFine;
        case Outcome::Kept: std::println("The kiosk serves with it."); return kFine;
        case Outcome::RolledBack:
            return complain("config",
                            "the kiosk did not serve with this, or a changed device did not "
                            "answer: the former settings are in force again (CFG-01)",
                            kFoundWrong);
        case Outcome::NotKept:
            return complain("config", "nobody kept it: the former settings are in force again",
                            kFoundWrong);
        case Outcome::Held:
            return complain("config",
                            std::format("{} is changing it; wait until that is over",
                                        config_holder(call.place)),
                            kFoundWrong);
        case Outcome::Overtaken:
            return complain("config", "somebody else has just changed it; look again", kFoundWrong);
        case Outcome::NeedsSecond:
            return complain(
                "config",
                std::format("another technician has to agree to {}: --second BADGE",
                            joined(second_needed(call.place.state, change.former, change.text))),
                kFoundWrong);
    }
    return kFoundWrong;
}

/// The other technician's number, when badge and PIN hold.
Result<StaffNumber> ask_second(const Call& call) {
    const std::string pin = ask_hidden("PIN of the second technician");
    const auto who = judge_badge(call.place.state, call.second, pin);
    if (!who) return fail(who.error());
    if (who->role != StaffRole::Technician) return fail(Fault::BadgeForged);
    return who->number;
}

/// Shows what changes and, unless it is a dry run, puts it in force.
int change(const Call& call, const std::string& former, std::string text) {
    for (const std::string& line : changed_lines(former, text)) std::println("{}", line);
    if (call.is_dry) return kFine;
    ConfigChange change{.former = former, .text = std::move(text), .by = "kioskctl"};
    if (!call.second.empty()) {
        const auto second = ask_second(call);
        if (!second)
            return complain("config",
                            std::format("badge and PIN of the second technician do not hold ({})",
                                        code(second.error())),
                            kFoundWrong);
        change.second = *second;
    }
    hear_interruptions();
    const auto outcome =
        change_config(call.place, change, terminal_patience(call.place, call.is_kept));
    return tell(outcome, call, change);
}

int set(const Call& call, const std::string& former) {
    if (call.words.empty()) return complain("config set", "KEY=VALUE is needed", kUsage);
    std::string text = former;
    for (const std::string_view word : call.words) {
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos)
            return complain("config set", std::format("{} is not KEY=VALUE", word), kUsage);
        auto changed = with_setting(text, word.substr(0, equals), word.substr(equals + 1));
        if (!changed) return complain("config set", to_text(changed.error()), kFoundWrong);
        text = *std::move(changed);
    }
    return change(call, former, std::move(text));
}

int apply(const Call& call, const std::string& former) {
    if (call.words.size() != 1) return complain("config apply", "one FILE is needed", kUsage);
    auto text = read_text(call.words.front(), kFileLimit);
    if (!text)
        return complain(
            "config apply",
            std::format("{} cannot be read ({})", call.words.front(), code(text.error())),
            kFoundWrong);
    return change(call, former, *std::move(text));
}

int history(const Call& call) {
    for (const fs::path& version : former_versions(call.place))
        std::println("{}", version.stem().string());
    return kFine;
}

/// As the folder's owner: root commands there only for people.
int settle(const Call& call) {
    if (!become_owner_of(call.place.file.parent_path()))
        return complain("config settle", "this user cannot act for the settings", kFoundWrong);
    const auto settled = settle_config(call.place);
    if (!settled) return complain("config settle", to_text(settled.error()), kFoundWrong);
    if (*settled) std::println("A trial was cut off; the former settings are in force again.");
    return kFine;
}

int roll_back(const Call& call, const std::string& former) {
    const auto versions = former_versions(call.place);
    if (versions.empty())
        return complain("config rollback", "nothing has been changed here yet", kFoundWrong);
    const fs::path version = call.words.size() == 1
                                 ? call.place.history() / std::format("{}.toml", call.words.front())
                                 : versions.back();
    if (!std::ranges::contains(versions, version))
        return complain("config rollback", "kioskctl config history lists the versions", kUsage);
    const auto text = read_beside(version);
    return text ? change(call, former, *text)
                : complain("config rollback", to_text(text.error()), kFoundWrong);
}

/// As the folder's owner, as a trial that nobody watches any more is settled with it.
int answer(const Call& call, TrialAnswer said) {
    if (!become_owner_of(call.place.file.parent_path()))
        return complain("config", "this user cannot act for the settings", kFoundWrong);
    const auto told = answer_trial(call.place, said);
    if (!told) return complain("config", to_text(told.error()), kFoundWrong);
    if (!*told) return complain("config", "no change is being tried", kFoundWrong);
    return kFine;
}

/// The connection that systemd has taken is standard input.
int serve_door(const Call& call) {
    std::signal(SIGPIPE, SIG_IGN);
    Channel channel{Descriptor(::dup(STDIN_FILENO))};
    serve_at_door(channel, call.place, [&](std::string_view badge, std::string_view pin) {
        return judge_badge(call.place.state, badge, pin);
    });
    return kFine;
}

}  // namespace

int config_change(std::string_view verb, Arguments arguments) {
    const auto call = read_call(arguments);
    if (!call) return complain("config", "this option is not known here", kUsage);
    if (verb == "history") return history(*call);
    if (verb == "settle") return settle(*call);
    if (verb == "keep") return answer(*call, TrialAnswer::Keep);
    if (verb == "undo") return answer(*call, TrialAnswer::TakeBack);
    if (verb == "answer") return serve_door(*call);
    const auto former = read_beside(call->place.file);
    if (!former) return complain("config", to_text(former.error()), kFoundWrong);
    if (verb == "set") return set(*call, *former);
    if (verb == "apply") return apply(*call, *former);
    return roll_back(*call, *former);
}

}  // namespace motlan
