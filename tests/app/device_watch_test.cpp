// Devices that appear and vanish: gone at once, back when they stay, and a log that stays short.
#include "kiosk/app/device_watch.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/log_sink.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

int lines = 0;

/// Counts the lines of the log while it lives.
struct Counted {
    Counted() {
        lines = 0;
        send_log_to([](LogEvent, std::span<const LogField>) { return ++lines, true; });
    }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() { send_log_to(nullptr); }
};

const std::vector<DeviceTrouble> kGone{{DeviceRole::Scanner, Fault::ScannerUnplugged}};

struct Bench {
    DeviceWatch watch;
    SteadyTime now{};

    bool is_lost_after(const std::vector<DeviceTrouble>& said, std::chrono::seconds later = 1s) {
        now += later;
        return !watch.see(said, now).empty();
    }
};

}  // namespace

TEST_CASE("a device that goes once is missed and found at the next look", "[app]") {
    const Counted log;
    Bench bench;

    CHECK_FALSE(bench.is_lost_after({}));
    CHECK(bench.is_lost_after(kGone));
    CHECK_FALSE(bench.is_lost_after({}));
    CHECK(lines == 2);
}

TEST_CASE("a device that appears and vanishes 100 times is out of order, said in a few lines",
          "[app]") {
    const Counted log;
    Bench bench;
    int offered = 0;

    for (int turn = 0; turn < 100; ++turn) {
        CHECK(bench.is_lost_after(kGone));
        offered += bench.is_lost_after({}) ? 0 : 1;
    }

    CHECK(offered == 1);
    CHECK(lines == 3);
    CHECK(bench.watch.see(kGone, bench.now).front().losses == 2);
}

TEST_CASE("after all that it is believed again once it stays for a minute", "[app]") {
    Bench bench;
    for (int turn = 0; turn < 100; ++turn) {
        static_cast<void>(bench.is_lost_after(kGone));
        static_cast<void>(bench.is_lost_after({}));
    }

    CHECK(bench.is_lost_after({}, 58s));
    CHECK_FALSE(bench.is_lost_after({}, 2s));
    CHECK(bench.is_lost_after(kGone));
    CHECK(bench.watch.see(kGone, bench.now).front().losses == 101);
}

TEST_CASE("what went long ago is forgiven", "[app]") {
    Bench bench;
    for (int turn = 0; turn < 5; ++turn) {
        CHECK(bench.is_lost_after(kGone, 11min));
        CHECK_FALSE(bench.is_lost_after({}));
    }
}

TEST_CASE("another fault of a lost device is told and is no loss of its own", "[app]") {
    Bench bench;
    const std::vector<DeviceTrouble> jam{{DeviceRole::Scanner, Fault::ScannerJam}};
    static_cast<void>(bench.is_lost_after(kGone));

    const auto believed = bench.watch.see(jam, bench.now);

    CHECK(believed.front().fault == Fault::ScannerJam);
    CHECK(believed.front().losses == 1);
}

TEST_CASE("paper that runs low is a word, not a loss", "[app]") {
    const Counted log;
    Bench bench;
    const std::vector<DeviceTrouble> low{{DeviceRole::Printer, Fault::PrinterPaperLow}};

    for (int turn = 0; turn < 10; ++turn) {
        CHECK(bench.is_lost_after(low));
        CHECK_FALSE(bench.is_lost_after({}));
    }
    CHECK(lines == 0);
}

TEST_CASE("each device is judged for itself", "[app]") {
    Bench bench;
    const std::vector<DeviceTrouble> both{{DeviceRole::CardCamera, Fault::CameraUnavailable},
                                          {DeviceRole::Scanner, Fault::ScannerUnplugged}};
    static_cast<void>(bench.is_lost_after(both));

    const auto believed = bench.watch.see(kGone, bench.now + 1s);

    REQUIRE(believed.size() == 1);
    CHECK(believed.front().device == DeviceRole::Scanner);
}
