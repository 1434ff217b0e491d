// Any bytes as what a province publishes: the content of a bundle and of a root, a list of
// revocations, documents laid end to end. Refused, or within their bounds.
#include "kiosk/backend/bundle.h"
#include "kiosk/core/expects.h"
#include "tests/support/authority.h"

using namespace motlan;

namespace {

const Certificate& authority() {
    static const Certificate kAuthority = testing::Authority().certificate();
    return kAuthority;
}

void read_contents(std::string_view text) {
    if (const auto bundle = parse_bundle(text)) {
        expects(bundle->version >= 1 && !bundle->receipt_signers.empty());
        expects(!bundle->recipients.empty() && bundle->recipients.size() <= 2);
        expects(bundle->file(kRevocations) != nullptr);
    }
    if (const auto root = parse_root(text)) {
        expects(root->version >= 1 && root->threshold >= 1);
        expects(root->threshold <= root->signers.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteView view(bytes, size);
    read_contents(as_text(view));
    // Nobody but this run's authority can sign these.
    expects(!parse_revocations(view, authority()));
    const auto statements = read_statements(view, authority());
    expects(!statements || statements->empty());
    return 0;
}
