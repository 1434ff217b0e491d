#include "kiosk/core/log.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <format>
#include <string>
#include <utility>

#include "kiosk/core/log_sink.h"

namespace motlan {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({
    "program_started",      "first_picture",       "program_ended",     "visit_started",
    "visit_ended",          "fault_seen",          "dossier_committed", "dossier_uploaded",
    "dossier_acknowledged", "dossier_parked",      "upload_delayed",    "bundle_accepted",
    "bundle_refused",       "catalogue_refused",   "source_queried",    "source_answered",
    "slip_printed",         "work_saved",          "work_opened",       "device_lost",
    "device_found",         "procedures_withheld", "staff_called",      "clock_uncertain",
    "audit_checkpoint",     "scrub_finished",      "memory_unlocked",
});
static_assert(kNames.size() == std::to_underlying(LogEvent::MemoryUnlocked) + 1);

std::string to_text(const LogField& field) {
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
        return std::format(R"(,"{}":{})", field.name.text(), *number);
    }
    if (const auto* fault = std::get_if<Fault>(&field.value)) {
        return std::format(R"(,"{}":"{}")", field.name.text(), code(*fault));
    }
    return std::format(R"(,"{}":"{}")", field.name.text(), std::get<Word>(field.value).text());
}

LogSink& chosen_sink() {
    static LogSink sink = nullptr;
    return sink;
}

}  // namespace

void send_log_to(LogSink sink) { chosen_sink() = sink; }

std::string_view name(LogEvent event) { return kNames.at(std::to_underlying(event)); }

void log(LogEvent event, std::initializer_list<LogField> fields) {
    const LogSink sink = chosen_sink();
    if (sink != nullptr && sink(event, fields)) return;
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    std::string line = std::format(R"({{"time":"{:%FT%T}Z","program":"{}","event":"{}")", now,
                                   program_invocation_short_name, name(event));
    for (const LogField& field : fields) line += to_text(field);
    line += "}\n";
    // One write per line keeps lines whole between threads and programs.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace motlan
