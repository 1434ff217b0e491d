// What a visit leaves in the audit log.
#include "kiosk/app/diary.h"

#include <algorithm>
#include <fstream>
#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/closing.h"
#include "kiosk/app/province.h"
#include "kiosk/outbox/audit_checkpoint.h"
#include "tests/support/bundle_maker.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

struct Machine {
    BundleMaker enrolled;
    HandClock clock;
    EventQueue events{[] {}};
    ProvincePlaces places{.state = enrolled.state.path(),
                          .link = enrolled.state.path() / "link.sock",
                          .session = std::string(32, 'a')};
    Diary diary{places, clock};
    Province province{places, "1.0.0", clock, events};

    /// With the bundle that its link has fetched.
    Machine() {
        const auto folder = places.state / "bundles" / folder_name({1, 7});
        std::filesystem::create_directories(folder);
        REQUIRE(write_file(folder / kPublished, enrolled.published(7)));
        for (const auto& [name, bytes] : enrolled.files) REQUIRE(write_file(folder / name, bytes));
    }

    [[nodiscard]] AuditBook book() const {
        SystemDisk disk;
        const Certificate ca = enrolled.authority.certificate();
        return open_outbox(places, ca, disk, clock).value().audit_book().value();
    }
    [[nodiscard]] std::vector<std::string> events_of(const AuditBook& book) const {
        std::vector<std::string> names;
        for (const AuditRecord& record : book.records)
            names.emplace_back(parse_audit_record(record.text).value().text_at("event"));
        return names;
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a visit is written down from its begin to its end, and signed", "[app]") {
    Machine machine;

    REQUIRE(machine.province.begin_visit());
    machine.province.end_visit("timeout");
    machine.province.end_visit("left");
    machine.province.conclude();

    const AuditBook book = machine.book();
    const Certificate ca = machine.enrolled.authority.certificate();
    const AuditVerdict verdict = check_audit(book, {.ca = ca, .kiosk = "NA-VINH-03"});
    CHECK(machine.events_of(book) == Names{"visit_started", "visit_ended", "program_ended"});
    CHECK(book.records[1].text.contains(R"("fields":{"reason":"timeout"})"));
    CHECK(book.records[0].text.contains(R"("actor":"kiosk")"));
    CHECK(book.records[0].text.contains(machine.places.session));
    CHECK(verdict.broken == std::nullopt);
    CHECK(verdict.signed_until == 2);
}

TEST_CASE("without an audit log no visit begins, and with one again it does", "[app]") {
    Machine machine;
    const auto store = machine.places.outbox() / "outbox.db";
    std::filesystem::create_directories(machine.places.outbox());
    std::ofstream(store) << std::string(8192, 'x');

    CHECK(machine.province.begin_visit().error() == Fault::RecordDamaged);

    std::filesystem::remove(store);
    CHECK(machine.province.begin_visit());
}

TEST_CASE("a stop that came while somebody browsed lets no visit begin, until it is over",
          "[app]") {
    Machine machine;
    REQUIRE(close_kiosk(machine.places.state));

    CHECK(machine.province.begin_visit().error() == Fault::BrokenAssumption);
    machine.province.end_visit("left");
    CHECK(machine.events_of(machine.book()).empty());

    REQUIRE(open_kiosk(machine.places.state));
    CHECK(machine.province.begin_visit());
}

TEST_CASE("while a kiosk rests as planned no visit begins, and one that goes on is not ended",
          "[app]") {
    Machine machine;
    const WallTime now = machine.clock.wall();
    REQUIRE(plan_rest(machine.places.state, PlannedRest{now + 1min, now + 3min}));

    REQUIRE(machine.province.begin_visit());
    machine.clock.turn(2min);
    machine.province.end_visit("filed");
    CHECK(machine.events_of(machine.book()) == Names{"visit_started", "visit_ended"});

    CHECK(machine.province.begin_visit().error() == Fault::BrokenAssumption);
    machine.clock.turn(2min);
    CHECK(machine.province.begin_visit());
}

TEST_CASE("a service that was stopped for a moment is told to be there again", "[app]") {
    Machine machine;
    REQUIRE(close_kiosk(machine.places.state));
    CHECK_FALSE(machine.province.begin_visit());
    REQUIRE(open_kiosk(machine.places.state));

    machine.province.watch();

    const auto is_resumed = [&] {
        return std::ranges::any_of(machine.events.take(), [](const Event& event) {
            return std::holds_alternative<ServiceResumed>(event);
        });
    };
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    bool is_told = is_resumed();
    while (!is_told && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        is_told = is_resumed();
    }
    CHECK(is_told);
}

TEST_CASE("a checkpoint is made when sixty-four records wait for one", "[app]") {
    Machine machine;
    for (std::int64_t n = 1; n < Diary::kMostUnsigned; ++n)
        REQUIRE(machine.diary.note({AuditEvent::ProgramStarted}));
    REQUIRE(machine.diary.checkpoint_when_due());
    CHECK(machine.book().checkpoints.empty());

    REQUIRE(machine.diary.note({AuditEvent::ProgramStarted}));
    REQUIRE(machine.diary.checkpoint_when_due());

    CHECK(machine.book().checkpoints.size() == 1);
}

TEST_CASE("a kiosk without enrolment writes nothing and says so", "[app]") {
    Machine machine;
    std::filesystem::remove_all(machine.places.enrolment());

    CHECK(machine.diary.note({AuditEvent::ProgramStarted}).error() == Fault::NotEnrolled);
    CHECK(machine.province.begin_visit().error() == Fault::NotEnrolled);
}
