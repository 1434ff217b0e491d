#include "kiosk/technician/care_jobs.h"

#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "kiosk/app/device_watch.h"
#include "kiosk/care/config_change.h"
#include "kiosk/care/journal.h"
#include "kiosk/care/public_file.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/care/test_history.h"
#include "kiosk/core/file.h"
#include "kiosk/core/log.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kConfigLimit = std::size_t{64} << 10U;

std::string match_of(JournalChoice choice) {
    switch (choice) {
        case JournalChoice::All: return "";
        case JournalChoice::Faults: return "fault_seen";
        case JournalChoice::Lost: return "device_lost";
    }
    return "";
}

/// Something else than its folder's own disk is there.
bool is_mounted(const fs::path& folder) {
    struct stat own{};
    struct stat above{};
    return ::stat(folder.c_str(), &own) == 0 && ::stat((folder / "..").c_str(), &above) == 0 &&
           S_ISDIR(own.st_mode) && own.st_dev != above.st_dev;
}

std::map<DeviceTest, std::vector<TestResult>> read_results(const Places& places) {
    const TestHistory history(places.state / "tests");
    std::map<DeviceTest, std::vector<TestResult>> results;
    for (const DeviceTest test : all_device_tests()) results[test] = history.read(test);
    return results;
}

ConfigRead read_config(const CareTools& tools) {
    const auto text = read_text(tools.config, kConfigLimit);
    if (!text) return {};
    ConfigRead read{.text = *text};
    const auto versions = former_versions({.file = tools.config, .runtime = tools.places.runtime});
    const auto former =
        versions.empty() ? fail(Fault::StorageFailed) : read_text(versions.back(), kConfigLimit);
    if (former) read.changed = changed_lines(*former, *text);
    return read;
}

DiagnosticsGathered gather(const CareTools& tools) {
    DiagnosticsGathered gathered{.files = collect_diagnostics(tools.places, tools.config)};
    gathered.refused = refused_file(gathered.files);
    const auto stick = mounted_stick("/media");
    gathered.is_stick = stick.has_value();
    gathered.place = stick ? *stick / "motlan-diagnostics" : tools.places.state / "diagnostics";
    return gathered;
}

DiagnosticsWritten write(const WriteDiagnostics& wish) {
    std::error_code problem;
    fs::create_directories(wish.place, problem);
    for (const auto& [file, text] : wish.files)
        if (!write_public_file(wish.place / file, text)) return {Fault::MediumUnavailable};
    return {};
}

struct Doing {
    const CareTools& tools;

    using Answer = std::optional<CareEvent>;

    Answer operator()(const LookOver&) const {
        return LookedOver{check_up(tools.places, tools.config)};
    }
    Answer operator()(const ReadResults&) const { return ResultsRead{read_results(tools.places)}; }
    Answer operator()(const SearchDevices&) const {
        return DevicesSeen{search_devices("/"), troubles_of(tools.devices)};
    }
    // What is not kept is still shown.
    Answer operator()(const KeepResult& keep) const {
        const auto kept = TestHistory(tools.places.state / "tests").add(keep.result);
        if (!kept) log(LogEvent::FaultSeen, {{"fault", kept.error()}});
        return std::nullopt;
    }
    Answer operator()(const ReadConfig&) const { return read_config(tools); }
    Answer operator()(const ReadJournal& wish) const {
        const auto text = read_journal({.match = match_of(wish.choice)});
        return text ? JournalRead{*text} : JournalRead{};
    }
    Answer operator()(const GatherDiagnostics&) const { return gather(tools); }
    Answer operator()(const WriteDiagnostics& wish) const { return write(wish); }
    Answer operator()(const RunTest&) const { return std::nullopt; }
    Answer operator()(const SetClosed&) const { return std::nullopt; }
    Answer operator()(const PrintReport&) const { return std::nullopt; }
};

}  // namespace

std::optional<CareEvent> do_job(const CareJob& job, const CareTools& tools) {
    return std::visit(Doing{tools}, job);
}

std::optional<fs::path> mounted_stick(const fs::path& media) {
    std::error_code problem;
    for (fs::recursive_directory_iterator entry(media, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        // "/media/stick", or "/media/USER/STICK"; nobody looks through what lies on it.
        if (entry.depth() > 0 || is_mounted(entry->path())) entry.disable_recursion_pending();
        if (is_mounted(entry->path()) && ::access(entry->path().c_str(), W_OK) == 0)
            return entry->path();
    }
    return std::nullopt;
}

}  // namespace motlan
