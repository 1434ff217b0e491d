#include "kiosk/ui/wording.h"

#include <algorithm>
#include <format>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

std::string filled(std::string_view text, Fillings fillings) {
    std::string out(text);
    for (const Filling& filling : fillings) {
        const std::string slot = std::format("{{{}}}", filling.name);
        for (auto at = out.find(slot); at != std::string::npos;
             at = out.find(slot, at + filling.value.size())) {
            out.replace(at, slot.size(), filling.value);
        }
    }
    return out;
}

}  // namespace

Phrase phrase(Text text, Language language, Fillings fillings) {
    const Wording& wording = wordings(language)[std::to_underlying(text)];
    Phrase phrase{filled(wording.shown, fillings), {}, wording.key};
    phrase.spoken = wording.spoken.empty() ? phrase.shown : filled(wording.spoken, fillings);
    return phrase;
}

// Letters with marks of their own (NFD) would lose them: only composed ones have a shape.
Phrase plain(std::string words) {
    if (!is_nfc(words)) words = to_nfc(words).value_or(words);
    return {words, words, {}};
}

std::optional<Text> find_text(std::string_view key) {
    const auto all = wordings(Language::Vietnamese);
    const auto found = std::ranges::lower_bound(all, key, {}, &Wording::key);
    if (found == all.end() || found->key != key) return std::nullopt;
    return static_cast<Text>(found - all.begin());
}

Text fault_text(Fault fault, Audience audience) {
    const auto key = std::format("fault.{}.{}", code(fault),
                                 audience == Audience::Citizen ? "citizen" : "technician");
    const auto text = find_text(key);
    expects(text.has_value());
    return *text;
}

}  // namespace motlan
