// The screen's way to kiosk.toml: what it may ask for, who must agree, what it is told.
#include "kiosk/care/config_door.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/condition.h"
#include "tests/care/door.h"

namespace motlan {

using testing::Door;

TEST_CASE("a change that one technician may make is begun", "[care]") {
    const Door door;

    const DoorReply reply = door.ask(door.wish("voice.words_per_minute", "120"));

    CHECK(reply.answer == DoorAnswer::Begun);
    CHECK(setting_in(door.text(), "voice.words_per_minute") == "120");
}

TEST_CASE("a change that no kiosk could start with is refused by its path", "[care]") {
    const Door door;
    const std::string before = door.text();

    const DoorReply reply = door.ask(door.wish("scanner.dpi", "7"));

    CHECK(reply.answer == DoorAnswer::Wrong);
    REQUIRE(reply.problem);
    CHECK(reply.problem->key == "scanner.dpi");
    CHECK(reply.problem->reason == "a whole number from 100 to 600 is needed here");
    CHECK(door.text() == before);
}

TEST_CASE("the second technician is another, is a technician, and has the right PIN", "[care]") {
    const Door door;
    door.enrol();
    const std::string before = door.text();
    ConfigWish wish = door.wish("catalogue.units", "./units.toml");

    CHECK(door.ask(wish).answer == DoorAnswer::NeedsSecond);
    struct Case {
        const char* badge;
        const char* pin;
    };
    for (const Case& one :
         {Case{"0900", "135790"}, Case{"0123", "135790"}, Case{"0901", "000000"}}) {
        INFO(one.badge << " " << one.pin);
        wish.badge = one.badge;
        wish.pin = one.pin;
        CHECK(door.ask(wish).answer == DoorAnswer::SecondRefused);
    }
    CHECK(door.text() == before);

    wish.badge = "0901";
    wish.pin = "135790";
    CHECK(door.ask(wish).answer == DoorAnswer::Begun);
    CHECK(door.text() == wish.text);
}

TEST_CASE("a kiosk that was taken over cannot lead root's commands to other files", "[care]") {
    const Door door;
    const std::string before = door.text();

    for (const ConfigWish& wish :
         {door.wish("printer.path", "/etc/shadow"), door.wish("printer.folder", "/etc/cron.d"),
          door.wish("printer.folder", "../../etc"), door.wish("card_camera.path", "pictures")}) {
        const DoorReply reply = door.ask(wish);
        CHECK(reply.answer == DoorAnswer::Wrong);
        CHECK(reply.problem.has_value());
    }
    CHECK(door.text() == before);
}

TEST_CASE("nor by a spelling that hides where a path leads", "[care]") {
    const Door door;
    const std::string before = door.text();
    const std::string plain = "folder = \"slips\"";
    REQUIRE(before.contains(plain));

    for (const char* spelt : {"folder = '/etc/cron.d'", "folder = \"\\u002fetc/cron.d\"",
                              "\"folder\" = \"/etc/cron.d\""}) {
        INFO(spelt);
        ConfigWish wish{.former = before, .text = before, .by = StaffNumber("0900")};
        wish.text.replace(wish.text.find(plain), plain.size(), spelt);
        const DoorReply reply = door.ask(wish);
        CHECK(reply.answer == DoorAnswer::Wrong);
        REQUIRE(reply.problem);
        CHECK(reply.problem->key == "printer.folder");
    }
    CHECK(door.text() == before);
}

TEST_CASE("a trial whose program has died is taken back by whoever asks for that", "[care]") {
    const Door door;
    const std::string former = door.text();
    REQUIRE(write_file(door.place().before_trial(), as_bytes(former)));
    REQUIRE(write_file(door.place().file, as_bytes(former + "# tried\n")));

    CHECK(ask_to_answer(config_door(door.place().runtime), TrialAnswer::TakeBack));

    CHECK(door.text() == former);
    CHECK_FALSE(std::filesystem::exists(door.place().before_trial()));
}

TEST_CASE("of two technicians at once the second is told who holds it", "[care]") {
    const Door door;
    condition_writer(door.place().runtime, door.place().file)({.serving = Serving::Welcome});
    ConfigWish others = door.wish("voice.words_per_minute", "130");
    others.by = StaffNumber("0901");

    REQUIRE(door.ask(door.wish("voice.words_per_minute", "120")).answer == DoorAnswer::Begun);
    const DoorReply reply = door.ask(others);
    CHECK(reply.answer == DoorAnswer::Held);
    CHECK(reply.who == "0900");

    CHECK(ask_to_answer(config_door(door.place().runtime), TrialAnswer::TakeBack));
}

TEST_CASE("where nobody waits at the door the screen is told so", "[care]") {
    const testing::Folder folder;

    CHECK(ask_to_change(folder.path() / "settings.sock",
                        {.former = "a", .text = "b", .by = StaffNumber("0900")})
              .answer == DoorAnswer::NoDoor);
    CHECK_FALSE(ask_to_answer(folder.path() / "settings.sock", TrialAnswer::Keep));
}

}  // namespace motlan
