// The letters of Noto Sans, regular and bold, as shapes of grey. One thread.
// Letters are drawn when first needed, so any size costs nothing until it is shown.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/ui/theme.h"

namespace motlan {

/// How much ink each pixel has, rows top to bottom.
struct Mask {
    int width = 0;
    int height = 0;
    Bytes ink;
};

/// One letter: its mask, and where it lies from the pen on the base line.
struct Letter {
    Mask mask;
    int left = 0;
    int top = 0;
};

/// Where Debian's fonts-noto-core keeps the files.
inline constexpr std::string_view kFontFolder = "/usr/share/fonts/truetype/noto";

class Typeface {
public:
    /// Opens NotoSans-Regular.ttf and NotoSans-Bold.ttf. Fails with Fault::ConfigInvalid.
    static Result<Typeface> open(const std::filesystem::path& folder);
    Typeface(Typeface&&) noexcept;
    ~Typeface();

    /// Whether the letter can be drawn.
    [[nodiscard]] bool has(char32_t letter) const;
    /// How far the pen moves, in pixels.
    [[nodiscard]] float advance(Font font, char32_t letter) const;
    [[nodiscard]] Letter draw(Font font, char32_t letter) const;
    /// Highest and lowest ink of a line, from the base line up and down, in pixels.
    [[nodiscard]] static int ascent(Font font);
    [[nodiscard]] static int descent(Font font);

private:
    struct Faces;
    explicit Typeface(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

/// The next letter of valid UTF-8; moves `text` past it. U+FFFD for a broken one.
[[nodiscard]] char32_t take_letter(std::string_view& text);

}  // namespace motlan
