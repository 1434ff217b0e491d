// The log: one line per event of a closed list, with typed fields that cannot hold a person.
// Free text is not possible. Lines go to standard error, one JSON object each; thread-safe.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

#include "kiosk/core/fault.h"

namespace motlan {

enum class LogEvent : std::uint8_t {
    ProgramStarted,
    FirstPicture,
    ProgramEnded,
    VisitStarted,
    VisitEnded,
    FaultSeen,
    DossierCommitted,
    DossierUploaded,
    DossierAcknowledged,
    DossierParked,
    UploadDelayed,
    BundleAccepted,
    BundleRefused,
    CatalogueRefused,
    SourceQueried,
    SourceAnswered,
    SlipPrinted,
    WorkSaved,
    WorkOpened,
    DeviceLost,
    DeviceFound,
    ProceduresWithheld,
    StaffCalled,
    ClockUncertain,
    AuditCheckpoint,
    ScrubFinished,
    MemoryUnlocked,
};

/// A word that our own code wrote: a literal, never text from outside.
class Word {
public:
    template <std::size_t N>
    consteval Word(const char (&literal)[N]) : text_(literal, N - 1) {}
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// One field of a log line: a number, a fault or a word of ours.
struct LogField {
    Word name;
    std::variant<std::int64_t, Fault, Word> value;
};

/// Writes one line: time, program, event, fields.
void log(LogEvent event, std::initializer_list<LogField> fields = {});

/// The event's name as it stands in the log, e.g. "dossier_committed".
[[nodiscard]] std::string_view name(LogEvent event);

}  // namespace motlan
