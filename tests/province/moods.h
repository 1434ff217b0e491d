// How the province misbehaves on purpose, for tests and for showing a kiosk's answer to it.
// Everything starts out good. Thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace motlan::province {

/// up: answers truly · silent: HTTP 504 · wrong_signature: one bit of the signature is wrong ·
/// incomplete: keeps the last value back · not_found: knows nobody · stale: answers with last
/// week's words · contradictory: says "found" and keeps the last value back.
enum class SourceMood : std::uint8_t {
    Up,
    Silent,
    WrongSignature,
    Incomplete,
    NotFound,
    Stale,
    Contradictory,
};

/// good · forged: by a signer of an authority that only looks like ours · truly signed, but for
/// other_dossier, other_label or other_parts · huge: beyond its limit · fresh: signed anew each
/// time it is asked for · late: taken over, but no receipt yet.
enum class ReceiptMood : std::uint8_t {
    Good,
    Forged,
    OtherDossier,
    OtherLabel,
    OtherParts,
    Huge,
    Fresh,
    Late,
};

/// How dossiers are taken in. good · twice: every request is obeyed twice, the second answer counts
/// · deaf: obeys, then cuts the line before the answer to what stores something · busy: 503 ·
/// refusing: 403 · portal: 200 and a page for people, as a captive network does · offsets that lie:
/// ahead or behind the truth, or done: all there · careless: digests and labels are not looked at.
enum class DossierMood : std::uint8_t {
    Good,
    Twice,
    Deaf,
    Busy,
    Refusing,
    Portal,
    Ahead,
    Behind,
    Done,
    Careless,
};

/// good · forged: by a signer of an authority that only looks like ours · stale: two hours old ·
/// other_query, other_citizen: a true answer to another question · and of each dossier's events
/// forged_event · other_dossier · gap · backwards in time · contradiction: goes on after an end.
enum class FollowMood : std::uint8_t {
    Good,
    Forged,
    Stale,
    OtherQuery,
    OtherCitizen,
    ForgedEvent,
    OtherDossier,
    Gap,
    Backwards,
    Contradiction,
};

/// good · silent: 503 · forged: by a signer of an authority that only looks like ours ·
/// other_sum: a code for another sum · bad_crc · other_dossier, other_query · swapped: a fee is
/// said to be a test, and a test to be none · and of tests uncalled: no money is ever seen ·
/// unrefunded · untested: there are none here.
enum class PayMood : std::uint8_t {
    Good,
    Silent,
    Forged,
    OtherSum,
    BadCrc,
    OtherDossier,
    OtherQuery,
    Swapped,
    Uncalled,
    Unrefunded,
    Untested,
};

class Moods {
public:
    /// Sets a mood by its name above; false when there is no such name.
    bool set_source(const std::string& source, std::string_view mood);
    bool set_receipt(std::string_view mood);
    bool set_follow(std::string_view mood);
    bool set_dossiers(std::string_view mood);
    bool set_payment(std::string_view mood);

    [[nodiscard]] SourceMood source(const std::string& name) const;
    [[nodiscard]] ReceiptMood receipt() const;
    [[nodiscard]] FollowMood follow() const;
    [[nodiscard]] DossierMood dossiers() const;
    [[nodiscard]] PayMood payment() const;
    /// "receipt good", then "follow MOOD", "dossiers MOOD" and "source NAME MOOD" for each that is
    /// not good or up, separated by "; ".
    [[nodiscard]] std::string to_text() const;

private:
    mutable std::mutex mutex_;
    std::map<std::string, SourceMood> sources_;
    ReceiptMood receipt_ = ReceiptMood::Good;
    FollowMood follow_ = FollowMood::Good;
    PayMood payment_ = PayMood::Good;
    DossierMood dossiers_ = DossierMood::Good;
};

}  // namespace motlan::province
