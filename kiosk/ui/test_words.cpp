#include "kiosk/ui/test_words.h"

#include <cmath>
#include <format>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

Text text_under(std::string_view kind, std::string_view name) {
    const auto text = find_text(std::format("test.{}.{}", kind, name));
    expects(text.has_value());
    return *text;
}

/// One decimal where it says something; with a comma in Vietnamese.
std::string number(double value, Language language) {
    constexpr double kTenths = 10;
    const double rounded = std::round(value * kTenths) / kTenths;
    const bool is_whole = rounded == std::round(rounded);
    std::string text = is_whole ? std::format("{:.0f}", rounded) : std::format("{:.1f}", rounded);
    if (const std::size_t point = text.find('.');
        point != std::string::npos && language == Language::Vietnamese)
        text[point] = ',';
    return text;
}

}  // namespace

Text text_of(DeviceTest test) { return text_under("name", name(test)); }

Text text_of(Verdict verdict) { return text_under("verdict", name(verdict)); }

Text text_of(TestReason reason) { return text_under("reason", name(reason)); }

Text text_of(TestQuestion question) { return text_under("question", name(question)); }

Phrase words_of(const TestAnswer& answer, Language language) {
    if (!answer.word.empty()) return phrase(text_under("answer", answer.word), language);
    expects(answer.value.has_value());
    return plain(number(*answer.value, language));
}

Text next_step_of(TestReason reason) { return text_under("next", name(reason)); }

Phrase words_of(const Figure& figure, Language language) {
    const std::string words = phrase(text_under("figure", figure.name), language,
                                     {{"value", number(figure.value, language)}})
                                  .shown;
    std::string limits;
    const auto add = [&](Text text, const std::optional<double>& limit) {
        if (!limit) return;
        limits += (limits.empty() ? "" : ", ") +
                  phrase(text, language, {{"limit", number(*limit, language)}}).shown;
    };
    add(Text::TestFigureLeast, figure.least);
    add(Text::TestFigureMost, figure.most);
    return plain(limits.empty() ? words : std::format("{} ({})", words, limits));
}

}  // namespace motlan
