// Any text as province.toml of the enrolment: refused with a reason, or a plain address.
#include "kiosk/backend/enrolment.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto province = parse_province(as_text({bytes, size}), "province.toml");
    if (!province) {
        expects(!province.error().reason.empty());
        return 0;
    }
    expects(!province->host.empty() && province->host.find_first_of("/@:\\ ") == std::string::npos);
    expects(province->port >= 1 && province->port <= 65535);
    expects(!province->pins.empty() && province->pins.size() <= 2);
    return 0;
}
