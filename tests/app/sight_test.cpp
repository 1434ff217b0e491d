// The papers of a feeder that sees both sides, through the real kiosk-eye: what counts as a page,
// and where the scan ends.
#include "kiosk/app/sight.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/device/card_camera.h"
#include "tests/care/played_devices.h"

using namespace motlan;

namespace {

/// A feeder in which sides lie: 'p' is printed, '-' is empty. No two printed ones are alike.
class Feeder final : public DocumentScanner {
public:
    std::deque<char> sides;
    int printed = 0;
    bool is_duplex = true;
    std::function<void()> meanwhile;  ///< while a side is scanned

    Result<EncodedPicture> scan(const ScanSettings&, const Progress&) override {
        if (meanwhile) meanwhile();
        if (sides.empty()) return fail(Fault::ScannerNoPaper);
        const bool is_printed = sides.front() == 'p';
        sides.pop_front();
        EncodedPicture side{
            .coding = PictureCoding::RawGrey, .width = 827, .height = 1169, .dpi = 100};
        side.bytes.assign(827 * 1169, 240);
        if (!is_printed) return side;
        const int top = 100 + 60 * printed++;
        for (int y = top; y < top + 600; y += 40)
            std::ranges::fill_n(side.bytes.begin() + y * 827 + 100, 500, std::uint8_t{20});
        return side;
    }
    void cancel() override {}
    [[nodiscard]] bool is_fed() const override { return true; }
    [[nodiscard]] bool sees_both_sides() const override { return is_duplex; }
    void look() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }
};

/// A document camera that opens and never shows anything.
class BlindCamera final : public CardCamera {
public:
    Result<void> start() override { return {}; }
    Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds patience) override {
        std::this_thread::sleep_for(patience);
        return std::nullopt;
    }
    std::optional<Lamp> set_lamp(std::optional<Lamp>) override { return std::nullopt; }
    void stop() override {}
    void look() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }
};

/// What came of a scan: 'p' and '-' for pages, '.' for the end of the feeder; "!" and a fault.
/// A page after which the feeder goes on is followed by '+'.
class Scanned {
public:
    std::string scan(const std::string& sides, int most, bool is_duplex = true) {
        feeder_->sides.assign(sides.begin(), sides.end());
        feeder_->is_duplex = is_duplex;
        sight_.scan_sheet({.most = most});
        return all_told();
    }
    /// What is told of a scan that somebody cancels while its first side is scanned.
    std::string cancelled(const std::string& sides) {
        std::binary_semaphore is_cancelled(0);
        feeder_->sides.assign(sides.begin(), sides.end());
        feeder_->meanwhile = [&] {
            sight_.cancel_scan();
            feeder_->meanwhile = {};
            is_cancelled.release();
        };
        sight_.scan_sheet({.most = 4});
        is_cancelled.acquire();
        return all_told();
    }
    [[nodiscard]] std::size_t left() const { return feeder_->sides.size(); }

private:
    std::string all_told() {
        std::binary_semaphore done(0);
        sight_.with_eye([&](const Result<EyeClient*>&) { done.release(); });
        done.acquire();
        std::string told;
        for (const Event& event : events_.take()) told += word(event);
        return told;
    }
    static std::string word(const Event& event) {
        if (const auto* page = std::get_if<PageScanned>(&event)) {
            const bool is_blank = std::ranges::contains(page->page.doubts, Fault::PageBlank);
            return std::string(is_blank ? "-" : "p") + (page->is_fed ? "+" : "");
        }
        if (std::holds_alternative<FeedEnded>(event)) return ".";
        const auto* failed = std::get_if<ScanFailed>(&event);
        return failed == nullptr ? "" : "!" + std::string(code(failed->fault));
    }
    static Devices devices(HandClock& clock, std::unique_ptr<Feeder> feeder) {
        Devices all;
        all.card_camera = std::make_unique<PlayedCamera>(clock);
        all.scanner = std::move(feeder);
        return all;
    }

    HandClock clock_;
    Feeder* feeder_ = nullptr;
    Devices devices_ = [this] {
        auto feeder = std::make_unique<Feeder>();
        feeder_ = feeder.get();
        return devices(clock_, std::move(feeder));
    }();
    EventQueue events_{[] {}};
    Sight sight_{KIOSK_EYE, devices_, {}, events_};
};

}  // namespace

TEST_CASE("an empty back is no page and takes no page's room", "[app]") {
    Scanned scanned;

    CHECK(scanned.scan("p-p-", 2) == "p+p");
    CHECK(scanned.left() == 0);
    CHECK(scanned.scan("p-p-", 3) == "p+p+.");
}

TEST_CASE("a printed back is a page", "[app]") {
    Scanned scanned;

    CHECK(scanned.scan("ppp-", 4) == "p+p+p+.");
    CHECK(scanned.scan("pp", 2) == "p+p");
}

TEST_CASE("no back is one page more than the paper may have", "[app]") {
    Scanned scanned;

    CHECK(scanned.scan("pp", 1) == "p");
    CHECK(scanned.left() == 0);
    CHECK(scanned.scan("pppp", 3) == "p+p+p");
    CHECK(scanned.left() == 0);
}

TEST_CASE("the back of the last sheet never opens the next stack", "[app]") {
    Scanned scanned;

    CHECK(scanned.scan("p-pp", 1) == "p");
    CHECK(scanned.left() == 2);
}

TEST_CASE("a sheet that is empty on both sides is shown to its owner, both of them", "[app]") {
    Scanned scanned;

    CHECK(scanned.scan("--p-", 9) == "-+-+p+.");
}

TEST_CASE("a feeder of one side drops no empty page", "[app]") {
    Scanned scanned;

    CHECK(scanned.scan("p-p", 2, false) == "p+-");
    CHECK(scanned.left() == 1);
}

TEST_CASE("nothing of a cancelled scan is told: the next one may have begun", "[app]") {
    Scanned scanned;

    CHECK(scanned.cancelled("pp").empty());
    CHECK(scanned.cancelled("").empty());
    CHECK(scanned.scan("p-", 4) == "p+.");
}

TEST_CASE("a document camera that opens and shows nothing is told", "[app]") {
    HandClock clock;
    Devices devices;
    devices.card_camera = std::make_unique<PlayedCamera>(clock);
    devices.scanner = std::make_unique<Feeder>();
    devices.document_camera = std::make_unique<BlindCamera>();
    std::binary_semaphore is_told(0);
    EventQueue events([&] { is_told.release(); });
    Sight sight(KIOSK_EYE, devices, {}, events);

    sight.scan_sheet({.most = 1});

    REQUIRE(is_told.try_acquire_for(std::chrono::seconds(60)));
    const auto told = events.take();
    REQUIRE(told.size() == 1);
    CHECK(std::get<ScanFailed>(told.front()).fault == Fault::CameraUnavailable);
}
