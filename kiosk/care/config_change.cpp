#include "kiosk/care/config_change.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <format>
#include <system_error>
#include <utility>

#include "kiosk/app/closing.h"
#include "kiosk/care/change_note.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/config_check.h"
#include "kiosk/care/config_difference.h"
#include "kiosk/care/plain_settings.h"
#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/folder_lock.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostVersions = 20;
constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
constexpr std::chrono::milliseconds kLockPatience{100};
constexpr std::string_view kKeep = "keep";
constexpr std::string_view kTakeBack = "take back";
using Steady = std::chrono::steady_clock;

std::unexpected<Problem> refuse(const fs::path& file, std::string reason) {
    return std::unexpected(Problem{file.string(), 0, "", std::move(reason)});
}

Checked<void> write(const fs::path& file, std::string_view text) {
    const auto written = write_file(file, as_bytes(text), Sharing::ReadByAll);
    if (!written) return refuse(file, std::format("cannot be written ({})", code(written.error())));
    return {};
}

/// Keeps what was in force under the next number.
Checked<void> keep_former(const ConfigPlace& place, std::string_view text) {
    std::error_code problem;
    fs::create_directories(place.history(), problem);
    auto versions = former_versions(place);
    const int last =
        versions.empty() ? 0 : std::atoi(versions.back().stem().c_str());  // NOLINT(cert-err34-c)
    if (auto kept = write(place.history() / std::format("{:04}.toml", last + 1), text); !kept)
        return kept;
    for (std::size_t n = 0; n + kMostVersions <= versions.size(); ++n)
        fs::remove(versions[n], problem);
    return {};
}

Result<FolderLock> take_lock(const ConfigPlace& place) {
    return FolderLock::take(place.file.parent_path() / "change.lock", kLockPatience);
}

/// Whose the change is, for as long as it goes on.
class Holder {
public:
    Holder(const ConfigPlace& place, std::string_view by) : file_(place.holder()) {
        // Nobody is turned away because a name cannot be written.
        static_cast<void>(write_file(file_, as_bytes(by), Sharing::ReadByAll));
    }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() {
        std::error_code problem;
        fs::remove(file_, problem);
    }

private:
    fs::path file_;
};

Checked<void> end_trial(const ConfigPlace& place) {
    std::error_code problem;
    fs::remove(place.before_trial(), problem);
    if (problem) return refuse(place.before_trial(), "cannot be removed");
    fs::remove(place.answer(), problem);
    return {};
}

/// Ends a trial as if it had not been; false when there is none. By writing and not by renaming:
/// the kiosk knows a change of its settings by the time at which they were written.
Checked<bool> take_back(const ConfigPlace& place) {
    std::error_code problem;
    if (!fs::exists(place.before_trial(), problem)) return false;
    const auto former = read_beside(place.before_trial());
    if (!former) return std::unexpected(former.error());
    return write(place.file, *former).and_then([&] { return end_trial(place); }).transform([] {
        return true;
    });
}

/// Whether a kiosk could start with that text, and whoever judges the change sees all of it.
Checked<void> check(const ConfigPlace& place, std::string_view text) {
    fs::path wanted = place.file;
    wanted += ".wanted";
    if (auto put = write(wanted, text); !put) return put;
    auto office = check_config({.file = wanted, .state = place.state, .bundle = {}});
    std::error_code problem;
    fs::remove(wanted, problem);
    if (office) return written_plainly(text, place.file.string());
    // Nobody finds the file that was only for this.
    Problem found = std::move(office).error();
    if (found.file == wanted.string()) found.file = place.file.string();
    return std::unexpected(std::move(found));
}

enum class Trial : std::uint8_t { Serves, Fails, Waits, Visit };

/// How the kiosk does with the configuration that is tried.
Trial look(const ConfigPlace& place, const ConfigChange& change) {
    const auto kiosk = read_condition(place.runtime);
    if (!kiosk) return Trial::Waits;
    if (kiosk->configuration != configuration_mark(place.file))
        return kiosk->serving == Serving::Visit ? Trial::Visit : Trial::Waits;
    const bool is_stopped =
        kiosk->serving == Serving::OutOfService && !is_at_rest(place.state, SystemClock().wall());
    if (is_stopped) return Trial::Fails;
    const bool is_well = troubled_by(change.former, change.text, kiosk->devices).empty();
    return is_well ? Trial::Serves : Trial::Waits;
}

