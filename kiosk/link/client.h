// The kiosk's side of kiosk-link. It carries bytes; the kiosk verifies them itself. Used by one
// thread; connects again by itself when the link was started anew.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "kiosk/backend/call_query.h"
#include "kiosk/backend/follow_query.h"
#include "kiosk/backend/payment_query.h"
#include "kiosk/backend/source_query.h"
#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/ipc/channel.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {

/// How the road to the province is.
struct LinkStatus {
    bool is_reachable = false;
    std::int64_t queue = 0;                ///< dossiers that wait
    std::chrono::minutes oldest{0};        ///< how long the oldest of them has waited
    std::int64_t parked = 0;               ///< those that the province refuses, for now or for good
    std::int64_t bundle = 0;               ///< version; 0 for none yet
    std::optional<Fault> last_fault = {};  ///< of the last contact
    std::optional<Fault> parked_for = {};  ///< why one of those is parked
    std::optional<Fault> audit = {};       ///< what the province says of the audit log
};

/// Every call fails with Fault::LinkUnavailable when kiosk-link does not answer.
class LinkClient {
public:
    /// `path` is "$RUNTIME_DIRECTORY/link.sock".
    static Result<LinkClient> connect(std::filesystem::path path);

    Result<LinkStatus> status();

    /// The newest bundle, signed; fails with Fault::BackendUnreachable when there is none yet.
    Result<Bytes> bundle();

    /// The source's signed answer; fails with Fault::SourceSilent, BackendUnreachable,
    /// BackendUntrusted, BackendRefused, BackendAnswerMalformed.
    Result<Bytes> query(const SourceQuery& query);

    /// The province's signed answer about a citizen's dossiers; fails with the faults of query()
    /// but SourceSilent.
    Result<Bytes> follow(const FollowQuery& query);

    /// The province's signed word about a fee; fails with the faults of query() but SourceSilent.
    Result<Bytes> pay(const PaymentQuery& query);

    /// The province's signed word on calls for help; fails with the faults of query() but
    /// SourceSilent.
    Result<Bytes> call(const CallQuery& query);

    /// Sends this dossier now and waits for its signed receipt; when patience runs out, fails
    /// with what stands in the way, Fault::BackendUnreachable when nothing is known.
    Result<Bytes> deliver(const DossierId& id, std::chrono::milliseconds patience);

private:
    LinkClient(std::filesystem::path path, Channel channel)
        : path_(std::move(path)), channel_(std::move(channel)) {}

    Result<Message> ask(const Tree& request, std::chrono::milliseconds patience);
    Result<Message> ask_once(const Tree& request, std::chrono::milliseconds patience);
    Result<Bytes> ask_for_block(const Tree& request, std::chrono::milliseconds patience);

    std::filesystem::path path_;
    std::optional<Channel> channel_;
};

}  // namespace motlan
