// Questions to the province whose answers come late, with a link that only listens.
#include "kiosk/app/province.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/descriptor.h"
#include "tests/support/folder.h"

namespace motlan {
namespace {

/// A clock at which every question waits until it is let go.
class HeldClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override {
        is_running_.wait(false);
        return {};
    }
    [[nodiscard]] SteadyTime steady() const override { return {}; }
    void let_go() {
        is_running_ = true;
        is_running_.notify_all();
    }

private:
    std::atomic<bool> is_running_ = false;
};

Descriptor listen_at(const std::filesystem::path& path) {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    std::ranges::copy(path.native(), address.sun_path);
    Descriptor line(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    REQUIRE(::bind(line.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(line.number(), 4) == 0);
    return line;
}

ResolveCode asked(std::string_view code) {
    return {.code = Personal(to_bytes(code)),
            .procedure = ProcedureCode("1.000001"),
            .reference = "reference"};
}

QuerySource asked_about(const char* number) {
    return {.source = SourceId("dd"),
            .concepts = {ConceptId("person.full_name")},
            .procedure = ProcedureCode("1.000001"),
            .profile = {.number = Personal(*CitizenNumber::parse(number)),
                        .full_name = Personal(std::string("Dấu Vết Tên")),
                        .birth_date = Personal(*CivilDate::make(2000, 1, 15))},
            .consent = {.reference = "reference"}};
}

/// How many answers come when two questions are asked before either is answered.
std::size_t answers_to(const std::function<void(Province&)>& ask) {
    const testing::Folder folder;
    const Descriptor line = listen_at(folder.path() / "link.sock");
    HeldClock clock;
    EventQueue events([] {});
    {
        Province province({.state = folder.path(), .link = folder.path() / "link.sock"}, "1", clock,
                          events);
        ask(province);
        clock.let_go();
    }
    return events.take().size();
}

}  // namespace

TEST_CASE("the answer about a code is dropped when another was shown since", "[app]") {
    CHECK(answers_to([](Province& province) {
              province.resolve(asked("the code that was shown first"));
              province.resolve(asked("the code that is shown now"));
          }) == 1);
}

TEST_CASE("a source's answer about one citizen is never given to the next", "[app]") {
    CHECK(answers_to([](Province& province) {
              province.query(asked_about("040200000017"));
              province.query(asked_about("040300000018"));
          }) == 1);
}

TEST_CASE("every source that is asked once answers", "[app]") {
    CHECK(answers_to([](Province& province) {
              QuerySource other = asked_about("040200000017");
              other.source = SourceId("cr");
              province.query(asked_about("040200000017"));
              province.query(other);
              province.resolve(asked("a code"));
          }) == 3);
}

}  // namespace motlan
