#include "kiosk/programs/service.h"

#include <sys/stat.h>
#include <sys/uio.h>
#include <syslog.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <format>
#include <string>
#include <vector>

#include "kiosk/core/log_sink.h"

namespace motlan {
namespace {

std::string to_text(const LogField& field) {
    if (const auto* number = std::get_if<std::int64_t>(&field.value))
        return std::format("{}", *number);
    if (const auto* fault = std::get_if<Fault>(&field.value)) return std::string(code(*fault));
    return std::string(std::get<Word>(field.value).text());
}

/// A journal field's name holds capitals, digits and underscores only (systemd.journal-fields(7)).
std::string field_name(std::string_view name) {
    std::string upper = "MOTLAN_";
    for (const char letter : name)
        upper += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    return upper;
}

int priority(LogEvent event) {
    switch (event) {
        case LogEvent::FaultSeen:
        case LogEvent::DossierParked:
        case LogEvent::BundleRefused:
        case LogEvent::CatalogueRefused:
        case LogEvent::DeviceLost:
        case LogEvent::ClockUncertain:
        case LogEvent::MemoryUnlocked: return LOG_WARNING;
        case LogEvent::ProceduresWithheld:
        case LogEvent::StaffCalled: return LOG_NOTICE;
        case LogEvent::ProgramStarted:
        case LogEvent::FirstPicture:
        case LogEvent::ProgramEnded:
        case LogEvent::VisitStarted:
        case LogEvent::VisitEnded:
        case LogEvent::DossierCommitted:
        case LogEvent::DossierUploaded:
        case LogEvent::DossierAcknowledged:
        case LogEvent::UploadDelayed:
        case LogEvent::BundleAccepted:
        case LogEvent::SourceQueried:
        case LogEvent::SourceAnswered:
        case LogEvent::SlipPrinted:
        case LogEvent::WorkSaved:
        case LogEvent::WorkOpened:
        case LogEvent::DeviceFound:
        case LogEvent::AuditCheckpoint:
        case LogEvent::ScrubFinished: return LOG_INFO;
    }
    return LOG_INFO;
}

bool write_entry(LogEvent event, std::span<const LogField> fields) {
    std::string message(name(event));
    std::vector<std::string> lines = {std::format("PRIORITY={}", priority(event)),
                                      std::format("MOTLAN_EVENT={}", name(event))};
    for (const LogField& field : fields) {
        const std::string text = to_text(field);
        message += std::format(" {}={}", field.name.text(), text);
        lines.push_back(std::format("{}={}", field_name(field.name.text()), text));
    }
    lines.push_back("MESSAGE=" + message);
    std::vector<iovec> entry;
    entry.reserve(lines.size());
    for (std::string& line : lines) entry.push_back({line.data(), line.size()});
    return sd_journal_sendv(entry.data(), static_cast<int>(entry.size())) == 0;
}

/// $JOURNAL_STREAM names the device and inode of the stream that systemd gave (systemd.exec(5)).
bool is_in_journal() {
    const char* stream = std::getenv("JOURNAL_STREAM");
    struct stat error{};
    return stream != nullptr && ::fstat(STDERR_FILENO, &error) == 0 &&
           stream == std::format("{}:{}", error.st_dev, error.st_ino);
}

}  // namespace

void tell_ready() { static_cast<void>(sd_notify(0, "READY=1")); }

void tell_alive() {
    using Seconds = std::chrono::time_point<std::chrono::steady_clock, std::chrono::seconds>;
    static std::atomic<Seconds> last{Seconds{}};
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::steady_clock::now());
    if (last.exchange(now) != now) static_cast<void>(sd_notify(0, "WATCHDOG=1"));
}

void log_to_journal() {
    if (is_in_journal()) send_log_to(write_entry);
}

}  // namespace motlan
