// What a person says of a device becomes a figure of its test.
#include "kiosk/core/test_question.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace motlan {

TEST_CASE("a good answer leaves a result as it was, with a figure more", "[core]") {
    const TestResult slow =
        judged(DeviceTest::Printer, {{.name = "print_seconds", .value = 15, .most = 10}});
    const TestResult hidden = not_tested(DeviceTest::Printer, TestReason::SlipNotShown);
    for (const TestResult& before : {slow, hidden, judged(DeviceTest::Printer, {})}) {
        const TestResult after = answered(before, TestQuestion::Darkness, 0);
        CHECK(after.verdict == before.verdict);
        CHECK(after.reason == before.reason);
        CHECK(after.figures.back() == Figure{.name = "darkness", .value = 1, .most = 3});
    }
}

TEST_CASE("an answer beyond its limit fails the test, and hides no other reason", "[core]") {
    const TestResult good = judged(DeviceTest::Printer, {});
    CHECK(answered(good, TestQuestion::Darkness, 3).reason == TestReason::Figures);
    CHECK(answered(good, TestQuestion::Darkness, 5).verdict == Verdict::Failed);
    CHECK(answered(good, TestQuestion::Cut, 1).verdict == Verdict::Failed);
    TestResult misread = good;
    misread.verdict = Verdict::Failed;
    misread.reason = TestReason::SlipMisread;
    CHECK(answered(misread, TestQuestion::Cut, 1).reason == TestReason::SlipMisread);
}

TEST_CASE("a printer without a cutter has no figure of it", "[core]") {
    const TestResult good = judged(DeviceTest::Printer, {});
    CHECK(answered(good, TestQuestion::Cut, 2) == good);
}

TEST_CASE("nothing is asked about what was not done, or what no person can tell", "[core]") {
    CHECK(questions_after(judged(DeviceTest::Printer, {})).size() == 2);
    CHECK(questions_after(not_tested(DeviceTest::Printer, TestReason::SlipNotShown)).size() == 2);
    CHECK(questions_after(failed_by(DeviceTest::Printer, Fault::PrinterPaperOut)).empty());
    CHECK(questions_after(judged(DeviceTest::Network, {})).empty());
}

TEST_CASE("every question's figure is known, and has an answer that holds", "[core]") {
    for (const TestQuestion question : all_test_questions()) {
        INFO(name(question));
        CHECK(std::ranges::contains(all_figures(), name(question)));
        const TestResult result = answered({}, question, 0);
        CHECK(result.figures.back().holds());
    }
}

}  // namespace motlan
