#include "tests/support/printed_page.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"

namespace motlan::testing {
namespace {

constexpr int kHalfInk = 128;

void ink(PrintedPage& page, const FT_GlyphSlot& glyph, int pen, int base) {
    const auto row_bytes = static_cast<std::size_t>(page.width / 8);
    const FT_Bitmap& mask = glyph->bitmap;
    for (int y = 0; y < static_cast<int>(mask.rows); ++y) {
        for (int x = 0; x < static_cast<int>(mask.width); ++x) {
            if (mask.buffer[y * mask.pitch + x] < kHalfInk) continue;
            const int across = pen + glyph->bitmap_left + x;
            const int down = base - glyph->bitmap_top + y;
            if (across < 0 || down < 0 || across >= page.width || down >= page.height) continue;
            page.bits[static_cast<std::size_t>(down) * row_bytes +
                      static_cast<std::size_t>(across / 8)] |=
                static_cast<std::uint8_t>(0x80U >> static_cast<unsigned>(across % 8));
        }
    }
}

void print(PrintedPage& page, FT_Face face, const PrintedLine& line) {
    expects(FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(line.em)) == 0);
    int pen = line.left;
    for (const char32_t letter : to_letters(line.text)) {
        expects(FT_Load_Char(face, letter, FT_LOAD_RENDER) == 0);
        ink(page, face->glyph, pen, line.base);
        pen += static_cast<int>(face->glyph->advance.x >> 6);
    }
}

}  // namespace

PrintedPage print_page(const std::vector<PrintedLine>& lines) {
    PrintedPage page;
    page.bits.resize(static_cast<std::size_t>(page.width / 8) *
                     static_cast<std::size_t>(page.height));
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    expects(FT_Init_FreeType(&library) == 0);
    expects(FT_New_Face(library, "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", 0,
                        &face) == 0);
    for (const PrintedLine& line : lines) print(page, face, line);
    FT_Done_FreeType(library);
    return page;
}

}  // namespace motlan::testing
