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

/// good · forged: by a signer of an authority that only looks like ours · other_dossier: a true
/// signature for another dossier · late: taken over, but no receipt yet.
enum class ReceiptMood : std::uint8_t { Good, Forged, OtherDossier, Late };

class Moods {
public:
    /// Sets a mood by its name above; false when there is no such name.
    bool set_source(const std::string& source, std::string_view mood);
    bool set_receipt(std::string_view mood);

    [[nodiscard]] SourceMood source(const std::string& name) const;
    [[nodiscard]] ReceiptMood receipt() const;
    /// "receipt good", then "source NAME MOOD" for each that is not up, separated by "; ".
    [[nodiscard]] std::string to_text() const;

private:
    mutable std::mutex mutex_;
    std::map<std::string, SourceMood> sources_;
    ReceiptMood receipt_ = ReceiptMood::Good;
};

}  // namespace motlan::province
