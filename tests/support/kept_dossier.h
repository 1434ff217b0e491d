// A kiosk with all its keys, a province that signs for it, and dossiers of invented people.
#pragma once

#include "kiosk/outbox/outbox.h"
#include "tests/support/authority.h"

namespace motlan::testing {

/// Words that must never be found outside a sealed part.
inline constexpr std::string_view kMarkedName = "HOÀNG THỊ MẪU CANARY";
inline constexpr std::string_view kMarkedPaper = "%PDF-1.7 canary-4417-paper";

struct Keys {
    Authority authority;
    Identity device = authority.issue("NA-VINH-03", kDevice);
    Identity receipts = authority.issue("receipts", kReceipts);
    Identity recipient = authority.issue("recipient", kRecipient);
    Identity spare = authority.issue("spare", kRecipient);
};

/// A form and one paper, sealed at that moment.
[[nodiscard]] SealedDossier sealed_dossier(const Keys& keys, WallTime at,
                                           std::size_t paper_size = 100);

/// The receipt's content for that dossier; a test may change it.
[[nodiscard]] Tree::Table receipt_table(const DossierMark& mark, WallTime at);
[[nodiscard]] Bytes sign(const Tree::Table& content, const Identity& signer, WallTime at);

/// A good receipt.
[[nodiscard]] Bytes receipt_for(const DossierMark& mark, const Keys& keys, WallTime at);

/// Every dossier is kept in files, as those are that the store does not take.
inline constexpr StoreLimits kAllInFiles{.dossier = 0};

/// An outbox under that folder, small enough for a small disk.
[[nodiscard]] OutboxPlace place_of(const Keys& keys, const std::filesystem::path& state,
                                   StoreLimits limits = {});

}  // namespace motlan::testing
