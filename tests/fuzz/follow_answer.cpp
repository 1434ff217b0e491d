// Any text as the province's answer about a citizen's dossiers: refused, or within its bounds.
#include "kiosk/backend/follow_query.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const FollowQuery kQuery{.id = std::string(32, '7'),
                                    .citizen = Personal<std::string>("040200000017"),
                                    .consent = "card"};
    const auto answer = parse_follow(as_text({bytes, size}), kQuery);
    if (!answer) return 0;
    expects(answer->dossiers.size() <= kFollowLimit);
    for (const SignedHistory& history : answer->dossiers) expects(!history.events.empty());
    return 0;
}
