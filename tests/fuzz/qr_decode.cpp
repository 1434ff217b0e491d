// Pictures of any shape, up to some 2000 by 2000 pixels, drawn from few bytes: patterns of any
// grain (flat, fine, like codes), or a real code somewhere in the picture, whole, cut off or
// damaged. A code or none, within bounds; of a code that is not damaged no other payload than its
// own.
#include "kiosk/imaging/qr_decode.h"

#include <algorithm>
#include <optional>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/card_guide.h"
#include "kiosk/imaging/card_hint.h"
#include "tests/support/card_picture.h"

using namespace motlan;

namespace {

constexpr std::size_t kHeader = 8;

struct Drawn {
    Image picture;
    std::optional<Bytes> payload;  ///< the only one that may be read; none: any
};

/// 1 to 509 pixels, more often few: under the sanitizers a large picture takes seconds.
int side_of(std::uint8_t one, std::uint8_t other) { return 1 + one * other / 128; }

/// The bytes again and again, each a square of `grain` pixels.
Drawn pattern(Image picture, ByteView bytes, int grain) {
    if (bytes.empty()) return {std::move(picture), std::nullopt};
    const int columns = picture.width / grain + 1;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const auto square = static_cast<std::size_t>(y / grain * columns + x / grain);
            picture.pixels[static_cast<std::size_t>(y * picture.width + x)] =
                bytes[square % bytes.size()];
        }
    }
    return {std::move(picture), std::nullopt};
}

struct Spot {
    int x = 0;
    int y = 0;
};

/// Lays one picture on another; what reaches beyond is cut off.
void lay(const Image& piece, Spot spot, Image& picture) {
    for (int y = std::max(0, -spot.y); y < piece.height && spot.y + y < picture.height; ++y) {
        for (int x = std::max(0, -spot.x); x < piece.width && spot.x + x < picture.width; ++x) {
            picture.pixels[static_cast<std::size_t>((spot.y + y) * picture.width + spot.x + x)] =
                piece.pixels[static_cast<std::size_t>(y * piece.width + x)];
        }
    }
}

/// A code on a flat ground. The first byte says how long its payload is; of what follows that, each
/// three bytes are a square that covers something.
Drawn code_in(Image picture, ByteView bytes, ByteView header) {
    std::ranges::fill(picture.pixels, header[6]);
    if (bytes.size() < 2) return {std::move(picture), std::nullopt};
    const std::size_t size = std::min<std::size_t>(1U + bytes[0], bytes.size() - 1);
    const ByteView payload = bytes.subspan(1, size);
    const int module = 1 + header[5] % 16;
    const Image code = testing::draw_code(as_text(payload), module);
    const Spot spot{header[7] % 16 * picture.width / 16 - code.width / 4,
                    header[7] / 16 * picture.height / 16 - code.height / 4};
    lay(code, spot, picture);
    ByteView harm = bytes.subspan(1 + size);
    if (harm.size() < 3) return {std::move(picture), Bytes(payload.begin(), payload.end())};
    for (; harm.size() >= 3; harm = harm.subspan(3)) {
        Image square(module, module, PixelFormat::Grey);
        std::ranges::fill(square.pixels, harm[2]);
        lay(square, {spot.x + harm[0] * module, spot.y + harm[1] * module}, picture);
    }
    return {std::move(picture), std::nullopt};
}

Drawn draw(ByteView all) {
    const ByteView bytes = all.subspan(kHeader);
    Image picture(side_of(all[1], all[2]), side_of(all[3], all[4]), PixelFormat::Grey);
    if (all[0] % 2 == 0) return pattern(std::move(picture), bytes, 1 + all[5]);
    return code_in(std::move(picture), bytes, all.first(kHeader));
}

void check(const CodeReading& reading, const std::optional<Bytes>& payload) {
    expects(reading.pictures >= 1 && reading.modules >= 0);
    if (!reading.payload) return;
    expects(reading.payload->size() <= kPayloadLimit && !reading.step.empty());
    expects(!payload || *reading.payload == *payload);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size < kHeader) return 0;
    const auto [picture, payload] = draw({bytes, size});
    const ImageView grey = picture.view();
    const CodeReading reading = read_code(grey);
    check(reading, payload);
    (void)hint_for(grey, reading);
    if (grey.width < 8 || grey.height < 8) return 0;
    // The same picture again, as a camera would show it.
    CodeReader reader;
    CardGuide guide;
    for (int i = 0; i < 2; ++i) {
        const CodeReading next = reader.look(grey);
        check(next, payload);
        (void)guide.after(grey, next);
    }
    return 0;
}
