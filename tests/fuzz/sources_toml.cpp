// Any text as a register of sources: refused with a reason, or read.
#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/toml.h"
#include "kiosk/domain/source.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto tree = parse_toml(as_text({bytes, size}), "sources.toml");
    if (!tree) return 0;
    const auto known = SourceRegister::parse(*tree, "sources.toml");
    if (!known) expects(!known.error().reason.empty());
    return 0;
}
