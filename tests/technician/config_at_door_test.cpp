// T10 from end to end: desks whose jobs are done, the door's real socket, the files behind it. Only
// the kiosk that starts anew in between is played.
#include <algorithm>
#include <chrono>
#include <format>
#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/settings_schema.h"
#include "kiosk/care/condition.h"
#include "kiosk/technician/care_jobs.h"
#include "kiosk/technician/config_trial.h"
#include "tests/care/door.h"
#include "tests/technician/walk.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;
using testing::Door;
using testing::Walk;

constexpr std::string_view kPin = "135790";

/// Somebody before a kiosk's screen, with everything that the desk asks of the machine done.
class AtScreen {
public:
    AtScreen(const Door& door, std::string_view number)
        : door_(door),
          walk_(open_desk({StaffNumber(std::string(number)), "Somebody", StaffRole::Technician}, {},
                          SteadyTime{})) {
        (*this)(CarePageWished{CarePage::Config});
    }
    /// After the kiosk has started anew with a change that is tried.
    explicit AtScreen(const Door& door)
        : door_(door), walk_({.desk = open_keep(Walk::technician(), {}, question(door))}) {}

    AtScreen& operator()(const CareEvent& event) {
        walk_(event);
        std::vector<CareJob> jobs = walk_.take_all();
        for (const CareJob& job : jobs) {
            const bool is_files = std::holds_alternative<ReadConfig>(job) ||
                                  std::holds_alternative<AskToChange>(job) ||
                                  std::holds_alternative<AnswerTrial>(job);
            if (!is_files) continue;
            if (const auto answer = do_job(job, {devices_, places_, door_.place().file, settings_}))
                (*this)(*answer);
        }
        return *this;
    }
    AtScreen& put(std::string_view path, std::string_view value) {
        (*this)(SettingOpened{std::string(path)});
        while (!desk().change.typed.empty()) (*this)(EraseFelt{});
        return type(value)(SettingTaken{});
    }
    AtScreen& type(std::string_view letters) {
        for (const char letter : letters) (*this)(LettersFelt{std::string(1, letter)});
        return *this;
    }
    AtScreen& agree(std::string_view badge) {
        return (*this)(BadgeRead{std::string(badge)}).type(kPin)(ApplyWished{});
    }
    [[nodiscard]] const CareDesk& desk() const { return walk_.desk(); }
    [[nodiscard]] DoorAnswer answer() const { return desk().change.reply->answer; }

private:
    static KeepQuestion question(const Door& door) {
        const ConfigTrial trial = read_trial(door.place().file);
        return {.changed = changed_lines(trial.before, trial.now), .ends = SteadyTime{} + 60s};
    }

    const Door& door_;
    Places places_{.state = door_.place().state, .runtime = door_.place().runtime};
    Devices devices_{};
    DeviceSettings settings_{};
    Walk walk_;
};

/// A kiosk has read what is in force, and serves with it.
void start_kiosk(const Door& door) {
    condition_writer(door.place().runtime, door.place().file)({.serving = Serving::Welcome});
}

void await_end_of_trial(const Door& door) {
    for (int n = 0; n < 200 && is_trial(door.place().file); ++n) std::this_thread::sleep_for(50ms);
    REQUIRE_FALSE(is_trial(door.place().file));
}

std::string in_force(const Door& door, std::string_view path) {
    return setting_in(door.text(), path).value();
}

}  // namespace

TEST_CASE("a change is begun at the screen, asked about with its table, and kept", "[technician]") {
    const Door door;
    start_kiosk(door);

    AtScreen first(door, "0900");
    first.put("scanner.dpi", "200")(ApplyWished{});
    CHECK(first.desk().is_over);
    start_kiosk(door);
    REQUIRE(is_trial(door.place().file));
    AtScreen asked(door);
    REQUIRE(asked.desk().keep.changed.size() == 2);
    CHECK(asked.desk().keep.changed[0].starts_with("- [scanner] dpi = 300"));
    CHECK(asked.desk().keep.changed[1].starts_with("+ [scanner] dpi = 200"));
    CHECK(read_trial(door.place().file).by == "0900");
    asked(KeepTold{true});

    await_end_of_trial(door);
    CHECK(in_force(door, "scanner.dpi") == "200");
    CHECK(former_versions(door.place()).size() == 1);
}

TEST_CASE("a change that nobody keeps within a minute is taken back", "[technician]") {
    const Door door;
    start_kiosk(door);
    AtScreen(door, "0900").put("scanner.dpi", "200")(ApplyWished{});
    start_kiosk(door);

    AtScreen asked(door);
    asked(CareTicked{SteadyTime{} + 59s, WallTime{}});
    CHECK(is_trial(door.place().file));
    asked(CareTicked{SteadyTime{} + 60s, WallTime{}});

    await_end_of_trial(door);
    CHECK(in_force(door, "scanner.dpi") == "300");
    CHECK(former_versions(door.place()).empty());
}

