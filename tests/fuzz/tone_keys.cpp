// Any text and any tone keys: the text stays UTF-8 and grows by no letter.
#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/tone.h"
#include "kiosk/core/utf8.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    constexpr std::string_view kTones = "sfrxjz";
    const auto text = as_text({bytes + 1, size - 1});
    if (!is_utf8(text)) return 0;
    const std::string toned = with_tone(text, kTones[bytes[0] % kTones.size()]);
    expects(is_utf8(toned));
    expects(is_utf8(without_last_letter(toned)));
    return 0;
}
