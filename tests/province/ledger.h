// What the province has received: labels, sealed parts as they came, and for each complete dossier
// one stored receipt. A dossier is its id and the hash of its label; sending twice changes nothing.
// Thread-safe.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/clock.h"
#include "tests/province/database.h"

namespace motlan::province {

struct LabelPart {
    std::string sha256;
    std::int64_t size = 0;
};

/// A label whose signature and fields were checked.
struct Label {
    std::string dossier;
    std::string kiosk;
    std::vector<LabelPart> parts;
    Bytes document;  ///< as it was sent
};

/// How a label compares with what stands in the ledger.
enum class Announcement : std::uint8_t { New, Same, Other };

/// How far a kiosk's audit log had come, by its signed word.
struct CheckpointEntry {
    std::string signer;  ///< SHA-256 of the device certificate
    std::string kiosk;
    std::int64_t count = 0;
    std::string hash;
    std::string received;
    Bytes document;
};

/// The upload resource of one part.
struct Upload {
    std::string id;
    std::string dossier;
    int part = 0;
    LabelPart expected;
    std::int64_t offset = 0;
    bool complete = false;
};

/// What was said of a dossier at one moment.
struct LedgerEvent {
    std::int64_t sequence = 0;
    std::int64_t status = 0;
    std::string time;
    std::string due;
    Bytes document;  ///< signed
};

/// What a citizen said about the service.
struct LedgerOpinion {
    std::string kind;  ///< "rating" or "report"
    std::string form;
};

/// What is to be paid for a dossier.
struct LedgerFee {
    std::string code;  ///< of the dossier
    std::int64_t dong = 0;
    std::int64_t paid = 0;
    std::string payload;  ///< the code to pay with; empty until somebody asks
    std::string expires;
};

/// A test payment of a technician; no dossier has its id.
struct LedgerTrial {
    std::string kiosk;
    std::string payload;    ///< the code to pay with
    std::int64_t made = 0;  ///< when, in milliseconds
    std::string state;      ///< "waiting", "paid", "refunding", "refunded"
};

/// Whose an accepted dossier is, and the first word about it.
struct Filing {
    std::string citizen;  ///< empty when the form does not say
    std::string procedure;
    LedgerEvent accepted;
    std::int64_t dong = 0;                 ///< what the citizen was told to pay
    std::string supplements;               ///< the dossier that it is added to
    std::optional<LedgerOpinion> opinion;  ///< it is no dossier but an opinion
};

/// One dossier, as far as it has come.
struct LedgerEntry {
    std::string dossier;
    std::string kiosk;
    std::string label_sha256;
    std::string announced;      ///< when the label came
    std::int64_t sequence = 0;  ///< 0 until it is complete
    std::string code;           ///< empty when refused
    std::string reason;         ///< why it was refused
    std::string time;           ///< of the receipt
    std::string due;
    std::vector<LabelPart> parts;
    Bytes receipt;
    std::string token;                               ///< to carry away; while it is settled only
    Filing filing;                                   ///< while it is settled only
    std::optional<CheckpointEntry> checkpoint = {};  ///< newest of the kiosk, while settling

    [[nodiscard]] bool is_complete() const { return sequence > 0; }
};

struct PublishedBundle {
    std::int64_t version = 0;
    Bytes document;
};

class Ledger {
public:
    /// `place` is a file or "postgresql://…".
    static Result<std::unique_ptr<Ledger>> open(const std::string& place);
    /// Where the ledger of a province's folder is: what its file `database` says, else its own
    /// file `ledger.db`.
    static std::string place_in(const std::filesystem::path& folder);

    /// `time` is RFC 3339.
    Result<Announcement> announce(const Label& label, const std::string& time);
    /// Keeps a checkpoint: New, Same, or Other when a later or another history is known.
    Result<Announcement> keep_checkpoint(const CheckpointEntry& entry);
    /// The dossier when this kiosk announced it.
    Result<std::optional<LedgerEntry>> find(const std::string& dossier, const std::string& kiosk);
    /// Every dossier that is complete, in order of sequence.
    Result<std::vector<LedgerEntry>> received();
    /// The dossier of this id or code.
    Result<std::optional<LedgerEntry>> look_up(const std::string& id_or_code);

    /// The upload of a part, made under `fresh` when there is none. `fresh` is then its id.
    Result<Upload> open_upload(const std::string& dossier, int part, const std::string& fresh);
    Result<std::optional<Upload>> find_upload(const std::string& id, const std::string& kiosk);
    /// Stores bytes at the upload's offset, durably.
    Result<void> append(const Upload& upload, ByteView bytes, bool last);
    Result<void> forget(const Upload& upload);
    Result<std::vector<int>> missing_parts(const std::string& dossier);
    /// The sealed bytes of a part, as far as they have come.
    Result<Bytes> part(const std::string& dossier, int part);

    /// What a receipt is made from.
    struct Place {
        std::int64_t sequence = 0;
        int serial_of_day = 0;
    };
    /// Gives a complete dossier its place in the ledger and stores what `make` answers, in one
    /// step. When it has a receipt already, answers that one.
    using Make = std::function<Result<LedgerEntry>(const LedgerEntry&, Place)>;
    Result<LedgerEntry> settle(const std::string& dossier, const std::string& day,
                               const Make& make);

    /// The dossiers of a citizen, the newest first.
    Result<std::vector<std::string>> filed_by(const std::string& citizen, std::int64_t most);
    /// What was said of a dossier, in order.
    Result<std::vector<LedgerEvent>> events_of(const std::string& dossier);
    /// Stores what `make` answers as the next word about an accepted dossier, in one step.
    using MakeEvent = std::function<Result<LedgerEvent>(const Filing&, std::int64_t sequence)>;
    Result<LedgerEvent> add_event(const std::string& dossier, const MakeEvent& make);

    /// What is to be paid for a dossier; nothing when nothing is.
    Result<std::optional<LedgerFee>> fee_of(const std::string& dossier);
    /// From now on this is due, and nothing was paid.
    Result<void> demand(const std::string& dossier, std::int64_t dong);
    Result<void> note_code(const std::string& dossier, const std::string& payload,
                           const std::string& expires);
    Result<void> note_paid(const std::string& dossier, std::int64_t paid);
    /// A test payment as it stands.
    Result<std::optional<LedgerTrial>> trial_of(const std::string& id);
    Result<void> store_trial(const std::string& id, const LedgerTrial& trial);
    /// What citizens said, in order.
    Result<std::vector<LedgerOpinion>> opinions();

    /// The newest bundle; `make` is called with the next version when there is none as young as
    /// `not_before`.
    Result<PublishedBundle> bundle(WallTime not_before, WallTime now,
                                   const std::function<Result<Bytes>(std::int64_t version)>& make);

private:
    explicit Ledger(Database database) : database_(std::move(database)) {}
    Result<std::vector<LedgerEntry>> entries(const std::string& condition, const Row& values);
    Result<std::optional<CheckpointEntry>> newest_checkpoint(const std::string& kiosk);
    Result<std::vector<LabelPart>> parts_of(const std::string& dossier);
    Result<void> store_event(const std::string& dossier, const LedgerEvent& event);
    Result<void> store_filing(const LedgerEntry& entry);
    Result<void> store_opinion(const std::string& dossier, const LedgerOpinion& opinion);

    // Locked by every function as long as its statements belong together.
    Database database_;
};

}  // namespace motlan::province
