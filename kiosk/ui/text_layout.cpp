#include "kiosk/ui/text_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace motlan {
namespace {

struct Measured {
    std::size_t bytes = 0;
    float width = 0;
};

/// The longest beginning of `text` that fits; at least one letter, so that a line always moves on.
Measured fitting(const Typeface& typeface, Font font, std::string_view text, float width) {
    Measured taken;
    std::string_view rest = text;
    while (!rest.empty()) {
        const float wide = taken.width + typeface.advance(font, take_letter(rest));
        if (wide > width && taken.bytes > 0) break;
        taken = {text.size() - rest.size(), wide};
    }
    return taken;
}

/// The beginning of `text` that has room with "…" behind it.
TextLine before_dots(const Typeface& typeface, Font font, std::string_view text, int width) {
    const int dots = text_width(typeface, font, "…");
    const Measured fits = fitting(typeface, font, text, static_cast<float>(width - dots));
    const std::string_view begin = text.substr(0, fits.bytes);
    return {.text = begin, .width = text_width(typeface, font, begin) + dots, .goes_on = true};
}

/// Where the line ends when all of `text` does not fit: before the last blank that does, else
/// behind the last hyphen.
std::size_t break_at(std::string_view text, std::size_t fits) {
    if (fits >= text.size() || text[fits] == ' ') return fits;
    const std::size_t blank = text.substr(0, fits).find_last_of(' ');
    if (blank != std::string_view::npos && blank > 0) return blank;
    const std::size_t hyphen = text.substr(0, fits).find_last_of('-');
    return hyphen == std::string_view::npos ? fits : hyphen + 1;
}

struct Block {
    const Typeface& typeface;
    Font font;
    int width;
};

void lay_out_paragraph(const Block& block, std::string_view text, std::vector<TextLine>& lines) {
    const auto& [typeface, font, width] = block;
    do {
        const Measured fits = fitting(typeface, font, text, static_cast<float>(width));
        const std::string_view line = text.substr(0, break_at(text, fits.bytes));
        lines.push_back({line, text_width(typeface, font, line)});
        text.remove_prefix(line.size());
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    } while (!text.empty());
}

}  // namespace

int text_width(const Typeface& typeface, Font font, std::string_view text) {
    float width = 0;
    while (!text.empty()) width += typeface.advance(font, take_letter(text));
    return static_cast<int>(std::ceil(width));
}

std::vector<TextLine> lay_out(const Typeface& typeface, Font font, std::string_view text,
                              int width) {
    std::vector<TextLine> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lay_out_paragraph({typeface, font, width}, text.substr(0, end), lines);
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

std::vector<TextLine> lay_out_balanced(const Typeface& typeface, Font font, std::string_view text,
                                       int width) {
    std::vector<TextLine> lines = lay_out(typeface, font, text, width);
    if (lines.size() < 2) return lines;
    int narrow = width / 2;
    int wide = width;
    while (wide - narrow > 8) {
        const int middle = (narrow + wide) / 2;
        auto tried = lay_out(typeface, font, text, middle);
        if (tried.size() > lines.size()) {
            narrow = middle;
        } else {
            wide = middle;
            lines = std::move(tried);
        }
    }
    return lines;
}

std::vector<TextLine> first_lines(const Typeface& typeface, Font font, std::vector<TextLine> lines,
                                  LineLimit limit) {
    const auto most = static_cast<std::size_t>(std::max(1, limit.most));
    if (lines.size() <= most) return lines;
    lines.resize(most);
    lines.back() = before_dots(typeface, font, lines.back().text, limit.width);
    return lines;
}

std::string shortened(const Typeface& typeface, Font font, std::string_view text, int width) {
    if (text_width(typeface, font, text) <= width) return std::string(text);
    return std::string(before_dots(typeface, font, text, width).text) + "…";
}

}  // namespace motlan
