// Any bytes as the words of a page: refused, or words that lie on the page and travel unchanged.
#include "kiosk/core/expects.h"
#include "kiosk/eye/text_words.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto text = text_of({bytes, size});
    if (!text) return 0;
    for (const PageWord& word : text->words) {
        expects(word.left + word.width <= text->width && word.top + word.height <= text->height);
    }
    expects(text_of(words_of(*text)).value() == *text);
    return 0;
}
