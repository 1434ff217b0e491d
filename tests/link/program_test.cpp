// The program kiosk-link as it is shipped: started, killed, ended.
#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/client.h"
#include "tests/link/sealed_by_kiosk.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

/// kiosk-link as a child; killed when it goes.
class Program {
public:
    explicit Program(const LinkPlaces& places, std::vector<std::string> arguments = {}) {
        std::string name = KIOSK_LINK;
        std::string state = "STATE_DIRECTORY=" + places.state.string();
        std::string runtime = "RUNTIME_DIRECTORY=" + places.runtime.string();
        std::vector<char*> words{name.data()};
        for (std::string& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        std::array<char*, 3> environment{state.data(), runtime.data(), nullptr};
        REQUIRE(::posix_spawn(&child_, KIOSK_LINK, nullptr, nullptr, words.data(),
                              environment.data()) == 0);
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;
    ~Program() {
        if (child_ > 0) end(SIGKILL);
    }

    /// Sends the signal and answers the status as a shell would.
    int end(int signal) {
        if (signal != 0) ::kill(child_, signal);
        int status = 0;
        REQUIRE(::waitpid(child_, &status, 0) == child_);
        child_ = -1;
        return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }
    int wait() { return end(0); }

private:
    pid_t child_ = -1;
};

LinkClient client_of(const LinkPlaces& places) {
    const auto deadline = std::chrono::steady_clock::now() + 100s;
    while (true) {
        auto client = LinkClient::connect(places.socket());
        if (client) return *std::move(client);
        REQUIRE(std::chrono::steady_clock::now() < deadline);
    }
}

}  // namespace

TEST_CASE("a link killed again and again delivers each dossier once", "[link]") {
    province::Served served;
    EnrolledKiosk kiosk(served);
    const DossierMark mark = kiosk.keep(12'000'000);
    ProvinceClient line = kiosk.line();
    REQUIRE(line.announce(
        mark.dossier, kiosk.outbox().shelf(mark.dossier).label(Confirmation::Confirmed).value()));

    std::int64_t seen = 0;
    for (int kills = 0; kills < 5; ++kills) {
        Program link(kiosk.places());
        const auto deadline = std::chrono::steady_clock::now() + 100s;
        for (auto upload = line.open_upload(mark.dossier, 2); upload && !upload->is_complete;
             upload = line.open_upload(mark.dossier, 2)) {
            REQUIRE(std::chrono::steady_clock::now() < deadline);
            CHECK(upload->offset >= seen);
            if (upload->offset > seen) {
                seen = upload->offset;
                break;
            }
        }
        CHECK(link.end(SIGKILL) == 128 + SIGKILL);
    }
    CHECK(seen > 0);

    const Program link(kiosk.places());
    CHECK(client_of(kiosk.places()).deliver(mark.dossier, 100s));
    CHECK(kiosk.ledger() == std::vector{mark.dossier.value()});
    CHECK(kiosk.outbox().verify()->empty());
}

TEST_CASE("a wished end is clean, also while the province is silent", "[link]") {
    province::Served served;
    const EnrolledKiosk kiosk(served);
    Program link(kiosk.places());
    REQUIRE(client_of(kiosk.places()).status());
    CHECK(link.end(SIGTERM) == 0);

    REQUIRE(served.province().control("network slow").starts_with("ok"));
    Program slow(kiosk.places());
    REQUIRE(client_of(kiosk.places()).status());
    CHECK(slow.end(SIGTERM) == 0);
}

TEST_CASE("a kiosk that is not enrolled does not start its link", "[link]") {
    province::Served served;
    const EnrolledKiosk kiosk(served);
    std::filesystem::remove(served.enrolment() / "tls.key");

    CHECK(Program(kiosk.places()).wait() == 1);
    CHECK(Program({}).wait() == 2);
}

TEST_CASE("version and help are told, other words refused", "[link]") {
    CHECK(Program({}, {"--version"}).wait() == 0);
    CHECK(Program({}, {"--help"}).wait() == 0);
    CHECK(Program({}, {"--proxy"}).wait() == 2);
}
