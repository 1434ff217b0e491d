// T03 as a value: which device does what, and which is not tested and why.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/assignment.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "kiosk/technician/report_turns.h"
#include "kiosk/technician/role_turns.h"
#include "tests/support/checkout.h"
#include "tests/technician/walk.h"

namespace motlan {
namespace {

using testing::Walk;

const FoundDevice kCamera{DeviceKind::Camera, "HD Pro Webcam", "/dev/v4l/by-id/usb-046d"};
const FoundDevice kPrinter{DeviceKind::Printer, "EPSON", "/dev/usb/lp0"};
const FoundDevice kScanner{DeviceKind::Scanner, "Canon LiDE", "pixma:04A91913"};

/// A desk that has read the settings and sees these devices.
Walk at_devices() {
    Walk walk;
    walk(ConfigRead{
        .text = read_text(checkout() / "config/kiosk.toml", std::size_t{64} << 10U).value()});
    walk.to(CarePage::Devices)(DevicesSeen{.found = {kPrinter, kCamera}, .troubles = {}});
    return walk;
}

}  // namespace

TEST_CASE("only devices that fit a role are offered for it", "[technician]") {
    const Walk walk = at_devices();

    CHECK(candidates(walk.desk(), DeviceRole::CardCamera) == std::vector{kCamera});
    CHECK(candidates(walk.desk(), DeviceRole::Printer) == std::vector{kPrinter});
    CHECK(candidates(walk.desk(), DeviceRole::HandReader).empty());
}

TEST_CASE("a role that is assigned becomes a change of the settings", "[technician]") {
    Walk walk = at_devices();
    walk(RoleOpened{DeviceRole::DocumentCamera})(DeviceAssigned{0});

    CHECK(walk.desk().page == CarePage::Config);
    const std::string& draft = walk.desk().change.draft;
    CHECK(setting_in(draft, "document_camera.driver") == "camera");
    CHECK(setting_in(draft, "document_camera.path") == "/dev/v4l/by-id/usb-046d");
    CHECK_FALSE(walk.desk().change.problem);
    walk(ApplyWished{});
    CHECK(walk.take<AskToChange>().size() == 1);
}

TEST_CASE("a device that the list no longer has is not assigned", "[technician]") {
    Walk walk = at_devices();
    walk(RoleOpened{DeviceRole::CardCamera})(DeviceAssigned{7});

    CHECK_FALSE(walk.desk().change.is_pending());
}

TEST_CASE("a scanner is assigned by the name that SANE has for it", "[technician]") {
    Walk walk = at_devices();
    walk(RoleOpened{DeviceRole::Scanner});
    CHECK(walk.take<ListScanners>().size() == 1);
    CHECK(candidates(walk.desk(), DeviceRole::Scanner).empty());
    walk(ScannersListed{{kScanner}})(DeviceAssigned{0});

    CHECK(setting_in(walk.desk().change.draft, "scanner.device") == "pixma:04A91913");
}

TEST_CASE("what the kiosk can do without is taken from its role", "[technician]") {
    CHECK(settings_for_none(DeviceRole::HandReader) ==
          SettingValues{{"hand_reader.driver", "none"}});
    CHECK(settings_for_none(DeviceRole::Scanner).empty());

    Walk walk = at_devices();
    walk(RoleOpened{DeviceRole::DocumentCamera})(DeviceAssigned{0});
    walk(RoleOpened{DeviceRole::DocumentCamera})(DeviceAssigned{});
    CHECK(setting_in(walk.desk().change.draft, "document_camera.driver") == "none");
}

TEST_CASE("a skipped device counts as skipped, with its reason, in the report", "[technician]") {
    Walk walk = at_devices();
    walk(RoleOpened{DeviceRole::Scanner})(SkipOpened{DeviceTest::Scanner});
    CHECK(walk.desk().page == CarePage::Skip);
    walk(SkipWished{TestReason::SkippedRepair});

    REQUIRE(walk.desk().newest(DeviceTest::Scanner) != nullptr);
    CHECK(walk.desk().newest(DeviceTest::Scanner)->verdict == Verdict::Skipped);
    CHECK(walk.take<KeepResult>().size() == 1);
    std::string told;
    for (const SlipLine& line :
         report_lines(report_of(walk.desk(), Language::English), Language::English))
        told += line.value + "\n";
    CHECK(told.contains("1 skipped"));
    CHECK(told.contains("The device is being repaired."));
}

TEST_CASE("a series leaves out what is skipped; asked for alone it is tested", "[technician]") {
    Walk walk = at_devices();
    walk(SkipOpened{DeviceTest::Printer})(SkipWished{TestReason::SkippedAwaited});
    walk.take<RunTest>();
    walk(TestsWished{{DeviceTest::Printer, DeviceTest::Network, DeviceTest::Traces}});
    const auto run = walk.take<RunTest>();
    REQUIRE(run.size() == 1);
    CHECK(run[0].test == DeviceTest::Network);
    walk(TestsDropped{})(TestEnded{judged(DeviceTest::Network, {})});

    walk(TestsWished{{DeviceTest::Printer}});
    CHECK(walk.take<RunTest>().size() == 1);
}

}  // namespace motlan
