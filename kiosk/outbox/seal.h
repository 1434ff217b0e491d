// From a citizen's parts to sealed bytes and labels (formats.md 5). Pure: no disk, no network.
// Runs in the visit's process; what it answers holds nothing that can be read here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/domain/help.h"
#include "kiosk/outbox/label.h"
#include "kiosk/outbox/private_key.h"
#include "kiosk/outbox/sealed_bytes.h"

namespace motlan {

enum class PartKind : std::uint8_t { Form, Paper };

/// A page of a paper with which the kiosk found something wrong.
struct KeptPage {
    int page = 1;  ///< its number in the paper
    std::vector<Fault> doubts;
    std::string reason{};  ///< why a person used it all the same, one of the closed list in
                           ///< kiosk/domain/page.h; empty when it was doubted only afterwards
};

/// A part before it is sealed. The form is JSON, a paper is PDF.
struct PlainPart {
    std::string component;  ///< which item of the procedure; "form" for the form
    PartKind kind = PartKind::Paper;
    Bytes content;
    std::vector<KeptPage> kept{};  ///< told in the manifest
};

/// A paper that staff took while the source that should hold it did not answer, and the proof of
/// that; reason and verdict are words of the closed lists in kiosk/domain.
struct TakenPaper {
    std::string item;
    std::string reason;
    std::string basis;
    StaffNumber staff;
    WallTime at{};
    std::string source;
    std::string query;  ///< that was put to the source for this alone
    std::string verdict;
    WallTime asked{};
};

/// What the manifest says beside the parts.
struct ManifestWords {
    DossierId dossier;
    std::string procedure;  ///< e.g. "2.000635"
    std::string software;   ///< version()
    std::string boot;       ///< the machine's boot id
    std::int64_t bundle = 0;
    WallTime sealed{};
    bool is_time_uncertain = false;                  ///< the machine's clock was known to be wrong
    std::vector<HelpRecord> helped = {};             ///< the times that staff have helped
    std::vector<TakenPaper> taken = {};              ///< papers in the place of a silent source
    std::optional<WitnessStatement> witnessed = {};  ///< two members of staff for the citizen
};

/// Who seals, and for whom.
struct Seal {
    std::string kiosk;
    const PrivateKey& device;
    const Certificate& ca;
    std::span<const Certificate> recipients;
};

/// What a receipt must name before the dossier may be forgotten.
struct DossierMark {
    DossierId dossier;
    std::string kiosk;
    std::string label;  ///< SHA-256 of the label document as sent
    std::vector<PartMark> parts;
    bool operator==(const DossierMark&) const = default;
};

/// A dossier that can leave the process. Exactly one of its labels is ever sent: the
/// unconfirmed one when power failed before the citizen saw that the dossier is kept.
struct SealedDossier {
    DossierMark mark;  ///< with the confirmed label
    Bytes label;
    Bytes unconfirmed_label;
    std::vector<SealedBytes> parts;  ///< the manifest first
};

/// Seals the form and the papers, in this order. Fails with Fault::SealingFailed when a
/// recipient's certificate does not hold, a key fails, or words or parts break the contract.
[[nodiscard]] Result<SealedDossier> seal(std::span<const PlainPart> parts,
                                         const ManifestWords& words, const Seal& seal);

/// The running machine's boot id ("/proc/sys/kernel/random/boot_id"); empty when unknown.
[[nodiscard]] std::string boot_id();

}  // namespace motlan
