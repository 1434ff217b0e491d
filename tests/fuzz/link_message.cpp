// Any request to the link, with an empty outbox and without a province: each is answered, with
// values or with a fault.
#include "kiosk/core/expects.h"
#include "kiosk/core/json.h"
#include "kiosk/link/desk.h"
#include "tests/support/authority.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

struct Link {
    testing::Folder folder;
    testing::Authority authority;
    LinkPlaces places{.state = folder.path(), .runtime = folder.path()};
    // Port 1 of this machine: nobody answers.
    Enrolment enrolment{{.host = "127.0.0.1", .port = 1, .kiosk = "K", .pins = {}},
                        authority.certificate(),
                        {},
                        folder.path() / "enrolment"};
    PrivateKey key = authority.issue("K", testing::kDevice).read_key();
    SystemClock clock;
    Board board{clock};
    Desk desk{{places, enrolment, key, clock, board}, {}};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static Link link;
    const auto body = parse_json(as_text({bytes, size}));
    if (!body) return 0;
    const Message answered = link.desk.answer({.body = *body, .blocks = {}});
    expects(answered.body.table() != nullptr);
    return 0;
}
