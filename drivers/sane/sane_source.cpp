#include "drivers/sane/sane_source.h"

#include <algorithm>
#include <cctype>

namespace motlan {
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return text;
}

// These words are in the names of every backend that Debian packages ("Automatic Document Feeder",
// "ADF Front", "ADF Back", "ADF Duplex", "Document Feeder Left Aligned", "Duplex").
bool names_feeder(std::string text) {
    text = lower(std::move(text));
    return text.contains("feeder") || text.contains("adf");
}

bool names_back(std::string text) { return lower(std::move(text)).contains("back"); }

bool says(const std::string& text, PaperSource source) {
    switch (source) {
        case PaperSource::Glass: return !names_feeder(text) && !names_both_sides(text);
        case PaperSource::Feeder:
            return names_feeder(text) && !names_both_sides(text) && !names_back(text);
        case PaperSource::FeederBothSides: return names_both_sides(text);
    }
    return false;
}

}  // namespace

bool names_both_sides(std::string text) {
    text = lower(std::move(text));
    return text.contains("duplex") || text.contains("both sides");
}

std::string source_named(std::span<const std::string> sources, PaperSource source) {
    const auto found =
        std::ranges::find_if(sources, [&](const std::string& text) { return says(text, source); });
    return found == sources.end() ? std::string() : *found;
}

}  // namespace motlan
