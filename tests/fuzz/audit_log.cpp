// Any text as a record of the audit log or the content of a checkpoint, as a disk in other hands
// may hold it: refused, or exactly the text that would be written again.
#include "kiosk/core/expects.h"
#include "kiosk/core/json.h"
#include "kiosk/outbox/audit_checkpoint.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = as_text({bytes, size});
    const auto record = parse_audit_record(text);
    if (record) expects(to_json(*record) == text);
    const auto checkpoint = parse_checkpoint(text);
    if (checkpoint) expects(checkpoint->mark.count > 0 && is_sha256(checkpoint->mark.hash));
    return 0;
}
