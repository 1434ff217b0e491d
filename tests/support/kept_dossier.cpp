#include "tests/support/kept_dossier.h"

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan::testing {

SealedDossier sealed_dossier(const Keys& keys, WallTime at, std::size_t paper_size) {
    const std::string form = R"({"person":")" + std::string(kMarkedName) + R"("})";
    Bytes paper = to_bytes(kMarkedPaper);
    paper.resize(std::max(paper.size(), paper_size), 'p');
    const std::vector<PlainPart> parts{{"form", PartKind::Form, to_bytes(form)},
                                       {"old_extract", PartKind::Paper, std::move(paper)}};
    const std::vector<Certificate> recipients{keys.recipient.read_certificate(),
                                              keys.spare.read_certificate()};
    const ManifestWords words{.dossier = new_dossier_id().value(),
                              .procedure = "2.000635",
                              .software = "1.0.0",
                              .boot = boot_id(),
                              .bundle = 7,
                              .sealed = at};
    const PrivateKey device = keys.device.read_key();
    const Certificate ca = keys.authority.certificate();
    return seal(parts, words, {"NA-VINH-03", device, ca, recipients}).value();
}

Tree::Table receipt_table(const DossierMark& mark, WallTime at) {
    Tree::List parts;
    for (const PartMark& part : mark.parts) parts.emplace_back(part.sha256);
    return {{"code", "H41-261123-0001"},
            {"dossier", mark.dossier.value()},
            {"due", to_timestamp(at + std::chrono::days(2))},
            {"event", "SubmissionAcceptance"},
            {"kiosk", mark.kiosk},
            {"label", mark.label},
            {"parts", std::move(parts)},
            {"place", "Quầy số 3"},
            {"sequence", 1},
            {"time", to_timestamp(at)},
            {"type", "motlan-receipt"},
            {"version", 1}};
}

Bytes sign(const Tree::Table& content, const Identity& signer, WallTime at) {
    return sign_document(as_bytes(to_json(Tree(content))), signer.read_key(), at).value();
}

Bytes receipt_for(const DossierMark& mark, const Keys& keys, WallTime at) {
    return sign(receipt_table(mark, at), keys.receipts, at);
}

OutboxPlace place_of(const Keys& keys, const std::filesystem::path& state, StoreLimits limits) {
    return {.folder = state / "outbox",
            .ca = keys.authority.certificate(),
            .room = {.worst_dossier = 1 << 20, .reserve = 1 << 20, .given_up = 1 << 16},
            .limits = limits};
}

}  // namespace motlan::testing
