// Any text as a list of units: refused with a reason, or read.
#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/toml.h"
#include "kiosk/domain/units.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto tree = parse_toml(as_text({bytes, size}), "units.toml");
    if (!tree) return 0;
    const auto known = Units::parse(*tree, "units.toml");
    if (!known) expects(!known.error().reason.empty());
    return 0;
}
