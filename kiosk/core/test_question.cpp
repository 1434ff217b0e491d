#include "kiosk/core/test_question.h"

#include <array>
#include <string>
#include <utility>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

struct Asked {
    DeviceTest test;
    std::string_view name;
    std::span<const TestAnswer> answers;
    std::optional<double> least{};
    std::optional<double> most{};
};

// The lines of a slip from faint to full; the third has half of its dots (kiosk/ui/ink_steps.h). A
// head that no longer prints it loses the thin strokes of every letter's marks.
constexpr std::array<TestAnswer, 6> kLines{
    {{"", 1}, {"", 2}, {"", 3}, {"", 4}, {"", 5}, {"none", 6}}};
constexpr std::array<TestAnswer, 3> kCuts{
    {{"cut", 1}, {"not_cut", 0}, {"no_cutter", std::nullopt}}};

// ISO 9241-307, class II: two of a kind on each million pixels, and a screen has two million.
constexpr double kMostSpots = 4;
constexpr std::array<TestAnswer, 6> kSpots{
    {{"", 0}, {"", 1}, {"", 2}, {"", 3}, {"", kMostSpots}, {"five", kMostSpots + 1}}};
// As many as are shown. In a hall that is too light, or on a dim screen, the dark ones are one.
constexpr std::array<TestAnswer, 4> kGreys{
    {{"", kGreySteps}, {"", kGreySteps - 1}, {"", kGreySteps - 2}, {"fewer", kGreySteps - 3}}};

constexpr auto kAsked = std::to_array<Asked>(
    {{.test = DeviceTest::Printer, .name = "darkness", .answers = kLines, .most = 3},
     {.test = DeviceTest::Printer, .name = "cut", .answers = kCuts, .least = 1},
     {.test = DeviceTest::Display, .name = "spots", .answers = kSpots, .most = kMostSpots},
     {.test = DeviceTest::Display, .name = "greys", .answers = kGreys, .least = kGreySteps}});
constexpr std::array kQuestions{TestQuestion::Darkness, TestQuestion::Cut, TestQuestion::Spots,
                                TestQuestion::Greys};
static_assert(kAsked.size() == kQuestions.size());

const Asked& asked(TestQuestion question) { return kAsked.at(std::to_underlying(question)); }

}  // namespace

std::string_view name(TestQuestion question) { return asked(question).name; }

std::span<const TestQuestion> all_test_questions() { return kQuestions; }

std::span<const TestAnswer> answers_of(TestQuestion question) { return asked(question).answers; }

std::vector<TestQuestion> questions_after(const TestResult& result) {
    std::vector<TestQuestion> questions;
    const bool is_done =
        result.reason != TestReason::Fault && result.reason != TestReason::NeedsScreen;
    if (!is_done) return questions;
    for (const TestQuestion question : kQuestions)
        if (asked(question).test == result.test) questions.push_back(question);
    return questions;
}

TestResult answered(TestResult result, TestQuestion question, std::size_t answer) {
    const Asked& about = asked(question);
    expects(answer < about.answers.size());
    const auto value = about.answers[answer].value;
    if (!value) return result;
    const Figure figure{std::string(about.name), *value, about.least, about.most};
    if (!figure.holds() && result.verdict != Verdict::Failed) {
        result.verdict = Verdict::Failed;
        result.reason = TestReason::Figures;
    }
    result.figures.push_back(figure);
    return result;
}

}  // namespace motlan
