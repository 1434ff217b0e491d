// kioskctl config set, apply, rollback, settle, history: changes of kiosk.toml.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <format>
#include <optional>
#include <print>
#include <thread>

#include "kiosk/care/config_change.h"
#include "kiosk/care/places.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "kiosk/programs/kioskctl_config.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
constexpr std::chrono::milliseconds kPause{250};

/// What follows the verb: --file FILE, --dry, and the rest.
struct Call {
    ConfigPlace place{.file = usual_config(), .runtime = places().runtime, .state = places().state};
    bool is_dry = false;
    std::vector<std::string_view> words;
};

std::optional<Call> read_call(Arguments arguments) {
    Call call;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        if (arguments[n] == "--dry")
            call.is_dry = true;
        else if (arguments[n] == "--file" && n + 1 < arguments.size())
            call.place.file = arguments[++n];
        else if (arguments[n].starts_with("-"))
            return std::nullopt;
        else
            call.words.push_back(arguments[n]);
    }
    return call;
}

TrialPatience patience() {
    return {
        .pause = [] { std::this_thread::sleep_for(kPause); },
        .on_visit =
            [] {
                std::println("A visit is going on; the kiosk takes the change when it is over …");
            }};
}

int tell(const Checked<Outcome>& outcome) {
    if (!outcome) return complain("config", to_text(outcome.error()), kFoundWrong);
    switch (*outcome) {
        case Outcome::Unchanged: std::println("It was so already."); return kFine;
        case Outcome::Written:
            std::println("Written. No kiosk runs here; it will start with this.");
            return kFine;
        case Outcome::InService: std::println("The kiosk serves with it."); return kFine;
        case Outcome::RolledBack:
            return complain("config",
                            "the kiosk did not serve with this, so the former settings are in "
                            "force again (CFG-01)",
                            kFoundWrong);
    }
    return kFoundWrong;
}

/// Shows what changes and, unless it is a dry run, puts it in force.
int change(const Call& call, std::string_view former, std::string_view text) {
    for (const std::string& line : changed_lines(former, text)) std::println("{}", line);
    std::signal(SIGHUP, SIG_IGN);  // a trial ends also when the technician's line is cut
    std::signal(SIGPIPE, SIG_IGN);
    return call.is_dry ? kFine : tell(change_config(call.place, text, patience()));
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
    return change(call, former, text);
}

int apply(const Call& call, const std::string& former) {
    if (call.words.size() != 1) return complain("config apply", "one FILE is needed", kUsage);
    const auto text = read_text(call.words.front(), kFileLimit);
    if (!text)
        return complain(
            "config apply",
            std::format("{} cannot be read ({})", call.words.front(), code(text.error())),
            kFoundWrong);
    return change(call, former, *text);
}

int history(const Call& call) {
    for (const fs::path& version : former_versions(call.place))
        std::println("{}", version.stem().string());
    return kFine;
}

int settle(const Call& call) {
    const auto settled = settle_config(call.place);
    if (!settled) return complain("config settle", to_text(settled.error()), kFoundWrong);
    if (*settled) std::println("A trial was cut off; the former settings are in force again.");
    return kFine;
}

int roll_back(const Call& call, const std::string& former) {
    const auto versions = former_versions(call.place);
    if (versions.empty())
        return complain("config rollback", "nothing has been changed here yet", kFoundWrong);
    fs::path version = versions.back();
    if (call.words.size() == 1)
        version = call.place.history() / std::format("{}.toml", call.words.front());
    if (!std::ranges::contains(versions, version))
        return complain("config rollback", "kioskctl config history lists the versions", kUsage);
    const auto text = read_text(version, kFileLimit);
    if (!text) return complain("config rollback", code(text.error()), kFoundWrong);
    return change(call, former, *text);
}

}  // namespace

int config_change(std::string_view verb, Arguments arguments) {
    const auto call = read_call(arguments);
    if (!call) return complain("config", "only --file FILE and --dry are known here", kUsage);
    if (verb == "history") return history(*call);
    if (verb == "settle") return settle(*call);
    const auto former = read_text(call->place.file, kFileLimit);
    if (!former)
        return complain(
            "config",
            std::format("{} cannot be read ({})", call->place.file.string(), code(former.error())),
            kFoundWrong);
    if (verb == "set") return set(*call, *former);
    if (verb == "apply") return apply(*call, *former);
    return roll_back(*call, *former);
}

}  // namespace motlan
