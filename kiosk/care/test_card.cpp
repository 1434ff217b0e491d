#include "kiosk/care/test_card.h"

#include <array>

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kWait{500};
constexpr double kMostMilliseconds = 500;
// SELECT by name, of the application of travel documents (ICAO Doc 9303-10, 4.2): every card
// answers something, if only that it has none.
constexpr std::array<std::uint8_t, 12> kSelect{0x00, 0xA4, 0x04, 0x0C, 0x07, 0xA0,
                                               0x00, 0x00, 0x02, 0x47, 0x10, 0x01};

}  // namespace

TestResult test_card(ChipTerminal* terminal, const Clock& clock, std::chrono::seconds patience) {
    if (terminal == nullptr) return not_tested(DeviceTest::Card, TestReason::NotConfigured);
    const auto end = clock.steady() + patience;
    Result<void> awake = fail(Fault::ChipAbsent);
    while (!awake && awake.error() == Fault::ChipAbsent && clock.steady() < end)
        awake = terminal->wake(kWait);
    if (!awake && awake.error() == Fault::ChipAbsent)
        return not_tested(DeviceTest::Card, TestReason::NothingShown);
    if (!awake) return failed_by(DeviceTest::Card, awake.error());
    const auto start = clock.steady();
    const auto answer = terminal->exchange(kSelect);
    const std::chrono::duration<double, std::milli> spent = clock.steady() - start;
    terminal->rest();
    if (!answer) return failed_by(DeviceTest::Card, answer.error());
    return judged(DeviceTest::Card,
                  {{.name = "answer_ms", .value = spent.count(), .most = kMostMilliseconds}});
}

}  // namespace motlan
