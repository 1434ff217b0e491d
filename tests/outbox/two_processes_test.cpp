// The kiosk adds while the link sends and recovers: two real processes on one folder.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

namespace fs = std::filesystem;

constexpr int kDossiers = 12;

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

/// Three processes share a slow machine: whose turn does not come is told so, and asks again.
Result<void> add_with_patience(Outbox& outbox, const SealedDossier& sealed) {
    constexpr int kTurns = 20;
    Result<void> added = fail(Fault::StorageFailed);
    for (int turn = 0; turn < kTurns && !added; ++turn) added = outbox.add(sealed);
    return added;
}

/// The other process: adds dossiers and ends; its exit status is the number that failed.
int add_in_child(const std::filesystem::path& state, StoreLimits limits) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    SystemDisk disk;
    const HandClock clock;
    int failed = kDossiers;
    auto outbox = Outbox::open(place_of(keys(), state, limits), disk, clock);
    for (int n = 0; outbox && n < kDossiers; ++n) {
        const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
        if (add_with_patience(*outbox, sealed) && outbox->release(sealed.mark.dossier)) --failed;
    }
    ::_exit(failed);
}

/// Does something else once, while the outbox removes a file.
class BusyDisk final : public Disk {
public:
    std::function<void()> meanwhile;

    Result<void> make_folder(const fs::path& path) override { return disk_.make_folder(path); }
    Result<void> write(std::span<const NewFile> files) override { return disk_.write(files); }
    Result<void> sync_folder(const fs::path& path) override { return disk_.sync_folder(path); }
    Result<void> rename(const fs::path& from, const fs::path& to) override {
        return disk_.rename(from, to);
    }
    Result<void> remove(const fs::path& path) override {
        if (const auto now = std::exchange(meanwhile, nullptr)) now();
        return disk_.remove(path);
    }
    Result<std::uint64_t> free_bytes(const fs::path& path) override {
        return disk_.free_bytes(path);
    }

private:
    SystemDisk disk_;
};

int status_of(int child) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/// Sends everything that may be sent, as the link does.
void send_all(Outbox& outbox, const Clock& clock, std::multiset<std::string>& sent) {
    const Certificate ca = keys().authority.certificate();
    REQUIRE(outbox.recover());
    const auto waiting = outbox.list(DossierState::Released).value();
    for (const DossierRecord& record : waiting) {
        REQUIRE(outbox.shelf(record.mark.dossier)
                    .inspect(record.mark, record.confirmation, ca)
                    .empty());
        sent.insert(record.mark.dossier.value());
        REQUIRE(outbox.mark_uploaded(record.mark.dossier));
        REQUIRE(outbox.acknowledge(record.mark.dossier,
                                   receipt_for(record.mark, keys(), clock.wall()),
                                   {.ca = ca, .role = Role::Receipt}));
        REQUIRE(outbox.purge(record.mark.dossier));
    }
}

}  // namespace

TEST_CASE("two processes on one outbox lose and double nothing", "[outbox]") {
    const Folder folder;
    static_cast<void>(keys());
    const int first = add_in_child(folder.path(), {});
    const int second = add_in_child(folder.path(), kAllInFiles);
    SystemDisk disk;
    const HandClock clock;
    Outbox outbox = Outbox::open(place_of(keys(), folder.path()), disk, clock).value();
    std::multiset<std::string> sent;

    while (sent.size() < std::size_t{kDossiers} && ::kill(first, 0) == 0)
        send_all(outbox, clock, sent);
    CHECK(status_of(first) == 0);
    CHECK(status_of(second) == 0);
    send_all(outbox, clock, sent);

    CHECK(sent.size() == 2 * kDossiers);
    CHECK(std::set(sent.begin(), sent.end()).size() == 2 * kDossiers);
    CHECK(outbox.list(DossierState::Purged)->size() == 2 * kDossiers);
    CHECK(outbox.verify()->empty());
}