Outcome try_out(const ConfigPlace& place, const ConfigChange& change,
                const TrialPatience& patience) {
    auto deadline = Steady::now() + patience.to_come_back;
    const auto end = Steady::now() + patience.to_finish;
    bool was_visit = false;
    bool was_serving = false;
    while (Steady::now() < deadline) {
        const auto said = read_text(place.answer(), kFileLimit, Links::Refused);
        if (said && *said == kTakeBack) return Outcome::NotKept;
        const Trial trial = look(place, change);
        if (trial == Trial::Fails) return Outcome::RolledBack;
        if (trial == Trial::Serves && said && *said == kKeep) return Outcome::Kept;
        if (trial == Trial::Serves && !std::exchange(was_serving, true)) {
            deadline = Steady::now() + patience.to_be_kept;
            patience.on_serving();
            continue;
        }
        if (trial == Trial::Visit && Steady::now() < end) {
            deadline = Steady::now() + patience.to_come_back;
            if (!std::exchange(was_visit, true)) patience.on_visit();
        }
        patience.pause();
    }
    return was_serving ? Outcome::NotKept : Outcome::RolledBack;
}

/// Whose the file will be, for the audit log.
Checked<void> note_author(const ConfigPlace& place, const ConfigChange& change) {
    const auto noted = write_change_note(place.file, {.by = change.by,
                                                      .second = change.second,
                                                      .former = sha256(as_bytes(change.former)),
                                                      .text = sha256(as_bytes(change.text))});
    if (!noted) return refuse(place.file, std::format("cannot be noted ({})", code(noted.error())));
    return {};
}

/// What was found to be sound, while the lock is held.
Checked<Outcome> put_in_force(const ConfigPlace& place, const ConfigChange& change,
                              const TrialPatience& patience) {
    if (auto noted = note_author(place, change); !noted) return std::unexpected(noted.error());
    const auto keep = [&] { return keep_former(place, change.former); };
    if (!read_condition(place.runtime))
        return keep().and_then([&] { return write(place.file, change.text); }).transform([] {
            return Outcome::Written;
        });
    auto begun = write(place.before_trial(), change.former).and_then([&] {
        return write(place.file, change.text);
    });
    if (!begun) return std::unexpected(begun.error());
    patience.on_begun();
    const Outcome outcome = try_out(place, change, patience);
    if (outcome != Outcome::Kept) return take_back(place).transform([&](bool) { return outcome; });
    return keep().and_then([&] { return end_trial(place); }).transform([&] { return outcome; });
}

}  // namespace

Checked<std::string> read_beside(const fs::path& file) {
    auto text = read_text(file, kFileLimit - 1, Links::Refused);
    if (!text) return refuse(file, std::format("cannot be read ({})", code(text.error())));
    return *std::move(text);
}

std::vector<fs::path> former_versions(const ConfigPlace& place) {
    auto versions = entries_of(place.history()).value_or(std::vector<fs::path>());
    std::erase_if(versions, [](const fs::path& file) { return file.extension() != ".toml"; });
    std::ranges::sort(versions);
    return versions;
}

Checked<bool> settle_config(const ConfigPlace& place) {
    const auto lock = take_lock(place);
    if (!lock) return false;
    return take_back(place);
}

Checked<bool> answer_trial(const ConfigPlace& place, TrialAnswer answer) {
    std::error_code problem;
    if (!fs::exists(place.before_trial(), problem)) return false;
    const bool is_kept = answer == TrialAnswer::Keep;
    if (auto said = write(place.answer(), is_kept ? kKeep : kTakeBack); !said)
        return std::unexpected(said.error());
    if (is_kept) return true;
    // Whoever watches holds the lock; then this leaves the trial alone.
    return settle_config(place).transform([](bool) { return true; });
}

std::string config_holder(const ConfigPlace& place) {
    return read_text(place.holder(), kFileLimit, Links::Refused).value_or("");
}

Checked<Outcome> change_config(const ConfigPlace& place, const ConfigChange& change,
                               const TrialPatience& patience) {
    const auto lock = take_lock(place);
    if (!lock) return Outcome::Held;
    const Holder holder(place, change.by);
    if (const auto settled = take_back(place); !settled) return std::unexpected(settled.error());
    const auto in_force = read_beside(place.file);
    if (!in_force) return std::unexpected(in_force.error());
    if (*in_force == change.text) return Outcome::Unchanged;
    if (*in_force != change.former) return Outcome::Overtaken;
    if (auto sound = check(place, change.text); !sound) return std::unexpected(sound.error());
    if (!change.second && !second_needed(place.state, change.former, change.text).empty())
        return Outcome::NeedsSecond;
    return put_in_force(place, change, patience);
}

}  // namespace motlan
