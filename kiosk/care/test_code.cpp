#include "kiosk/care/test_code.h"

#include <format>

#include "kiosk/core/whole_number.h"

namespace motlan {
namespace {

constexpr std::string_view kMark = "MOTLAN TEST ";
constexpr std::size_t kWidth = 4;  // "30.0"
constexpr std::size_t kTime = 15;  // "20261129T160501"

}  // namespace

std::string test_code_words(double width_mm, WallTime now) {
    return std::format("{}{:04.1f} {:%Y%m%dT%H%M%S} {}", kMark, width_mm,
                       std::chrono::floor<std::chrono::seconds>(now), kMarkedLetters);
}

std::optional<TestCode> parse_test_code(ByteView payload) {
    std::string_view words = as_text(payload);
    if (!words.starts_with(kMark)) return std::nullopt;
    words.remove_prefix(kMark.size());
    if (words.size() < kWidth + kTime + 2 || words[2] != '.') return std::nullopt;
    const auto whole = whole_number(words.substr(0, 2));
    const auto tenth = whole_number(words.substr(3, 1));
    if (!whole || !tenth) return std::nullopt;
    constexpr double kTenth = 10;
    return TestCode{.width_mm = static_cast<double>(*whole) + static_cast<double>(*tenth) / kTenth,
                    .time = std::string(words.substr(kWidth + 1, kTime)),
                    .has_marks = words.substr(kWidth + kTime + 2) == kMarkedLetters};
}

}  // namespace motlan
