#include "kiosk/imaging/text_layer.h"

#include <algorithm>
#include <cstdint>
#include <format>
#include <iterator>

#include "kiosk/core/utf8.h"
#include "kiosk/imaging/glyphless_font.h"

namespace motlan {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kAdvance = double{kGlyphlessAdvance} / kGlyphlessEm;
constexpr double kDescent = 0.2;
constexpr std::size_t kEntriesPerBlock = 100;  // Adobe note 5014, 1.4.1
constexpr char32_t kBeyondBasicPlane = 0x10000;

// UTF-16, big-endian, in hexadecimal.
std::string utf16(char32_t letter) {
    if (letter < kBeyondBasicPlane) return std::format("{:04X}", std::uint32_t{letter});
    const std::uint32_t rest = letter - kBeyondBasicPlane;
    return std::format("{:04X}{:04X}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
}

using Words = std::span<const PageWord>;

// The words of the line that begins the rest.
Words first_line(Words rest) {
    const auto end = std::ranges::find_if(
        rest, [&](const PageWord& word) { return word.line != rest.front().line; });
    return rest.first(static_cast<std::size_t>(end - rest.begin()));
}

struct Frame {
    const LettersInUse& letters;
    double scale;  ///< points per pixel
    double paper_height;
};

// A word of a line, and where what follows it begins.
struct PlacedWord {
    const PageWord& word;
    int right;  ///< the next word's left side; its own right side when it is the last
    bool is_last;
};

PlacedWord placed_word(Words line, std::size_t index) {
    const PageWord& word = line[index];
    const bool is_last = index + 1 == line.size();
    return {word, is_last ? word.left + word.width : line[index + 1].left, is_last};
}

// Each word is as wide as in the picture, the blank behind it reaches to the next word.
std::string word_drawing(const PlacedWord& placed, double size, const Frame& frame) {
    const std::string& text = placed.word.text;
    const auto count = static_cast<double>(count_letters(text)) + (placed.is_last ? 0 : 1);
    const double width = std::max(1, placed.right - placed.word.left) * frame.scale;
    const double percent = std::clamp(100 * width / (count * kAdvance * size), 1.0, 1000.0);
    return std::format("{:.1f} Tz <{}> Tj\n", percent,
                       frame.letters.codes(placed.is_last ? text : text + ' '));
}

std::string line_drawing(Words line, const Frame& frame) {
    int top = line.front().top;
    int bottom = top;
    for (const PageWord& word : line) {
        top = std::min(top, word.top);
        bottom = std::max(bottom, word.top + word.height);
    }
    const double size = std::max(1.0, (bottom - top) * frame.scale);
    const double baseline = frame.paper_height - bottom * frame.scale + kDescent * size;
    std::string drawing = std::format("/Text {:.1f} Tf 1 0 0 1 {:.1f} {:.1f} Tm\n", size,
                                      line.front().left * frame.scale, baseline);
    for (std::size_t i = 0; i < line.size(); ++i) {
        drawing += word_drawing(placed_word(line, i), size, frame);
    }
    return drawing;
}

}  // namespace

LettersInUse::LettersInUse(std::span<const PageText* const> texts) : letters_(U" ") {
    for (const PageText* text : texts) {
        for (const PageWord& word : text->words) letters_ += to_letters(word.text);
        has_text_ = has_text_ || !text->words.empty();
    }
    std::ranges::sort(letters_);
    letters_.erase(std::ranges::unique(letters_).begin(), letters_.end());
}

std::string LettersInUse::codes(std::string_view text) const {
    std::string codes;
    for (const char32_t letter : to_letters(text)) {
        const auto at = std::ranges::lower_bound(letters_, letter);
        std::format_to(std::back_inserter(codes), "{:04X}", at - letters_.begin() + 1);
    }
    return codes;
}

std::string LettersInUse::to_unicode() const {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << "
        "/Registry "
        "(Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS "
        "def\n/CMapType 2 "
        "def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t begin = 0; begin < letters_.size(); begin += kEntriesPerBlock) {
        const std::size_t end = std::min(begin + kEntriesPerBlock, letters_.size());
        map += std::format("{} beginbfchar\n", end - begin);
        for (std::size_t i = begin; i < end; ++i) {
            map += std::format("<{:04X}> <{}>\n", i + 1, utf16(letters_[i]));
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Bytes LettersInUse::glyphs() const {
    Bytes glyphs(2 * (letters_.size() + 1));
    for (std::size_t i = 3; i < glyphs.size(); i += 2) glyphs[i] = 1;
    return glyphs;
}

std::string add_invisible_font(PdfObjects& file, const LettersInUse& letters) {
    const Bytes font = glyphless_font();
    const std::string program =
        file.add_stream(font, std::format("<< /Length1 {} >>", font.size()));
    const std::string descriptor = file.add(std::format(
        "<< /Type /FontDescriptor /FontName /MotLanText /Flags 5 /FontBBox [0 -200 500 800] "
        "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 /FontFile2 {} >>",
        program));
    const std::string glyphs = file.add_stream(letters.glyphs(), "<< >>");
    const std::string unicode = file.add_stream(as_bytes(letters.to_unicode()), "<< >>");
    return file.add(std::format(
        "<< /Type /Font /Subtype /Type0 /BaseFont /MotLanText /Encoding /Identity-H /ToUnicode {} "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /MotLanText "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        "/FontDescriptor {} /DW {} /CIDToGIDMap {} >>] >>",
        unicode, descriptor, kGlyphlessAdvance, glyphs));
}

std::string text_drawing(const PageText& text, const LettersInUse& letters, double paper_height) {
    if (text.words.empty() || text.dpi <= 0) return {};
    const Frame frame{letters, kPointsPerInch / text.dpi, paper_height};
    std::string drawing = "BT 3 Tr\n";
    for (Words rest = text.words; !rest.empty();) {
        const Words line = first_line(rest);
        drawing += line_drawing(line, frame);
        rest = rest.subspan(line.size());
    }
    return drawing + "ET\n";
}

}  // namespace motlan
