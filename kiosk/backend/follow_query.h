// A citizen's question what became of his dossiers, and the province's signed answer (formats.md
// 4.1). The visit's process writes the one and verifies the other, like a source's answer.
#pragma once

#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/personal.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/follow.h"
#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

/// No answer has more dossiers, nor is it larger.
inline constexpr std::size_t kFollowLimit = 20;
inline constexpr std::size_t kFollowAnswerLimit = kDocumentLimit;

struct FollowQuery {
    std::string id;                 ///< 32 random hexadecimal digits: random_id()
    Personal<std::string> citizen;  ///< the number on the card that was just shown
    std::string consent;            ///< how the citizen agreed: "card", by showing it for this
};

/// The query's document.
[[nodiscard]] Tree to_tree(const FollowQuery& query);

/// What an answer holds for one dossier: its events as they were signed.
struct SignedHistory {
    DossierId dossier;
    std::vector<Bytes> events;
};

/// The content of an answer to that query; no event was looked at yet.
struct FollowAnswer {
    WallTime answered{};
    std::vector<SignedHistory> dossiers;
};

/// Reads the content of an answer: to this very query, about this very citizen.
/// Fails with Fault::EventForged.
[[nodiscard]] Result<FollowAnswer> parse_follow(std::string_view content, const FollowQuery& query);

/// What may be shown: dossiers whose every event holds, the newest first.
struct Followable {
    std::vector<FollowedDossier> dossiers;
    std::size_t withheld = 0;  ///< dossiers of which some event does not hold
};

/// Opens an answer and every event in it: signature, role and signer as `trust` says; answered
/// within an hour of `at`. Fails with Fault::EventForged.
[[nodiscard]] Result<Followable> open_follow(ByteView cms, const FollowQuery& query,
                                             const Trust& trust, WallTime at);

}  // namespace motlan
