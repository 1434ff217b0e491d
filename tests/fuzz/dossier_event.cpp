// Any text as the content of an event: refused, or every field within its bounds, and its history
// has it as it is.
#include "kiosk/outbox/dossier_event.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto event = parse_event(as_text({bytes, size}));
    if (!event) return 0;
    const DossierEvent& said = event->event;
    expects(said.sequence >= 1 && said.sequence <= static_cast<std::int64_t>(kEventLimit));
    expects(said.wishes.size() <= kWishLimit && said.dong >= 0);
    expects(said.words.size() <= 2000 && !said.unit.empty() && !event->code.empty());
    expects(!said.is_apology || said.due);
    const auto joined = join_events(event->dossier, {&*event, 1}, said.time);
    if (!joined) return 0;
    expects(said.sequence == 1 && joined->received == said.time && joined->events.size() == 1);
    return 0;
}
