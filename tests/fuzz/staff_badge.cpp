// Any text as a staff badge: refused, or every field within its bounds; and nothing is believed
// that nobody signed.
#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"
#include "kiosk/staff/badge.h"
#include "tests/support/authority.h"

using namespace motlan;

namespace {

const BadgeTrust& nobody() {
    static const testing::Authority kAuthority;
    static const BadgeTrust kTrust{
        kAuthority.certificate(),
        {kAuthority.issue("badges", "1.3.6.1.4.1.55555.7.6").read_certificate()},
        {}};
    return kTrust;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = as_text({bytes, size});
    expects(!verify_badge(text, nobody(), WallTime{}));
    const auto read = parse_badge(text);
    if (!read) return 0;
    expects(is_badge_code(text) && text.size() <= kBadgeCodeLimit);
    expects(is_staff_number(read->badge.who.number.value()));
    expects(!read->badge.who.name.empty() && is_utf8(read->badge.who.name));
    expects(read->badge.id.value().size() == 16);
    return 0;
}
