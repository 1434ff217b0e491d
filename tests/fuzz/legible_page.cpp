// The ink of any page, as the eye hands it to the reader: what leads to and from the recogniser
// takes every size and every bit.
#include <cstddef>
#include <cstdint>

#include "kiosk/core/expects.h"
#include "kiosk/reading/coverage.h"
#include "kiosk/reading/dotted_lines.h"
#include "kiosk/reading/ruled_lines.h"

using namespace motlan;

namespace {

constexpr std::size_t kHeader = 6;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < kHeader) return 0;
    const ByteView all(bytes, size);
    const int width = 1 + all[0] * 4;
    const int dpi = all[1] * 3;
    // Few bytes make a page, again and again.
    const ByteView rest = all.subspan(kHeader - 1);
    Bytes bits(static_cast<std::size_t>(width + 7) / 8 * (1 + all[2] * 4U));
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] = rest[i % rest.size()];
    const LegiblePage page{.width = width, .height = 1 + all[2] * 4, .dpi = dpi, .bits = bits};
    if (!page.is_sound()) return 0;
    expects(without_dotted_lines(page).size() == bits.size());
    static_cast<void>(ruled_bytes(page));
    PageText text{.width = width, .height = page.height, .dpi = dpi, .words = {}};
    text.words.push_back(
        {.text = "a", .left = all[3], .top = all[4], .width = all[5], .height = 9});
    const double share = read_share(page, text);
    expects(share >= 0 && share <= 1);
    static_cast<void>(unread_areas(page, text));
    return 0;
}
