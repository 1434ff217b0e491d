// Every path of config/province.yaml as plain functions from a request to an answer.
// Thread-safe: what it holds is either constant or locks itself.
#pragma once

#include <chrono>
#include <expected>
#include <string_view>
#include <vector>

#include "kiosk/core/clock.h"
#include "tests/province/calls.h"
#include "tests/province/http.h"
#include "tests/province/ledger.h"
#include "tests/province/moods.h"
#include "tests/province/office.h"
#include "tests/province/pace.h"
#include "tests/province/publisher.h"
#include "tests/province/sources.h"

namespace motlan::province {

/// What the desk works with; everything outlives it.
struct DeskTools {
    const OfficeKeys& keys;
    const Identity& answers;  ///< signs what the sources say
    Publisher& publisher;     ///< makes bundles
    const Sources& sources;
    const Moods& moods;
    Ledger& ledger;
    Calls& calls;
    const Clock& clock;
    std::chrono::milliseconds source_patience;  ///< how long a silent source is waited for
};

class Desk {
public:
    explicit Desk(DeskTools tools) : tools_(tools) {}

    /// In the mood that the province is in.
    [[nodiscard]] Answer answer(const Request& request);

private:
    using Names = std::vector<std::string_view>;

    Answer answer_in_mood(const Request& request);
    Answer obey(const Request& request);
    Answer dossier(const Request& request, const Names& names);
    Answer bundle(const Request& request);
    Answer bundle_file(std::string_view sha256);
    Answer query(const Request& request);
    Answer follow(const Request& request);
    Answer pay(const Request& request);
    Answer calls(const Request& request);
    using Content = std::expected<Tree::Table, Refusal>;
    Content fee_content(const std::string& dossier, bool is_new_wished);
    Content trial_content(const std::string& kiosk, const std::string& id, bool is_refund_wished);
    Result<LedgerFee> with_code(const std::string& dossier, LedgerFee fee, bool is_new_wished);
    Result<Tree::List> histories(const std::string& citizen);
    Answer checkpoint(const Request& request);
    Answer announce(const Request& request, std::string_view id);
    Answer open_upload(const Request& request, const LedgerEntry& entry, std::string_view part);
    Answer upload(const Request& request, std::string_view id);
    Answer append(const Request& request, const Upload& upload);
    Answer forget(const Request& request, const Upload& upload);
    Answer complete(const LedgerEntry& entry);
    bool is_own_supplement(const Filing& filing);
    Answer receipt(const LedgerEntry& entry);
    Result<Bytes> played_receipt(const LedgerEntry& entry, ReceiptMood mood);
    Answer status(const LedgerEntry& entry);

    DeskTools tools_;
    Pace payments_{60, std::chrono::seconds(60)};    ///< a kiosk looks every two seconds
    Pace calls_pace_{60, std::chrono::seconds(60)};  ///< looks and calls, every five seconds each
    Pace follows_{30, std::chrono::seconds(60)};     ///< a minute holds no more visits than that
};

/// A signed document as an answer; "later" when it could not be made.
[[nodiscard]] Answer signed_document(const Result<Bytes>& document);

}  // namespace motlan::province
