// A line to the province with too little memory: every allocation of C++ in this thread fails once.
#include <cstdlib>
#include <new>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/https.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"
#include "tests/support/tls_server.h"

namespace {

// Of the thread that tests; the server's memory is its own. Nothing fails while `spoiled` is 0.
thread_local constinit long allocations = 0;
thread_local constinit long spoiled = 0;

}  // namespace

void* operator new(std::size_t size) {
    void* block = ++allocations == spoiled ? nullptr : std::malloc(size);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}
// Not inlined: the compiler would see free() beside its own new.
[[gnu::noinline]] void operator delete(void* block) noexcept { std::free(block); }
[[gnu::noinline]] void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace {

using namespace motlan;
using namespace motlan::testing;

struct Kiosk : Enrolled {
    HandClock clock;
    PrivateKey key = tls.read_key();
    TlsServer province{server, authority};
    Enrolment enrolment = read();

    [[nodiscard]] Result<HttpsClient> line() const {
        return HttpsClient::open(enrolment, key, clock, {});
    }

private:
    Enrolment read() const {
        address(province.port());
        // A bundle's folder, so that the list of revocations is looked for there as well.
        std::filesystem::create_directories(state.path() / "bundles/1-1");
        return read_enrolment(folder()).value();
    }
};

/// Does it without its n-th allocation; whether there was one. What it may throw is that alone.
template <typename Act>
bool without(long missing, Act act) {
    allocations = 0;
    spoiled = missing;
    try {
        act();
    } catch (const std::bad_alloc&) {
        spoiled = 0;
        return true;
    }
    spoiled = 0;
    return allocations >= missing;
}

}  // namespace

TEST_CASE("a line is opened or not though any allocation of it fails", "[backend]") {
    const Kiosk kiosk;
    long tried = 0;

    while (without(tried + 1, [&] { static_cast<void>(kiosk.line()); })) ++tried;

    CHECK(tried > 10);
}

TEST_CASE("an exchange that loses an allocation is a road that failed, and its line still good",
          "[backend]") {
    const Kiosk kiosk;
    const HttpRequest request{.method = "GET", .path = "/v1/bundle"};
    long failed = 0;
    long tried = 0;

    for (bool was_felt = true; was_felt; ++tried) {
        auto line = kiosk.line().value();
        std::optional<Result<HttpAnswer>> answer;
        was_felt = without(tried + 1, [&] { answer = line.exchange(request); });
        if (answer && !*answer) {
            ++failed;
            CHECK(answer->error() == Fault::BackendUnreachable);
        }
        const auto again = line.exchange(request);
        REQUIRE(again);
        CHECK(as_text(again->body) == "ok");
    }

    CHECK(failed > 20);
    CHECK(tried > failed);
}
