// T10 as a value: what is to change, whether it could, who agrees, and whether it stays.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/technician/walk.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;
using testing::Walk;

std::string shipped() {
    return read_text(checkout() / "config/kiosk.toml", std::size_t{64} << 10U).value();
}

/// A desk that has read the settings and shows them.
Walk at_config() {
    Walk walk;
    walk.to(CarePage::Config)(
        ConfigRead{.text = shipped(), .former = {{"0001", shipped() + "#\n"}}});
    return walk;
}

Walk& put(Walk& walk, std::string_view path, std::string_view value) {
    walk(SettingOpened{std::string(path)});
    while (!walk.desk().change.typed.empty()) walk(EraseFelt{});
    return walk.type(value)(SettingTaken{});
}

ChangeAnswered answered(DoorAnswer answer) { return {{.answer = answer}}; }

}  // namespace

TEST_CASE("a value is judged while it is typed, and only a sound one is taken", "[technician]") {
    Walk walk = at_config();
    walk(SettingOpened{"scanner.dpi"});
    CHECK(walk.desk().page == CarePage::Setting);
    CHECK(walk.desk().change.typed == "300");

    walk.type("0");
    CHECK(walk.desk().change.complaint == "a whole number from 100 to 600 is needed here");
    walk(SettingTaken{});
    CHECK(walk.desk().page == CarePage::Setting);
    CHECK_FALSE(walk.desk().change.is_pending());

    walk(EraseFelt{})(EraseFelt{})(EraseFelt{})(EraseFelt{});
    CHECK(walk.desk().change.complaint.has_value());
    walk.type("200");
    CHECK_FALSE(walk.desk().change.complaint);
    walk(SettingTaken{});
    CHECK(walk.desk().page == CarePage::Config);
    CHECK(setting_in(walk.desk().change.draft, "scanner.dpi") == "200");
}

TEST_CASE("a value that may be left out is left out by nothing", "[technician]") {
    Walk walk = at_config();
    put(walk, "card_camera.focus", "120");
    CHECK(setting_in(walk.desk().change.draft, "card_camera.focus") == "120");

    put(walk, "card_camera.focus", "");
    CHECK_FALSE(walk.desk().change.is_pending());
}

TEST_CASE("letters that make no value at all are no value", "[technician]") {
    Walk walk = at_config();
    walk(SettingOpened{"screen.width"}).type("abc");
    CHECK(walk.desk().change.complaint.has_value());
    walk(SettingOpened{"screen.place"})(ValueChosen{"wall"});
    CHECK(walk.desk().change.complaint.has_value());
    walk(ValueChosen{"full"});
    CHECK_FALSE(walk.desk().change.complaint);
}

TEST_CASE("what the chosen driver still needs is told and holds the change", "[technician]") {
    Walk walk = at_config();
    walk(SettingOpened{"card_camera.driver"})(ValueChosen{"camera"})(SettingTaken{});
    REQUIRE(walk.desk().change.problem);
    CHECK(walk.desk().change.problem->key == "card_camera.path");
    walk(ApplyWished{});
    CHECK(walk.take<AskToChange>().empty());

    put(walk, "card_camera.path", "/dev/video0");
    CHECK_FALSE(walk.desk().change.problem);
    walk(ApplyWished{});
    CHECK(walk.take<AskToChange>().size() == 1);
}

TEST_CASE("nothing is applied that was not changed, and nothing twice", "[technician]") {
    Walk walk = at_config();
    walk(ApplyWished{});
    CHECK(walk.take<AskToChange>().empty());

    put(walk, "scanner.dpi", "200")(ApplyWished{})(ApplyWished{});
    const auto asked = walk.take<AskToChange>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].wish.former == shipped());
    CHECK(asked[0].wish.by == StaffNumber("0900"));
    CHECK(walk.desk().is_busy());
}

TEST_CASE("changes are dropped as one", "[technician]") {
    Walk walk = at_config();
    put(put(walk, "scanner.dpi", "200"), "screen.width", "1200")(ChangesDropped{});

    CHECK_FALSE(walk.desk().change.is_pending());
    CHECK_FALSE(walk.desk().change.problem);
}

