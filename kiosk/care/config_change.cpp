#include "kiosk/care/config_change.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <format>
#include <system_error>
#include <utility>

#include "kiosk/app/closing.h"
#include "kiosk/care/condition.h"
#include "kiosk/care/config_check.h"
#include "kiosk/care/public_file.h"
#include "kiosk/core/file.h"
#include "kiosk/outbox/folder_lock.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostVersions = 20;
constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
constexpr std::chrono::milliseconds kLockPatience{100};
using Steady = std::chrono::steady_clock;

std::unexpected<Problem> refuse(const fs::path& file, std::string reason) {
    return std::unexpected(Problem{file.string(), 0, "", std::move(reason)});
}

Checked<std::string> read(const fs::path& file) {
    auto text = read_text(file, kFileLimit);
    if (!text) return refuse(file, std::format("cannot be read ({})", code(text.error())));
    return *std::move(text);
}

Checked<void> write(const fs::path& file, std::string_view text) {
    const auto written = write_public_file(file, text);
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

Checked<void> end_trial(const ConfigPlace& place) {
    std::error_code problem;
    fs::remove(place.before_trial(), problem);
    if (problem) return refuse(place.before_trial(), "cannot be removed");
    return {};
}

/// Ends a trial as if it had not been; false when there is none. By writing and not by renaming:
/// the kiosk knows a change of its settings by the time at which they were written.
Checked<bool> take_back(const ConfigPlace& place) {
    std::error_code problem;
    if (!fs::exists(place.before_trial(), problem)) return false;
    const auto former = read(place.before_trial());
    if (!former) return std::unexpected(former.error());
    return write(place.file, *former).and_then([&] { return end_trial(place); }).transform([] {
        return true;
    });
}

/// Whether a kiosk could start with that text.
Checked<void> check(const ConfigPlace& place, std::string_view text) {
    fs::path wanted = place.file;
    wanted += ".wanted";
    if (auto put = write(wanted, text); !put) return put;
    const auto office = check_config({.file = wanted, .state = place.state, .bundle = {}});
    std::error_code problem;
    fs::remove(wanted, problem);
    if (!office) return std::unexpected(office.error());
    return {};
}

enum class Trial : std::uint8_t { Serves, Fails, Waits, Visit };

/// How the kiosk does with the configuration of that mark.
Trial look(const ConfigPlace& place, std::int64_t mark) {
    const auto kiosk = read_condition(place.runtime);
    if (!kiosk) return Trial::Waits;
    if (kiosk->configuration != mark)
        return kiosk->serving == Serving::Visit ? Trial::Visit : Trial::Waits;
    const bool is_stopped = kiosk->serving == Serving::OutOfService && !is_closed(place.state);
    return is_stopped ? Trial::Fails : Trial::Serves;
}

bool try_out(const ConfigPlace& place, const TrialPatience& patience) {
    const std::int64_t mark = configuration_mark(place.file);
    auto deadline = Steady::now() + patience.to_come_back;
    const auto end = Steady::now() + patience.to_finish;
    bool was_visit = false;
    while (Steady::now() < deadline) {
        const Trial trial = look(place, mark);
        if (trial == Trial::Serves) return true;
        if (trial == Trial::Fails) return false;
        if (trial == Trial::Visit && Steady::now() < end) {
            deadline = Steady::now() + patience.to_come_back;
            if (!std::exchange(was_visit, true)) patience.on_visit();
        }
        patience.pause();
    }
    return false;
}

}  // namespace

std::vector<fs::path> former_versions(const ConfigPlace& place) {
    std::vector<fs::path> versions;
    std::error_code problem;
    for (fs::directory_iterator entry(place.history(), problem), end; !problem && entry != end;
         entry.increment(problem)) {
        if (entry->path().extension() == ".toml") versions.push_back(entry->path());
    }
    std::ranges::sort(versions);
    return versions;
}

Checked<bool> settle_config(const ConfigPlace& place) {
    const auto lock = take_lock(place);
    if (!lock) return false;
    return take_back(place);
}

Checked<Outcome> change_config(const ConfigPlace& place, std::string_view text,
                               const TrialPatience& patience) {
    const auto lock = take_lock(place);
    if (!lock) return refuse(place.file, "somebody else is changing it, or it may not be changed");
    if (const auto settled = take_back(place); !settled) return std::unexpected(settled.error());
    const auto former = read(place.file);
    if (!former) return std::unexpected(former.error());
    if (*former == text) return Outcome::Unchanged;
    if (auto sound = check(place, text); !sound) return std::unexpected(sound.error());
    if (auto kept = keep_former(place, *former); !kept) return std::unexpected(kept.error());
    if (!read_condition(place.runtime))
        return write(place.file, text).transform([] { return Outcome::Written; });
    auto begun =
        write(place.before_trial(), *former).and_then([&] { return write(place.file, text); });
    if (!begun) return std::unexpected(begun.error());
    if (!try_out(place, patience))
        return take_back(place).transform([](bool) { return Outcome::RolledBack; });
    return end_trial(place).transform([] { return Outcome::InService; });
}

}  // namespace motlan
