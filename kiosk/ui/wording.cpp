#include "kiosk/ui/wording.h"

#include <algorithm>
#include <format>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/ui/readable.h"

namespace motlan {
namespace {

std::string filled(std::string_view text, Fillings fillings) {
    std::string out(text);
    for (const Filling& filling : fillings) {
        const std::string slot = std::format("{{{}}}", filling.name);
        const std::string value = readable(filling.value);
        for (auto at = out.find(slot); at != std::string::npos;
             at = out.find(slot, at + value.size())) {
            out.replace(at, slot.size(), value);
        }
    }
    return out;
}

}  // namespace

Phrase phrase(Text text, Language language, Fillings fillings) {
    const Wording& wording = wordings(language)[std::to_underlying(text)];
    Phrase phrase{filled(wording.shown, fillings), {}, wording.key};
    phrase.spoken =
        sayable(wording.spoken.empty() ? phrase.shown : filled(wording.spoken, fillings));
    return phrase;
}

Phrase plain(std::string words) {
    words = readable(std::move(words));
    return {words, sayable(words), {}};
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
