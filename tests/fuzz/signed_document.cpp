// Any bytes as a signed document: opened without a crash, and believed by nobody, because no
// seed holds a signature of an authority that was made a moment ago.
#include "kiosk/outbox/signed_document.h"

#include "kiosk/core/expects.h"
#include "tests/support/authority.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const Certificate kCa = testing::Authority().certificate();
    const auto opened = open_old_document({bytes, size}, {.ca = kCa, .role = Role::Receipt});
    expects(!opened);
    return 0;
}
