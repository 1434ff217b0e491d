#include "kiosk/ui/widgets/long_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/ui/text_layout.h"

namespace motlan {
namespace {

/// The words of these lines, as they stand in the text that was laid out.
std::string joined(const std::vector<TextLine>& lines, std::size_t first, std::size_t end) {
    const std::string_view last = lines[end - 1].text;
    return {lines[first].text.data(), last.data() + last.size()};
}

}  // namespace

std::vector<TextPart> parts_of(const Ui& ui, const Phrase& phrase, TextStyle style, PartSize size) {
    if (style.id.empty()) style.id = phrase.key;
    const Font font = ui.theme().font(style.role, style.weight);
    const int line = ui.theme().line_height(style.role);
    const auto lines = lay_out(ui.typeface(), font, phrase.shown, size.width);
    const auto most = static_cast<std::size_t>(lines_in(ui, style.role, size.most_high));
    std::vector<TextPart> parts;
    for (std::size_t first = 0; first < lines.size(); first += most) {
        const std::size_t end = std::min(lines.size(), first + most);
        TextStyle own = style;
        if (first > 0) own.id += "." + std::to_string(first);
        Phrase words = lines.size() <= most ? phrase : plain(joined(lines, first, end));
        parts.push_back({std::move(words), std::move(own), line * static_cast<int>(end - first)});
    }
    return parts;
}

}  // namespace motlan
