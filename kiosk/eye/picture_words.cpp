#include "kiosk/eye/picture_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace motlan {
namespace {

constexpr auto kCodings = std::to_array<std::string_view>(
    {"jpeg", "png", "jpeg2000", "raw_grey", "raw_rgb", "raw_yuyv", "layers"});
static_assert(kCodings.size() == std::to_underlying(kLayers) + 1);

constexpr int kLongestSide = 1 << 20;
constexpr int kHighestDpi = 4800;

// A number that must be there and lie between 0 and `most`.
std::optional<int> small_number(const Tree& words, std::string_view key, int most) {
    const std::int64_t number = words.number_at(key, -1);
    if (number < 0 || number > most) return std::nullopt;
    return static_cast<int>(number);
}

}  // namespace

Tree::Table words_of(const EncodedView& picture) {
    return {{"coding", kCodings.at(std::to_underlying(picture.coding))},
            {"width", picture.width},
            {"height", picture.height},
            {"dpi", picture.dpi},
            {"bytes", static_cast<std::int64_t>(picture.bytes.size())}};
}

Result<EncodedView> picture_of(const Tree& words, ByteView block) {
    const auto coding = std::ranges::find(kCodings, words.text_at("coding"));
    const auto width = small_number(words, "width", kLongestSide);
    const auto height = small_number(words, "height", kLongestSide);
    const auto dpi = small_number(words, "dpi", kHighestDpi);
    const std::int64_t bytes = words.number_at("bytes", -1);
    if (coding == kCodings.end() || !width || !height || !dpi ||
        bytes != static_cast<std::int64_t>(block.size())) {
        return fail(Fault::MessageMalformed);
    }
    return EncodedView{static_cast<PictureCoding>(coding - kCodings.begin()), *width, *height, *dpi,
                       block};
}

Tree::Table words_of(const Image& image) {
    return {{"width", image.width}, {"height", image.height}};
}

Result<Image> image_of(const Tree& words, ByteView block) {
    const auto width = small_number(words, "width", kLongestSide);
    const auto height = small_number(words, "height", kLongestSide);
    if (!width || !height ||
        static_cast<std::size_t>(*width) * static_cast<std::size_t>(*height) * 4 != block.size()) {
        return fail(Fault::MessageMalformed);
    }
    Image image(*width, *height, PixelFormat::Rgba);
    std::ranges::copy(block, image.pixels.begin());
    return image;
}

}  // namespace motlan
