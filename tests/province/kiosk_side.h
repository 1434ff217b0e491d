// A kiosk for the province's own tests: seals and signs by the formats with OpenSSL, and speaks
// HTTP over TLS as a kiosk does. Small on purpose; the real one is in kiosk/outbox and
// kiosk/backend and is not used here.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/province/document.h"

namespace motlan::province {

/// What the province answered; status 0 when the connection broke or was refused.
struct Reply {
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers;  ///< names in small letters

    [[nodiscard]] std::string header(const std::string& name) const {
        const auto at = headers.find(name);
        return at == headers.end() ? std::string() : at->second;
    }
    /// The error code of a problem, e.g. "PRV-06".
    [[nodiscard]] std::string code() const;
};

using Headers = std::map<std::string, std::string>;

class KioskSide {
public:
    /// Speaks with the keys of an enrolment folder; `identity` is the file name of the
    /// certificate it shows, empty for none.
    KioskSide(const std::filesystem::path& enrolment, int port, const std::string& identity = "tls",
              const std::string& host = "127.0.0.1");
    KioskSide(KioskSide&&) noexcept;
    KioskSide& operator=(KioskSide&&) noexcept;
    ~KioskSide();

    /// Sends one request. A body needs a "Content-Type" among the headers.
    Reply send(const std::string& method, const std::string& path, const Headers& headers = {},
               const std::string& body = {});
    /// Appends to an upload with its digest.
    Reply append(const std::string& upload, std::size_t offset, std::string_view bytes, bool last);
    /// Makes or finds the upload of a part and answers its location.
    std::string upload_of(const std::string& dossier, int part);
    /// Asks a source under a consent, about a company where its tax code is given.
    Reply query(const std::string& citizen, const std::string& source,
                const std::vector<std::string>& concepts, const std::string& company = {});
    /// Asks what became of a citizen's dossiers.
    Reply follow(const std::string& citizen, const std::string& query = random_id());
    /// Speaks at most TLS 1.2 from now on.
    void use_old_tls();

private:
    struct Wire;
    std::unique_ptr<Wire> wire_;
};

/// A dossier as it leaves a kiosk.
struct TestDossier {
    std::string id;
    std::string label;               ///< signed document
    std::vector<std::string> parts;  ///< sealed
};

/// What may be wrong with a dossier on purpose.
enum class Flaw : std::uint8_t {
    None,
    ManifestOfOther,
    ManifestSigner,
    PartContent,
    Padding,
    Form
};

/// Whose dossiers make_dossier() makes.
inline constexpr const char* kFiler = "040200000017";

/// A dossier with one paper, sealed to the recipient and signed with the keys of `enrolment`.
[[nodiscard]] TestDossier make_dossier(const std::filesystem::path& enrolment,
                                       const std::string& recipient, Flaw flaw = Flaw::None);
/// The same with these parts: a form, then papers.
[[nodiscard]] TestDossier make_dossier(const std::filesystem::path& enrolment,
                                       const std::string& recipient,
                                       const std::vector<std::string>& parts, Flaw flaw);

/// The label for a dossier's id and parts; or for parts that it only claims to have.
[[nodiscard]] std::string sign_label(const std::filesystem::path& enrolment,
                                     const TestDossier& dossier);
[[nodiscard]] std::string sign_label(const std::filesystem::path& enrolment, const std::string& id,
                                     Tree::List parts);

/// How far the kiosk's audit log has come, in its word.
[[nodiscard]] std::string sign_checkpoint(const std::filesystem::path& enrolment,
                                          std::int64_t count, const std::string& hash);

/// Announces, uploads every part in pieces of `piece` bytes, completes.
Reply deliver(KioskSide& kiosk, const TestDossier& dossier, std::size_t piece = 50'000);

}  // namespace motlan::province
