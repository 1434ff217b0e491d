#include "kiosk/ui/typeface.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

struct Face {
    FT_Face face = nullptr;
    int em = 0;
    std::unordered_map<char32_t, long> advances;  ///< in units of the em
};

}  // namespace

struct Typeface::Faces {
    FT_Library library = nullptr;
    std::array<Face, 2> faces;

    Faces() = default;
    Faces(const Faces&) = delete;
    Faces& operator=(const Faces&) = delete;
    ~Faces() {
        for (Face& face : faces) FT_Done_Face(face.face);
        FT_Done_FreeType(library);
    }

    Face& of(Weight weight) { return faces.at(std::to_underlying(weight)); }

    long advance(Weight weight, char32_t letter) {
        Face& face = of(weight);
        const auto [entry, is_new] = face.advances.try_emplace(letter, 0);
        if (is_new && FT_Load_Char(face.face, letter, FT_LOAD_NO_SCALE) == 0) {
            entry->second = face.face->glyph->metrics.horiAdvance;
        }
        return entry->second;
    }
};

Typeface::Typeface(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
Typeface::Typeface(Typeface&&) noexcept = default;
Typeface::~Typeface() = default;

Result<Typeface> Typeface::open(const std::filesystem::path& folder) {
    auto faces = std::make_unique<Faces>();
    if (FT_Init_FreeType(&faces->library) != 0) return fail(Fault::ConfigInvalid);
    for (const Weight weight : {Weight::Regular, Weight::Bold}) {
        const auto file =
            folder / (weight == Weight::Regular ? "NotoSans-Regular.ttf" : "NotoSans-Bold.ttf");
        if (FT_New_Face(faces->library, file.c_str(), 0, &faces->of(weight).face) != 0) {
            return fail(Fault::ConfigInvalid);
        }
    }
    return Typeface(std::move(faces));
}

bool Typeface::has(char32_t letter) const {
    return FT_Get_Char_Index(faces_->of(Weight::Regular).face, letter) != 0 &&
           FT_Get_Char_Index(faces_->of(Weight::Bold).face, letter) != 0;
}

float Typeface::advance(Font font, char32_t letter) const {
    const auto units = static_cast<float>(faces_->of(font.weight).face->units_per_EM);
    return static_cast<float>(faces_->advance(font.weight, letter) * font.em) / units;
}

Letter Typeface::draw(Font font, char32_t letter) const {
    Face& face = faces_->of(font.weight);
    if (std::exchange(face.em, font.em) != font.em) {
        expects(FT_Set_Pixel_Sizes(face.face, 0, static_cast<FT_UInt>(font.em)) == 0);
    }
    if (FT_Load_Char(face.face, letter, FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT) != 0) return {};
    const FT_GlyphSlot slot = face.face->glyph;
    Letter drawn{{static_cast<int>(slot->bitmap.width), static_cast<int>(slot->bitmap.rows), {}},
                 slot->bitmap_left,
                 slot->bitmap_top};
    for (unsigned y = 0; y < slot->bitmap.rows; ++y) {
        const auto* row = slot->bitmap.buffer + std::ptrdiff_t{y} * slot->bitmap.pitch;
        drawn.mask.ink.insert(drawn.mask.ink.end(), row, row + slot->bitmap.width);
    }
    return drawn;
}

int Typeface::ascent(Font font) { return static_cast<int>(std::ceil(font.em * 1.054)); }
int Typeface::descent(Font font) { return static_cast<int>(std::ceil(font.em * 0.24)); }

char32_t take_letter(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const int more = first < 0x80    ? 0
                     : first >= 0xF0 ? 3
                     : first >= 0xE0 ? 2
                     : first >= 0xC0 ? 1
                                     : -1;
    if (more < 0 || text.size() <= static_cast<std::size_t>(more)) {
        text.remove_prefix(1);
        return U'\uFFFD';
    }
    char32_t letter = more == 0 ? first : first & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 1; i <= more; ++i) {
        letter = (letter << 6U) |
                 (static_cast<unsigned char>(text[static_cast<std::size_t>(i)]) & 0x3FU);
    }
    text.remove_prefix(static_cast<std::size_t>(more) + 1);
    return letter;
}

}  // namespace motlan
