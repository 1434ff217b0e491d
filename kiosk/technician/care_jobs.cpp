#include "kiosk/technician/care_jobs.h"

#include <chrono>
#include <ranges>
#include <system_error>

#include "drivers/sane/sane_scanner.h"
#include "kiosk/app/closing.h"
#include "kiosk/app/device_watch.h"
#include "kiosk/care/config_change.h"
#include "kiosk/care/network_printer.h"
#include "kiosk/care/report_file.h"
#include "kiosk/care/sealed_diagnostics.h"
#include "kiosk/care/test_history.h"
#include "kiosk/core/file.h"
#include "kiosk/core/log.h"
#include "kiosk/outbox/envelope.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

WallTime wall_time_of(fs::file_time_type time) {
    return std::chrono::floor<WallTime::duration>(
        std::chrono::clock_cast<std::chrono::system_clock>(time));
}

ConfigRead read_config(const CareTools& tools) {
    const auto text = read_beside(tools.config);
    if (!text) return {};
    ConfigRead read{.text = *text};
    const auto versions = former_versions({.file = tools.config, .runtime = tools.places.runtime});
    for (const fs::path& version : versions | std::views::reverse) {
        std::error_code problem;
        const auto written = fs::last_write_time(version, problem);
        if (auto former = read_beside(version))
            read.former.push_back({.name = version.stem().string(),
                                   .text = *std::move(former),
                                   .until = wall_time_of(written)});
    }
    return read;
}

ScannersListed list_scanners(const CareTools& tools) {
    ScannersListed listed;
    const auto found = list_sane_scanners(tools.places.program / "kiosk-eye");
    if (!found) return listed;
    for (const auto& [name, words] : *found)
        listed.found.push_back({DeviceKind::Scanner, words, name});
    return listed;
}

DiagnosticsGathered gather(const CareTools& tools) {
    DiagnosticsGathered gathered{.files = collect_diagnostics(tools.places, tools.config)};
    gathered.refused = refused_file(gathered.files);
    std::uintmax_t needed = 2 * kPaddingStep;
    for (const auto& [file, text] : gathered.files) needed += text.size();
    gathered.stick = look_for_stick("/media", needed);
    return gathered;
}

DiagnosticsWritten write(const CareTools& tools, const WriteDiagnostics& wish) {
    // Looked through once more: what is chosen is a part of what was.
    if (refused_file(wish.files)) return {Fault::ExportRefused};
    const auto file =
        write_diagnostics(wish.files, tools.places.state, wish.folder, SystemClock().wall());
    return file ? DiagnosticsWritten{.fault = {}, .file = *file} : DiagnosticsWritten{file.error()};
}

/// Drawn with letters of its own: a font face serves one thread.
ReportWritten write(const CareTools& tools, TestReport report) {
    const auto typeface = Typeface::open(kFontFolder);
    if (!typeface) return {.fault = typeface.error()};
    report.devices = all_devices(tools.settings);
    const auto pdf = report_pdf(*typeface, report);
    if (!pdf) return {.fault = pdf.error()};
    ReportWritten written{.stick = look_for_stick("/media", 2 * pdf->size())};
    if (written.stick.state != StickState::Ready) return written;
    written.file = written.stick.place / (report.number + ".pdf");
    if (const auto done = write_synced(written.file, *pdf); !done)
        written.fault =
            done.error() == Fault::DiskFull ? Fault::DiskFull : Fault::MediumUnavailable;
    return written;
}

struct Doing {
    const CareTools& tools;

    using Answer = std::optional<CareEvent>;

    Answer operator()(const LookOver&) const {
        return LookedOver{check_up(tools.places, tools.config)};
    }
    Answer operator()(const ReadResults&) const {
        return ResultsRead{TestHistory(tools.places.state / "tests").read_all()};
    }
    Answer operator()(const SearchDevices&) const {
        return DevicesSeen{search_devices("/"), troubles_of(tools.devices)};
    }
    Answer operator()(const AskPrinter&) const {
        return PrinterTold{network_printer(tools.settings)};
    }
    // What is not kept is still shown.
    Answer operator()(const KeepResult& keep) const {
        const auto kept = TestHistory(tools.places.state / "tests").add(keep.result);
        if (!kept) log(LogEvent::FaultSeen, {{"fault", kept.error()}});
        return std::nullopt;
    }
    Answer operator()(const ListScanners&) const { return list_scanners(tools); }
    Answer operator()(const ReadConfig&) const { return read_config(tools); }
    Answer operator()(const AskToChange& ask) const {
        return ChangeAnswered{ask_to_change(config_door(tools.places.runtime), ask.wish)};
    }
    // Whoever watches the trial changes the settings or ends it; the desk sees that.
    Answer operator()(const AnswerTrial& said) const {
        if (!ask_to_answer(config_door(tools.places.runtime), said.answer))
            log(LogEvent::FaultSeen, {{"fault", Fault::StorageFailed}});
        return std::nullopt;
    }
    Answer operator()(const ReadJournal& read) const {
        const auto text = read_journal(read.wish);
        return text ? JournalRead{*text} : JournalRead{};
    }
    Answer operator()(const GatherDiagnostics&) const { return gather(tools); }
    Answer operator()(const WriteDiagnostics& wish) const { return write(tools, wish); }
    Answer operator()(const RunTest&) const { return std::nullopt; }
    Answer operator()(const WatchCamera&) const { return std::nullopt; }
    Answer operator()(const SetControl&) const { return std::nullopt; }
    Answer operator()(const WatchForBadge&) const { return std::nullopt; }
    Answer operator()(const SetClosed& closing) const {
        if (!closing.is_wished) return closing_seen({});
        const fs::path& state = tools.places.state;
        return closing_seen(*closing.is_wished ? close_kiosk(state) : open_kiosk(state));
    }
    Answer operator()(const SetRest& set) const {
        return closing_seen(plan_rest(tools.places.state, set.rest));
    }
    Answer operator()(const PrintReport&) const { return std::nullopt; }
    Answer operator()(const WriteReport& wish) const { return write(tools, wish.report); }

    [[nodiscard]] ClosingSeen closing_seen(const Result<void>& done) const {
        const fs::path& state = tools.places.state;
        return {is_closed(state), done.has_value(), planned_rest(state)};
    }
};

}  // namespace

std::optional<CareEvent> do_job(const CareJob& job, const CareTools& tools) {
    return std::visit(Doing{tools}, job);
}

}  // namespace motlan
