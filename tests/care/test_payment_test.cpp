// The test of payments: each hop that can fail, and what is told of it.
#include "kiosk/care/test_payment.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

/// A province whose sandbox pays after a while, and gives back after another.
struct Sandbox {
    testing::HandClock clock;
    std::optional<Fault> fault;
    std::chrono::seconds until_paid{3};
    std::chrono::seconds until_refunded{2};
    std::optional<SteadyTime> made;
    std::optional<SteadyTime> wished;
    std::vector<std::string> shown;
    int asked = 0;

    Result<Payment> answer(PaymentTest test) {
        ++asked;
        if (fault) return fail(*fault);
        if (!made) made = clock.steady();
        if (test == PaymentTest::Refund && !wished) wished = clock.steady();
        Payment payment{.state = PaymentState::Waiting, .dong = kTestDong, .payload = "000201"};
        if (clock.steady() - *made >= until_paid) payment.state = PaymentState::Paid;
        if (wished && clock.steady() - *wished >= until_refunded)
            payment.state = PaymentState::Refunded;
        return payment;
    }
    TestResult run() {
        return test_payment({.ask = [this](PaymentTest test) { return answer(test); },
                             .pause = [this] { clock.move(1s); },
                             .show_code = [this](const auto& code) { shown.push_back(code); },
                             .clock = clock});
    }
};

double value_of(const TestResult& result, std::string_view name) {
    const auto found = std::ranges::find(result.figures, name, &Figure::name);
    REQUIRE(found != result.figures.end());
    return found->value;
}

}  // namespace

TEST_CASE("a payment that comes and goes back in time passes with both times", "[care]") {
    Sandbox sandbox;
    const auto result = sandbox.run();

    CHECK(result.verdict == Verdict::Passed);
    CHECK(value_of(result, "callback_seconds") == 3);
    CHECK(value_of(result, "refund_seconds") == 2);
    CHECK(sandbox.shown == std::vector<std::string>(3, "000201"));
}

TEST_CASE("money that does not come within ten seconds is named, and nothing is asked back",
          "[care]") {
    Sandbox sandbox;
    sandbox.until_paid = 11s;
    const auto result = sandbox.run();

    CHECK(result.verdict == Verdict::Failed);
    CHECK(result.reason == TestReason::NoCallback);
    CHECK_FALSE(sandbox.wished.has_value());
}

TEST_CASE("money that does not go back is named", "[care]") {
    Sandbox sandbox;
    sandbox.until_refunded = 60s;

    CHECK(sandbox.run().reason == TestReason::NoRefund);
}

TEST_CASE("a road that is cut, a forged word and a kiosk without keys are told by their fault",
          "[care]") {
    for (const Fault fault : {Fault::LinkUnavailable, Fault::BackendUnreachable,
                              Fault::PaymentForged, Fault::NotEnrolled}) {
        Sandbox sandbox;
        sandbox.fault = fault;
        const auto result = sandbox.run();
        CHECK(result.verdict == Verdict::Failed);
        CHECK(result.fault == fault);
        CHECK(sandbox.asked == 1);
    }
}

TEST_CASE("a province without test payments leaves it untested", "[care]") {
    Sandbox sandbox;
    sandbox.fault = Fault::BackendRefused;
    const auto result = sandbox.run();

    CHECK(result.verdict == Verdict::NotTested);
    CHECK(result.reason == TestReason::NoSandbox);
}
