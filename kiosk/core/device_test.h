// What came of a live test, as plain data: a verdict, why, and figures with their limits. Holds
// nothing of a person, so it may be kept, shown and sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"

namespace motlan {

enum class DeviceTest : std::uint8_t {
    Camera,
    Scanner,
    Printer,
    Reader,
    Card,
    Sound,
    Touch,
    Display,  ///< its colours and greys
    Reach,    ///< of the screen's controls, from a wheelchair and standing
    Keypad,
    Network,
    Payment,  ///< a small sum that the province marks as a test
    Traces,   ///< of the last visit: none may be found
};

/// Every test, in the order of the list above.
[[nodiscard]] std::span<const DeviceTest> all_device_tests();
/// "camera", "scanner", …
[[nodiscard]] std::string_view name(DeviceTest test);
[[nodiscard]] std::optional<DeviceTest> device_test_of(std::string_view name);

enum class Verdict : std::uint8_t {
    Passed,
    Failed,
    NotTested,
    Skipped,  ///< a technician said why it need not be tested now
};
/// "passed", "failed", "not_tested", "skipped".
[[nodiscard]] std::string_view name(Verdict verdict);

/// Why a test was not passed. Each has two sentences: what was found, and what to do.
enum class TestReason : std::uint8_t {
    None,
    Fault,           ///< the device's own; its code and remedy say more
    Figures,         ///< one of them is beyond its limit
    NotConfigured,   ///< kiosk.toml names no such device
    NothingShown,    ///< nobody held a card or a test slip before it
    NoTestSheet,     ///< what was scanned is neither the test sheet nor an empty glass
    SlipNotShown,    ///< it was printed, and nobody held it before the camera
    SlipMisread,     ///< the camera read another code than was printed
    MarksLost,       ///< Vietnamese letters do not arrive as they were printed
    NeedsScreen,     ///< it is there; a person must touch or press, at the kiosk's screen
    NotPlugged,      ///< the machine has none
    NoAddress,       ///< a network cable or an address is missing
    TracesFound,     ///< something of a visit may have stayed
    NoCallback,      ///< the money of a test payment was not seen to come in time
    NoRefund,        ///< nor to go back
    NoSandbox,       ///< the province offers no test payments
    NotMeasured,     ///< kiosk.toml does not say how high the screen hangs
    SkippedRepair,   ///< skipped: it is being repaired
    SkippedAwaited,  ///< skipped: it has not come yet
    SkippedUnused,   ///< skipped: nobody uses it here
};
/// "none", "fault", "not_configured", …
[[nodiscard]] std::string_view name(TestReason reason);
/// Every reason but None.
[[nodiscard]] std::span<const TestReason> all_test_reasons();

/// A number that was measured, and within what it is good.
struct Figure {
    std::string name;  ///< "pixels_per_mm"; the unit is in its sentence
    double value = 0;
    std::optional<double> least{};
    std::optional<double> most{};

    [[nodiscard]] bool holds() const {
        return (!least || value >= *least) && (!most || value <= *most);
    }
    bool operator==(const Figure&) const = default;
};

/// The names that figures have; a test checks that each has its sentence.
[[nodiscard]] std::span<const std::string_view> all_figures();

struct TestResult {
    DeviceTest test = DeviceTest::Camera;
    Verdict verdict = Verdict::NotTested;
    TestReason reason = TestReason::None;
    std::optional<Fault> fault{};
    std::vector<Figure> figures{};
    WallTime at{};  ///< when it ended
    bool operator==(const TestResult&) const = default;
};

/// Passed where every figure holds, else failed because of them.
[[nodiscard]] TestResult judged(DeviceTest test, std::vector<Figure> figures);

/// Failed by a fault of the device itself.
[[nodiscard]] TestResult failed_by(DeviceTest test, Fault fault);

/// Could not be tested, and why.
[[nodiscard]] TestResult not_tested(DeviceTest test, TestReason reason);

/// Need not be tested now, for one of skip_reasons().
[[nodiscard]] TestResult skipped(DeviceTest test, TestReason reason);
[[nodiscard]] std::span<const TestReason> skip_reasons();
/// "repair", "awaited", "unused"; nothing for another word.
[[nodiscard]] std::optional<TestReason> skip_reason_of(std::string_view word);

}  // namespace motlan
