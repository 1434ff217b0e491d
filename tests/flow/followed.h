// Dossiers that were filed before, for the tests of following them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/flow/walk.h"

namespace motlan {

/// Another person's card.
inline constexpr std::string_view kOtherCard =
    "040200000025||Người Khác Tên|15012000|Nam|Chỗ Khác|15012022";

inline constexpr std::string_view kReceiptText = "ML1:ABC";

inline WallTime hour(int hours) { return WallTime(1795398667123ms) + std::chrono::hours(hours); }

inline FollowedDossier filed(std::string code, DossierStatus status = DossierStatus::InWork) {
    FollowedDossier dossier{.id = std::string(32, 'f'),
                            .code = std::move(code),
                            .procedure = "1.000001",
                            .received = hour(0)};
    dossier.events = {{.sequence = 1, .status = DossierStatus::Accepted, .time = hour(0)},
                      {.sequence = 2, .status = status, .time = hour(1)}};
    dossier.events[0].due = hour(48);
    return dossier;
}

/// An officer wishes for a paper that a source holds, one that nobody holds, and a datum.
inline FollowedDossier asked(std::string code = "A") {
    FollowedDossier dossier = filed(std::move(code), DossierStatus::SupplementAsked);
    dossier.events.back().wishes = {{ConceptId("document.house_ownership"), "Giấy nhà", "Luật"},
                                    {ConceptId("document.lease"), "Hợp đồng", ""},
                                    {ConceptId("person.full_name"), "Họ tên", ""}};
    return dossier;
}

inline DossiersFound found(std::vector<FollowedDossier> dossiers) { return {std::move(dossiers)}; }

/// Up to where the card is shown, and then: these dossiers.
inline Walk& to_finding(Walk& walk) { return walk(FollowWished{}); }
inline Walk& to_asking(Walk& walk) { return to_finding(walk)(CardCodeRead{to_bytes(kMarkedCard)}); }
inline Walk& to_followed(Walk& walk, std::vector<FollowedDossier> dossiers) {
    return to_asking(walk)(found(std::move(dossiers)));
}

}  // namespace motlan
