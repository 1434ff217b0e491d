// How soon the outbox is ready after a power cut with a long queue: opened and put right in one
// process, and by kiosk-link from exec on, while the province is away.
#include <fcntl.h>

#include <filesystem>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/descriptor.h"
#include "tests/bench/delivery.h"
#include "tests/bench/delivery_link.h"
#include "tests/link/sealed_by_kiosk.h"

using namespace motlan;
using namespace motlan::testing;
using namespace motlan::bench;

namespace {

constexpr std::size_t kPaper = 100'000;
constexpr double kMost = 3;  // seconds; security design 5, G17

// What a cut leaves at most, since one adds at a time: a dossier half written, a large one that is
// whole and not entered, and one whose citizen never saw that it was kept.
void leave_crash(EnrolledKiosk& kiosk) {
    SystemDisk disk;
    const auto shelve = [&](std::string_view place, const SealedDossier& sealed) {
        const auto folder = kiosk.places().outbox() / place / sealed.mark.dossier.value();
        REQUIRE(Shelf(folder).write(disk, sealed));
    };
    shelve("tmp", kiosk.sealed(kPaper));
    shelve("q", kiosk.sealed(static_cast<std::size_t>(options().mib) << 20U));
    REQUIRE(kiosk.outbox().add(kiosk.sealed(kPaper)));
}

// After a boot no file is in memory yet.
void forget_files(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const Descriptor file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
        REQUIRE(::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED) == 0);
    }
}

std::ptrdiff_t waiting(const Outbox& outbox) {
    return std::ssize(outbox.list(DossierState::Released).value());
}

double seconds_to_recover(EnrolledKiosk& kiosk) {
    const Stopwatch watch;
    Outbox outbox = kiosk.outbox();
    REQUIRE(outbox.recover());
    REQUIRE(outbox.has_room());
    return watch.seconds();
}

// Until the link has told the queue, and until a citizen's next dossier is kept beside it.
std::array<double, 2> seconds_of_link(EnrolledKiosk& kiosk, const SealedDossier& next) {
    const Stopwatch watch;
    const LinkProgram program(kiosk.places());
    LinkClient client = client_of(kiosk.places());
    const auto told = client.status();
    const double answered = watch.seconds();
    Outbox outbox = kiosk.outbox();
    REQUIRE(outbox.add(next));
    REQUIRE(outbox.release(next.mark.dossier));
    const double kept = watch.seconds();
    REQUIRE(told);
    REQUIRE(told->queue >= options().queued);
    // The link puts right what the cut left; nobody waits for that.
    while (waiting(outbox) < options().queued + 5) REQUIRE(watch.seconds() < 60);
    return {answered, kept};
}

}  // namespace

TEST_CASE("boot", "[.][boot]") {
    province::Served served;
    EnrolledKiosk kiosk(served);
    for (int n = 0; n < options().queued; ++n) kiosk.keep(kPaper);
    leave_crash(kiosk);

    forget_files(kiosk.places().outbox());
    const double recovered = seconds_to_recover(kiosk);
    REQUIRE(waiting(kiosk.outbox()) == options().queued + 2);
    leave_crash(kiosk);
    const SealedDossier next = kiosk.sealed(kPaper);
    REQUIRE(served.province().control("network cut").starts_with("ok"));
    forget_files(kiosk.places().outbox());
    const auto [answered, kept] = seconds_of_link(kiosk, next);

    std::println(
        "boot with {} dossiers in the outbox, of {} kB each, after a cut in the middle of one",
        options().queued, kPaper / 1000);
    CHECK(print_share("opened and put right, seconds", recovered, Goal::AtMost, kMost));
    CHECK(
        print_share("kiosk-link from exec to its answer, seconds", answered, Goal::AtMost, kMost));
    CHECK(print_share("kiosk-link from exec to the next dossier kept", kept, Goal::AtMost, kMost));
}
