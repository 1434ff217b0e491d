// Any text as a procedure: refused with a reason, or one that can be planned.
#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/toml.h"
#include "kiosk/domain/procedure.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const SourceRegister kSources;
    static const CivilDate kToday = CivilDate::make(2026, 11, 23).value();
    const auto tree = parse_toml(as_text({bytes, size}), "procedure.toml");
    if (!tree) return 0;
    const auto procedure = parse_procedure(*tree, "procedure.toml", kSources, kToday);
    if (!procedure) expects(!procedure.error().reason.empty());
    return 0;
}