TEST_CASE("a kiosk killed between keeping and telling leaves a dossier that the link sends",
          "[outbox]") {
    const Folder folder;
    static_cast<void>(keys());
    const pid_t child = ::fork();
    if (child == 0) {
        SystemDisk disk;
        const HandClock clock;
        auto outbox = Outbox::open(place_of(keys(), folder.path()), disk, clock);
        const bool kept = outbox && outbox->add(sealed_dossier(keys(), clock.wall()));
        ::_exit(kept ? 0 : 1);
    }
    REQUIRE(status_of(child) == 0);
    SystemDisk disk;
    const HandClock clock;
    Outbox outbox = Outbox::open(place_of(keys(), folder.path()), disk, clock).value();
    CHECK(outbox.list(DossierState::Held)->size() == 1);

    REQUIRE(outbox.recover());

    const auto released = outbox.list(DossierState::Released).value();
    REQUIRE(released.size() == 1);
    CHECK(released[0].confirmation == Confirmation::Unconfirmed);
    CHECK(outbox.verify()->empty());
}

TEST_CASE("while the kiosk is keeping a dossier nobody takes it for abandoned", "[outbox]") {
    const Folder folder;
    SystemDisk disk;
    const HandClock clock;
    Outbox kiosk = Outbox::open(place_of(keys(), folder.path()), disk, clock).value();
    Outbox link = Outbox::open(place_of(keys(), folder.path()), disk, clock).value();
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
    REQUIRE(kiosk.add(sealed));

    REQUIRE(link.recover());
    CHECK(link.list(DossierState::Held)->size() == 1);

    REQUIRE(kiosk.release(sealed.mark.dossier));
    REQUIRE(link.recover());
    CHECK(link.find(sealed.mark.dossier).value()->confirmation == Confirmation::Confirmed);
}

TEST_CASE("a dossier that is being kept is not damage to a scrub at that moment", "[outbox]") {
    const Folder folder;
    static_cast<void>(keys());
    SystemDisk disk;
    const HandClock clock;
    Outbox link = Outbox::open(place_of(keys(), folder.path()), disk, clock).value();
    const SealedDossier known = sealed_dossier(keys(), clock.wall());
    REQUIRE(link.add(known));
    REQUIRE(link.release(known.mark.dossier));
    // Something else under the name of a sound dossier, found long ago.
    REQUIRE(disk.make_folder(folder.path() / "outbox" / "quarantine" / known.mark.dossier.value()));
    const int child = add_in_child(folder.path(), GENERATE(StoreLimits{}, kAllInFiles));

    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) CHECK(link.scrub() == 0);

    CHECK(WEXITSTATUS(status) == 0);
    const auto records = link.list().value();
    CHECK(records.size() == 1 + kDossiers);
    CHECK(std::ranges::none_of(records,
                               [](const DossierRecord& each) { return each.parked.has_value(); }));
}

TEST_CASE("a citizen's dossier does not wait while the link clears away others", "[outbox]") {
    const Folder folder;
    SystemDisk disk;
    BusyDisk busy;
    const HandClock clock;
    Outbox kiosk = Outbox::open(place_of(keys(), folder.path(), kAllInFiles), disk, clock).value();
    Outbox link = Outbox::open(place_of(keys(), folder.path()), busy, clock).value();
    const SealedDossier first = sealed_dossier(keys(), clock.wall());
    REQUIRE(kiosk.add(first));
    REQUIRE(kiosk.release(first.mark.dossier));
    REQUIRE(link.mark_uploaded(first.mark.dossier));
    REQUIRE(link.acknowledge(first.mark.dossier, receipt_for(first.mark, keys(), clock.wall()),
                             {.ca = keys().authority.certificate(), .role = Role::Receipt}));
    const SealedDossier second = sealed_dossier(keys(), clock.wall());
    Result<void> added = fail(Fault::BrokenAssumption);
    busy.meanwhile = [&] { added = kiosk.add(second); };

    REQUIRE(link.recover());

    CHECK(added);
    CHECK(link.find(first.mark.dossier).value()->state == DossierState::Purged);
    CHECK(link.find(second.mark.dossier).value()->state == DossierState::Held);
}
