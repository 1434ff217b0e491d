// Any bytes as the packed layers of a page: refused, or layers of the page's size that bind.
#include "kiosk/core/expects.h"
#include "kiosk/imaging/packed_layers.h"
#include "kiosk/imaging/page_file.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto layers = unpack_layers({bytes, size});
    if (!layers) return 0;
    expects(layers->width > 0 && layers->height > 0 && layers->dpi > 0);
    expects(unpack_layers(pack_layers(*layers)).value() == *layers);
    const FilePage page{*layers, {}};
    (void)bind_pages(std::span(&page, 1));
    return 0;
}
