// What the audit log tells a member of staff of their own day.
#include "kiosk/app/deeds.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/hand_clock.h"

namespace motlan {
namespace {

const StaffNumber kOwn("0123");
const StaffNumber kOther("0456");

/// Ten in the morning of some day in Vietnam.
constexpr WallTime kMorning{std::chrono::milliseconds(1'795'402'800'000)};

/// A log that grows while its clock goes on.
struct Log {
    Log() { clock.turn(kMorning - clock.wall()); }

    testing::HandClock clock;
    AuditBook book;
    AuditMark mark;

    Log& note(const AuditEntry& entry) {
        const AuditAuthor author{.session = std::string(32, 'a'), .boot = "boot"};
        const AuditRecord record = next_record(mark, entry, author, clock);
        mark = {record.number, record.hash};
        book.records.push_back(record);
        clock.move(std::chrono::minutes(5));
        return *this;
    }
    Log& help(const StaffNumber& staff) {
        note({AuditEvent::HelpGranted, {{"staff", staff}, {"scope", "type"}}});
        return note({AuditEvent::HelpEnded,
                     {{"staff", staff},
                      {"scope", "type"},
                      {"entered", std::int64_t{3}},
                      {"confirmed", std::int64_t{2}}}});
    }
    [[nodiscard]] std::vector<StaffDeed> deeds() const {
        return deeds_of(book, kOwn, CivilDate::of(kMorning));
    }
};

}  // namespace

TEST_CASE("a time of help is one deed, with what was entered and confirmed", "[app]") {
    Log log;
    log.note({AuditEvent::StaffSignedIn, {{"staff", kOwn}, {"role", "attendant"}}}).help(kOwn);

    const auto deeds = log.deeds();

    REQUIRE(deeds.size() == 2);
    CHECK(deeds[0].kind == DeedKind::Helped);
    CHECK(deeds[0].scope == HelpScope::Type);
    CHECK(deeds[0].to - deeds[0].from == std::chrono::minutes(5));
    CHECK(deeds[0].entered == 3);
    CHECK(deeds[0].confirmed == 2);
    CHECK(deeds[1].kind == DeedKind::SignedIn);
}

TEST_CASE("nobody reads what a colleague has done", "[app]") {
    Log log;
    log.help(kOther).note({AuditEvent::CallTaken, {{"staff", kOther}}});
    log.note({AuditEvent::VisitStarted}).note({AuditEvent::StaffEnrolled, {{"staff", kOwn}}});

    CHECK(log.deeds().empty());
}

TEST_CASE("yesterday is not shown", "[app]") {
    Log log;
    log.clock.turn(-std::chrono::hours(24));
    log.help(kOwn);

    CHECK(log.deeds().empty());
}

TEST_CASE("witnessing, exceptions and calls are deeds, the newest first", "[app]") {
    Log log;
    log.note({AuditEvent::CallTaken, {{"staff", kOwn}}});
    log.note({AuditEvent::PaperExcepted, {{"staff", kOwn}, {"reason", "deadline"}}});
    log.note({AuditEvent::DeclarationWitnessed, {{"staff", kOwn}, {"role", "witness"}}});

    const auto deeds = log.deeds();

    REQUIRE(deeds.size() == 3);
    CHECK(deeds[0].kind == DeedKind::Witnessed);
    CHECK(deeds[1].kind == DeedKind::Excepted);
    CHECK(deeds[2].kind == DeedKind::CallTaken);
}

TEST_CASE("a record that cannot be read hides no other", "[app]") {
    Log log;
    log.help(kOwn);
    log.book.records.push_back({.number = 9, .text = R"({"staff":"0123"})", .hash = ""});

    CHECK(log.deeds().size() == 1);
}

}  // namespace motlan
