// The paths of config/province.yaml as functions. Carries documents, believes none: signatures
// are verified by those who asked. Used by one thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "kiosk/backend/https.h"
#include "kiosk/backend/stretch.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {

/// Where an upload stands. The province's offset rules; the kiosk remembers none.
struct Upload {
    std::string location;  ///< path on the same server
    std::int64_t offset = 0;
    bool is_complete = false;
    std::int64_t append_limit = std::int64_t{1} << 20U;
};

/// What the province made of "all parts are there".
struct Completion {
    Bytes receipt;                   ///< empty: not made yet, ask later
    bool are_parts_missing = false;  ///< start again from the announcement
};

/// Faults of all: BackendUnreachable (try later), BackendUntrusted, BackendRefused (the same
/// bytes will be refused again), BackendAnswerMalformed.
class ProvinceClient {
public:
    explicit ProvinceClient(HttpsClient https) : https_(std::move(https)) {}

    /// The newest bundle; nothing when it is version `known`. Who knows none, 0, always gets one.
    Result<std::optional<Bytes>> bundle(std::int64_t known);
    /// A file of a bundle by its hash: at most `size` bytes are read.
    Result<Bytes> bundle_file(std::string_view sha256, std::int64_t size);
    /// Asks a source. Fails with Fault::SourceSilent as well.
    Result<Bytes> query(std::string_view query);
    /// Asks what became of a citizen's dossiers.
    Result<Bytes> follow(std::string_view query);

    /// The province's signed word about a fee.
    Result<Bytes> pay(std::string_view query);
    /// The province's signed word on calls for help.
    Result<Bytes> call(std::string_view query);
    /// Tells how far the audit log has come. Fails with Fault::AuditForked when the province has
    /// seen a later or another history of this kiosk.
    Result<void> send_checkpoint(ByteView checkpoint);
    Result<void> announce(const DossierId& id, ByteView label);
    Result<Upload> open_upload(const DossierId& id, std::size_t part);
    /// Appends at the upload's offset and moves it on; when the province stands elsewhere, to
    /// there.
    Result<void> append(Upload& upload, ByteView piece, bool is_last);
    Result<Completion> complete(const DossierId& id);

    /// How large a piece should be at most on this road.
    [[nodiscard]] std::int64_t wise_piece() const { return stretch_.piece(); }

    /// How long the province asked to be left alone in its last answer; zero when it did not.
    [[nodiscard]] std::chrono::seconds asked_pause() const { return asked_pause_; }

private:
    Result<HttpAnswer> ask(const HttpRequest& request);
    Result<HttpAnswer> put_question(std::string path, std::string_view query, std::size_t limit);

    HttpsClient https_;
    std::chrono::seconds asked_pause_{0};
    Stretch stretch_;
};

}  // namespace motlan
