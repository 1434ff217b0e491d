#include "kiosk/care/test_reader.h"

#include "kiosk/care/test_code.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kWait{200};

TestResult of_code(const Bytes& code) {
    const auto slip = parse_test_code(code);
    const bool is_whole = slip ? slip->has_marks : is_utf8(as_text(code));
    TestResult result = judged(DeviceTest::Reader, {{.name = "codes", .value = 1, .least = 1}});
    if (is_whole) return result;
    result.verdict = Verdict::Failed;
    result.reason = TestReason::MarksLost;
    return result;
}

}  // namespace

TestResult test_reader(QrReader* reader, const Clock& clock, std::chrono::seconds patience) {
    if (reader == nullptr) return not_tested(DeviceTest::Reader, TestReason::NotConfigured);
    if (const auto started = reader->start(); !started)
        return failed_by(DeviceTest::Reader, started.error());
    const auto end = clock.steady() + patience;
    TestResult result = not_tested(DeviceTest::Reader, TestReason::NothingShown);
    while (clock.steady() < end) {
        const auto code = reader->next(kWait);
        if (code && !*code) continue;
        result = code ? of_code(**code) : failed_by(DeviceTest::Reader, code.error());
        break;
    }
    reader->stop();
    return result;
}

}  // namespace motlan
