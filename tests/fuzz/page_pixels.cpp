// Pixels of any size and content go through the page pipeline: small pictures stretched to the
// sizes that matter, so that a run stays quick. What comes of it is taken apart as for its file.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/legible.h"
#include "kiosk/imaging/page_layers.h"
#include "kiosk/imaging/prepared_page.h"
#include "kiosk/imaging/still_page.h"

using namespace motlan;

namespace {

constexpr std::size_t kHeader = 6;

// The bytes again and again, each as wide as `grain` pixels.
Image stretched(ByteView bytes, int width, int height, PixelFormat format, std::size_t grain) {
    Image image(width, height, format);
    for (std::size_t i = 0; i < image.pixels.size() && !bytes.empty(); ++i) {
        image.pixels[i] = bytes[i / grain % bytes.size()];
    }
    return image;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < kHeader) return 0;
    const ByteView all(bytes, size);
    const int width = 1 + all[0] * 3;
    const int height = 1 + all[1] * 3;
    const auto format = all[2] % 2 == 0 ? PixelFormat::Grey : PixelFormat::Rgb;
    const Image image = stretched(all.subspan(kHeader), width, height, format, 1U + all[3]);
    const PageOptions options{.source = all[4] % 2 == 0 ? PageSource::Scan : PageSource::Photo,
                              .dpi = all[5] * 3,
                              .takes_all = all[4] / 2 % 2 == 1,
                              .earlier = {}};
    const auto page = prepare_page(image.view(), options);
    if (page) {
        expects(page->picture.width > 0 && page->dpi > 0 && page->dpi <= kPageDpi);
        const InkMasks ink = split_ink(page->picture.view());
        expects(take_apart(page->picture.view(), page->dpi, ink).has_value());
        expects(legible_ink(ink, page->dpi).width == page->picture.width);
        const std::array earlier{page->report.fingerprint};
        PageOptions again = options;
        again.earlier = earlier;
        expects(prepare_page(image.view(), again).has_value());
    }
    StillPage still;
    [[maybe_unused]] const PaperHint sight = still.after(image.view(), {});
    return 0;
}
