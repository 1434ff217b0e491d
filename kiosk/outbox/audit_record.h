// What the audit log says (formats.md 12): a closed list of events with typed fields, chained by
// hash so that nothing can be changed, dropped or put in between unseen. Nothing here can hold a
// citizen: a field is a number, a fault, a word of ours, a dossier's random id, a hash, the number
// on a staff badge, a name that the catalogue or the settings' schema gives, or a setting's value.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/core/log.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/staff.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {

enum class AuditEvent : std::uint8_t {
    ProgramStarted,
    ProgramEnded,
    VisitStarted,
    VisitEnded,
    VisitRefused,
    DossierCommitted,
    DossierReleased,
    DossierUploaded,
    DossierAcknowledged,
    DossierRejected,
    DossierPurged,
    DossierParked,
    DossiersUnparked,
    DossierAdopted,
    DossierExported,
    FolderSetAside,
    BundleAccepted,
    BundleRefused,
    ClockUncertain,
    ScrubFinished,
    HistoryForked,
    RecordsDropped,
    StaffSignedIn,
    StaffRefused,
    StaffEnrolled,
    StaffUnlocked,
    StaffRemoved,
    HelpGranted,
    HelpEnded,
    CallTaken,
    PaperExcepted,
    DeclarationWitnessed,
    HelpEdited,
    SettingChanged,
};

/// Who did it.
enum class AuditActor : std::uint8_t { Kiosk, Link, Staff, Technician };

/// A hash of something that is kept elsewhere.
using Digest = Strong<struct DigestTag, std::string>;
[[nodiscard]] inline Digest digest_of(ByteView bytes) { return Digest(sha256(bytes)); }

/// What the catalogue calls an item or the schema a setting: letters of ours, digits, dots.
using ListedName = Strong<struct ListedNameTag, std::string>;
/// What a technician has written into kiosk.toml; in SettingChanged only.
using SettingValue = Strong<struct SettingValueTag, std::string>;

struct AuditField {
    Word name;
    std::variant<std::int64_t, Fault, Word, DossierId, Digest, StaffNumber, ListedName,
                 SettingValue>
        value;
};

/// What happened, before it has a place in the log.
struct AuditEntry {
    AuditEvent event;
    std::vector<AuditField> fields = {};
};

/// Who writes: the same for everything that one run of a program writes.
struct AuditAuthor {
    AuditActor actor = AuditActor::Kiosk;
    std::string session = {};  ///< a random id of this visit or this run
    std::string boot = {};     ///< the machine's boot id
};

/// How far a log has come.
struct AuditMark {
    std::int64_t count = 0;                   ///< records so far
    std::string hash = std::string(64, '0');  ///< of the last one; zeros before the first
    bool operator==(const AuditMark&) const = default;
};

/// One record as it is stored.
struct AuditRecord {
    std::int64_t number = 0;  ///< from 1, no gap
    std::string text;         ///< canonical JSON
    std::string hash;         ///< over the hash before and the text
    bool operator==(const AuditRecord&) const = default;
};

/// The record that follows on `last`.
[[nodiscard]] AuditRecord next_record(const AuditMark& last, const AuditEntry& entry,
                                      const AuditAuthor& author, const Clock& clock);

/// SHA-256 over the hash of the record before (64 letters) and this one's text.
[[nodiscard]] std::string chained_hash(std::string_view before, std::string_view text);

/// Reads a record's text strictly: canonical, every key, known event and actor, fields of the
/// kinds above. Fails with Fault::AuditBroken.
[[nodiscard]] Result<Tree> parse_audit_record(std::string_view text);

/// `{"count":N,"hash":H}`, read and written; nothing when it is something else.
[[nodiscard]] std::optional<AuditMark> read_mark(const Tree& tree);
[[nodiscard]] Tree to_tree(const AuditMark& mark);

/// The event's name as it stands in the log, e.g. "dossier_committed".
[[nodiscard]] std::string_view name(AuditEvent event);

}  // namespace motlan
