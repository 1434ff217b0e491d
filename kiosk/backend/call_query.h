// What a kiosk tells the province of calls for help and learns of others (formats.md 4.4). One
// question does both, so that a lost answer is simply asked for again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/tree.h"
#include "kiosk/domain/call.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

/// No answer lists more kiosks.
inline constexpr std::size_t kMostCalls = 100;

/// A member of staff goes to that kiosk.
struct CallTaking {
    std::string kiosk;
    StaffNumber staff;
};

struct CallQuery {
    std::string id;                  ///< 32 random hexadecimal digits: random_id()
    std::optional<HelpCall> call{};  ///< somebody waits here
    bool is_over = false;            ///< nobody waits here any more
    std::optional<CallTaking> take{};
};

/// A call as documents spell it.
[[nodiscard]] Tree::Table to_table(const HelpCall& call);

/// The query's document.
[[nodiscard]] Tree to_tree(const CallQuery& query);

/// Reads the content of an answer to that very query, the longest wait first. Fails with
/// Fault::BackendAnswerMalformed.
[[nodiscard]] Result<CallList> parse_calls(std::string_view content, const CallQuery& query);

/// Opens an answer: signature, role and signer as `trust` says; answered within an hour of `at`.
/// Fails with Fault::BackendAnswerMalformed.
[[nodiscard]] Result<CallList> open_calls(ByteView cms, const CallQuery& query, const Trust& trust,
                                          WallTime at);

}  // namespace motlan
