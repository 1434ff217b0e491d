// Any file as a recorded sentence: refused, or whole samples.
#include "kiosk/core/expects.h"
#include "kiosk/speech/clip.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    auto samples = parse_clip({bytes, size});
    if (!samples) return 0;
    expects(!samples->empty() && samples->size() % 2 == 0 && samples->size() < size);
    set_loudness(*samples, 70);
    return 0;
}
