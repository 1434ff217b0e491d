// What a conformance run finds: one line for each rule of config/province.yaml, kept or broken.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/province/kiosk_side.h"

namespace motlan::province {

/// How a rule was found.
struct Finding {
    std::string rule;
    std::string seen;
    bool holds = false;
};

/// What is expected of an answer: its status and, for a refusal, the code of its problem.
struct Expected {
    int status = 0;
    std::string_view code = {};
};

class Examination {
public:
    /// Notes a rule and what was seen of it.
    void note(std::string rule, bool holds, std::string seen);
    /// Notes whether a request was answered so. A refusal must be application/problem+json.
    void answered(std::string rule, const Reply& reply, const Expected& expected);

    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
    [[nodiscard]] std::size_t broken() const;
    /// One line a rule, then the sum.
    [[nodiscard]] std::string to_text() const;

private:
    std::vector<Finding> findings_;
};

/// The backend under examination and what the examiner knows of it.
struct Backend {
    std::string host;
    int port = 0;
    std::filesystem::path enrolment;
    std::filesystem::path other;  ///< a second kiosk's enrolment; empty: its rules are left out
    std::string authority;        ///< PEM
    std::string recipient;        ///< PEM, from the bundle
    std::vector<std::string> signers;       ///< of receipts, PEM, from the bundle
    std::string source;                     ///< one that the bundle names
    std::chrono::milliseconds pause{1000};  ///< between two looks at what takes seconds

    [[nodiscard]] KioskSide kiosk() const { return {enrolment, port, "tls", host}; }
    [[nodiscard]] TestDossier dossier(Flaw flaw = Flaw::None) const {
        return make_dossier(enrolment, recipient, flaw);
    }
};

/// Announces a dossier.
Reply announce(KioskSide& kiosk, const TestDossier& dossier);
/// "/v1/dossiers/ID" and what follows.
[[nodiscard]] std::string path_of(const TestDossier& dossier, std::string_view rest = "");

/// Delivers a dossier; the receipt's answer, once it is made: a backend may first say "later".
Reply take_over(KioskSide& kiosk, const TestDossier& dossier);

/// Who may speak, and how.
void examine_road(const Backend& backend, Examination& examination);
/// The bundle; fills in what it says.
void examine_bundle(Backend& backend, Examination& examination);
void examine_query(const Backend& backend, Examination& examination);
void examine_following(const Backend& backend, Examination& examination);
void examine_announcement(const Backend& backend, Examination& examination);
void examine_upload(const Backend& backend, Examination& examination);
void examine_receipt(const Backend& backend, Examination& examination);
void examine_checkpoint(const Backend& backend, Examination& examination);
void examine_payment(const Backend& backend, Examination& examination);
void examine_calls(const Backend& backend, Examination& examination);

/// All of it. A backend without a bundle that holds is examined no further.
[[nodiscard]] Examination examine(Backend backend);

}  // namespace motlan::province