TEST_CASE("once a change is begun the kiosk starts anew; else the desk says why not",
          "[technician]") {
    for (const DoorAnswer answer : {DoorAnswer::Held, DoorAnswer::Overtaken, DoorAnswer::NoDoor,
                                    DoorAnswer::NotWritten, DoorAnswer::Unchanged}) {
        Walk walk = at_config();
        put(walk, "scanner.dpi", "200")(ApplyWished{})(answered(answer));
        CHECK_FALSE(walk.desk().is_over);
        CHECK(walk.desk().page == CarePage::Config);
        CHECK(walk.desk().change.reply->answer == answer);
        CHECK(walk.desk().change.is_pending());
    }
    Walk walk = at_config();
    put(walk, "scanner.dpi", "200")(ApplyWished{})(answered(DoorAnswer::Begun));
    CHECK(walk.desk().is_over);
}

TEST_CASE("a change of two is asked for with the second's badge and PIN, which are then forgotten",
          "[technician]") {
    Walk walk = at_config();
    put(walk, "catalogue.units", "units2.toml")(ApplyWished{})(answered(DoorAnswer::NeedsSecond));
    CHECK(walk.desk().page == CarePage::Second);
    CHECK(walk.take<WatchForBadge>().size() == 1);

    walk.type("1")(ApplyWished{});
    CHECK(walk.take<AskToChange>().empty());
    walk(BadgeRead{"ML1:0901"})(BadgeRead{"another"}).type("1357901")(EraseFelt{}).type("0");
    walk(ApplyWished{});
    const auto asked = walk.take<AskToChange>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].wish.badge == "ML1:0901");
    CHECK(asked[0].wish.pin.size() == 6);
    CHECK(walk.desk().change.pin.empty());

    walk(answered(DoorAnswer::SecondRefused));
    CHECK(walk.desk().page == CarePage::Second);
    CHECK(walk.desk().change.badge.empty());
    walk(CareWentBack{});
    CHECK(walk.desk().page == CarePage::Config);
    const auto watched = walk.take<WatchForBadge>();
    REQUIRE_FALSE(watched.empty());
    CHECK_FALSE(watched.back().is_wished);
}

TEST_CASE("a former version becomes a change like any other", "[technician]") {
    Walk walk = at_config();
    walk.to(CarePage::History)(VersionWished{"0001"});
    CHECK(walk.desk().page == CarePage::Config);
    CHECK(walk.desk().change.draft == shipped() + "#\n");
    walk(ApplyWished{});
    CHECK(walk.take<AskToChange>().size() == 1);
}

TEST_CASE("what is tried is kept by a word, else taken back after a minute", "[technician]") {
    const auto question = [] {
        return Walk({.desk = open_keep(Walk::technician(), {}, {.ends = SteadyTime{} + 60s})});
    };
    Walk kept = question();
    kept(KeepTold{true})(KeepTold{false});
    const auto said = kept.take<AnswerTrial>();
    REQUIRE(said.size() == 1);
    CHECK(said[0].answer == TrialAnswer::Keep);
    CHECK_FALSE(kept.desk().is_over);
    kept(TrialSeen{.troubles = {}, .is_over = true});
    CHECK(kept.desk().is_over);

    Walk left = question();
    left.wait(59s);
    CHECK(left.take<AnswerTrial>().empty());
    left.wait(1s);
    const auto taken = left.take<AnswerTrial>();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].answer == TrialAnswer::TakeBack);
}

TEST_CASE("a device that was changed and does not answer cannot be kept", "[technician]") {
    Walk walk({.desk = open_keep(Walk::technician(), {}, {.ends = SteadyTime{} + 60s})});
    walk(TrialSeen{.troubles = {{DeviceRole::Printer, Fault::PrinterUnavailable}}});
    walk(KeepTold{true});
    CHECK(walk.take<AnswerTrial>().empty());
    walk(TrialSeen{})(KeepTold{true});
    CHECK(walk.take<AnswerTrial>().size() == 1);
}

TEST_CASE("the question stays on a machine that has run for days", "[technician]") {
    const SteadyTime now = SteadyTime{} + 72h;
    Walk walk({.desk = open_keep(Walk::technician(), {}, {.ends = now + 60s})});
    walk(CareTicked{now, WallTime{}});
    CHECK_FALSE(walk.desk().is_over);
    CHECK(walk.take<SetClosed>().empty());
}

TEST_CASE("leaving the question takes the change back", "[technician]") {
    Walk walk({.desk = open_keep(Walk::technician(), {}, {.ends = SteadyTime{} + 60s})});
    walk(CareLeft{});
    const auto said = walk.take<AnswerTrial>();
    REQUIRE(said.size() == 1);
    CHECK(said[0].answer == TrialAnswer::TakeBack);
}

}  // namespace motlan
