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

Checked<Outcome> change_config(const ConfigPlace& place, std::string_view text,
                               const TrialPatience& patience) {
    const auto lock = FolderLock::take(place.file.parent_path() / "change.lock", kLockPatience);
    if (!lock) return refuse(place.file, "somebody else is changing it, or it may not be changed");
    const auto former = read(place.file);
    if (!former) return std::unexpected(former.error());
    if (*former == text) return Outcome::Unchanged;
    fs::path wanted = place.file;
    wanted += ".wanted";
    if (auto put = write(wanted, text); !put) return std::unexpected(put.error());
    const auto office = check_config({.file = wanted, .state = place.state, .bundle = {}});
    std::error_code problem;
    fs::remove(wanted, problem);
    if (!office) return std::unexpected(office.error());
    const bool runs = read_condition(place.runtime).has_value();
    if (auto kept = keep_former(place, *former); !kept) return std::unexpected(kept.error());
    if (auto put = write(place.file, text); !put) return std::unexpected(put.error());
    if (!runs) return Outcome::Written;
    if (try_out(place, patience)) return Outcome::InService;
    if (auto put = write(place.file, *former); !put) return std::unexpected(put.error());
    return Outcome::RolledBack;
}

}  // namespace motlan