TEST_CASE("of two technicians at once one changes, the other is told who and tries again",
          "[technician]") {
    const Door door;
    start_kiosk(door);
    AtScreen one(door, "0900");
    AtScreen other(door, "0901");
    one.put("scanner.dpi", "200");
    other.put("scanner.dpi", "400");

    one(ApplyWished{});
    CHECK(one.desk().is_over);
    other(ApplyWished{});
    CHECK(other.answer() == DoorAnswer::Held);
    CHECK(other.desk().change.reply->who == "0900");
    CHECK(other.desk().change.is_pending());

    start_kiosk(door);
    AtScreen asked(door);
    asked(KeepTold{true});
    await_end_of_trial(door);
    other(ApplyWished{});
    CHECK(other.answer() == DoorAnswer::Overtaken);
    CHECK(in_force(door, "scanner.dpi") == "200");
}

TEST_CASE("the question about a change that is over does not answer for the next one",
          "[technician]") {
    const Door door;
    start_kiosk(door);
    AtScreen(door, "0900").put("scanner.dpi", "200")(ApplyWished{});
    const std::string first = door.text();
    CHECK_FALSE(look_at_trial(door.place().file, first, {}).is_over);
    start_kiosk(door);
    AtScreen{door}(KeepTold{true});
    await_end_of_trial(door);

    AtScreen(door, "0901").put("scanner.dpi", "400")(ApplyWished{});
    REQUIRE(is_trial(door.place().file));
    CHECK(look_at_trial(door.place().file, first, {}).is_over);
    CHECK_FALSE(look_at_trial(door.place().file, door.text(), {}).is_over);

    start_kiosk(door);
    AtScreen{door}(KeepTold{true});
    await_end_of_trial(door);
    CHECK(in_force(door, "scanner.dpi") == "400");
}

TEST_CASE("nobody confirms a change of his own; another technician does", "[technician]") {
    const Door door;
    door.enrol();
    const std::string before = door.text();
    AtScreen screen(door, "0900");
    screen.put("catalogue.units", "./units.toml")(ApplyWished{});
    CHECK(screen.desk().page == CarePage::Second);

    screen.agree("0900");
    CHECK(screen.answer() == DoorAnswer::SecondRefused);
    CHECK(screen.desk().page == CarePage::Second);
    screen.agree("0123");
    CHECK(screen.answer() == DoorAnswer::SecondRefused);
    CHECK(door.text() == before);

    screen.agree("0901");
    CHECK(screen.desk().is_over);
    CHECK(in_force(door, "catalogue.units") == "./units.toml");
}

TEST_CASE("a file with any single fault is refused with its key and a sentence", "[technician]") {
    const Door door;
    const std::string before = door.text();
    struct Wrong {
        std::string path;
        std::string value;
    };
    std::vector<Wrong> faults{{"catalogue.units", "nowhere.toml"}, {"screen.width", "\"wide\""}};
    for (const SettingSpec& spec : all_settings()) {
        const std::string path = path_of(spec);
        if (spec.kind == SettingKind::Number) {
            faults.push_back({path, std::to_string(spec.least - 1)});
            faults.push_back({path, std::to_string(spec.most + 1)});
        }
        if (spec.kind == SettingKind::Truth) faults.push_back({path, "1"});
        if (spec.kind == SettingKind::Choice) faults.push_back({path, "nothing of ours"});
        if (spec.is_needed) faults.push_back({path, ""});
    }
    REQUIRE(faults.size() > 60);

    for (const Wrong& fault : faults) {
        INFO(fault.path << " = " << fault.value);
        const DoorReply reply = door.ask(door.wish(fault.path, fault.value));
        CHECK(reply.answer == DoorAnswer::Wrong);
        REQUIRE(reply.problem);
        CHECK_FALSE(reply.problem->reason.empty());
        CHECK((reply.problem->key == fault.path || !reply.problem->file.empty()));
        CHECK(door.text() == before);
    }
}

TEST_CASE("a line that nobody knows, or that is cut off, is refused with its place",
          "[technician]") {
    const Door door;
    const std::string before = door.text();
    for (const std::string_view added :
         {"unknown = 1\n", "[unknown]\n", "width 1080\n", "[screen\n", "\xff\n", "width = \"\n"}) {
        INFO(added);
        const DoorReply reply = door.ask(
            {.former = before, .text = before + std::string(added), .by = StaffNumber("0900")});
        CHECK(reply.answer == DoorAnswer::Wrong);
        REQUIRE(reply.problem);
        CHECK_FALSE(reply.problem->reason.empty());
        CHECK(door.text() == before);
    }
}

}  // namespace motlan
