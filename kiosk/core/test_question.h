// What only a person can tell of a device: the questions after its test, their answers, and the
// figure that an answer becomes. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/core/device_test.h"

namespace motlan {

enum class TestQuestion : std::uint8_t {
    Darkness,  ///< which of the slip's lines is the faintest that can be read
    Cut,       ///< whether the slip came off
    Spots,     ///< how many pixels of the screen are always lit or dark
    Greys,     ///< how many greys can be told apart in the light of the room
};
/// "darkness", "cut", "spots", "greys": also the name of its figure.
[[nodiscard]] std::string_view name(TestQuestion question);
/// Every one, in the order of the list above.
[[nodiscard]] std::span<const TestQuestion> all_test_questions();

/// How many greys a test of the display shows.
inline constexpr int kGreySteps = 8;

struct TestAnswer {
    std::string_view word;        ///< "none", "cut", …; empty: it is its number
    std::optional<double> value;  ///< of the figure; none: there is nothing to judge here
};
[[nodiscard]] std::span<const TestAnswer> answers_of(TestQuestion question);

/// What is asked when a test has ended so; nothing where the device could not do it.
[[nodiscard]] std::vector<TestQuestion> questions_after(const TestResult& result);

/// The result with the figure of that answer, which fails it beyond its limit.
[[nodiscard]] TestResult answered(TestResult result, TestQuestion question, std::size_t answer);

}  // namespace motlan
