// Any pixels: a code or none, within bounds. The first byte is the width.
#include "kiosk/imaging/qr_decode.h"

#include "kiosk/core/expects.h"
#include "kiosk/imaging/card_guide.h"
#include "kiosk/imaging/card_hint.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < 2 || bytes[0] == 0) return 0;
    const int width = bytes[0];
    const int height = static_cast<int>((size - 1) / bytes[0]);
    const auto area = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const ImageView grey{width, height, PixelFormat::Grey, ByteView(bytes + 1, area)};
    const CodeReading reading = read_code(grey);
    expects(!reading.payload ||
            (reading.payload->size() <= kPayloadLimit && !reading.step.empty()));
    (void)hint_for(grey, reading);
    if (width < 8 || height < 8) return 0;
    // The same picture again, as a camera would show it.
    CodeReader reader;
    CardGuide guide;
    for (int i = 0; i < 2; ++i) (void)guide.after(grey, reader.look(grey));
    return 0;
}
