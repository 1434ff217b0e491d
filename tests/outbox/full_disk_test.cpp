// A disk that is really full: a small one of our own in a child's mount namespace.
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fcntl.h>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr int kNoDisk = 77;

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

/// Runs `visit` on an empty disk of four megabytes; the child's exit status is what it answers.
int on_small_disk(const std::filesystem::path& folder, const std::function<int()>& visit) {
    const pid_t child = ::fork();
    if (child == 0) {
        const bool has_disk =
            (::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) &&
            ::mount("none", folder.c_str(), "tmpfs", 0, "size=4m") == 0;
        ::_exit(has_disk ? visit() : kNoDisk);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/// Writes until nothing more fits.
void fill(const std::filesystem::path& file) {
    const Descriptor full(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    const Bytes page(4096);
    while (::write(full.number(), page.data(), page.size()) > 0) {
    }
}

OutboxPlace small_place(const std::filesystem::path& state, StoreLimits limits) {
    OutboxPlace place = place_of(keys(), state, limits);
    place.room = {.worst_dossier = 1 << 20, .reserve = 1 << 18, .given_up = 1 << 19};
    return place;
}

}  // namespace

TEST_CASE("a receipt is stored on a full disk and frees it", "[outbox]") {
    const StoreLimits limits = GENERATE(StoreLimits{}, kAllInFiles);
    const Folder folder;
    static_cast<void>(keys());
    const int status = on_small_disk(folder.path(), [&] {
        SystemDisk disk;
        const HandClock clock;
        const Certificate ca = keys().authority.certificate();
        Outbox outbox = Outbox::open(small_place(folder.path(), limits), disk, clock).value();
        const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
        const bool is_kept = outbox.has_room() && outbox.add(sealed) &&
                             outbox.release(sealed.mark.dossier) && outbox.recover();
        fill(folder.path() / "filler");
        if (!is_kept || outbox.has_room() || !outbox.mark_uploaded(sealed.mark.dossier)) return 1;
        if (std::filesystem::exists(folder.path() / "outbox/reserve")) return 6;
        const Bytes receipt = receipt_for(sealed.mark, keys(), clock.wall());
        if (!outbox.acknowledge(sealed.mark.dossier, receipt, {.ca = ca, .role = Role::Receipt}))
            return 2;
        if (!outbox.purge(sealed.mark.dossier) || !outbox.verify()->empty()) return 3;
        std::filesystem::remove(folder.path() / "filler");
        if (!outbox.recover() || !outbox.has_room()) return 4;
        return std::filesystem::exists(folder.path() / "outbox/reserve") ? 0 : 5;
    });
    if (status == kNoDisk) SKIP("this machine gives no disk to fill");

    CHECK(status == 0);
}

TEST_CASE("on a full disk nothing is kept, nothing is broken and space is enough to go on",
          "[outbox]") {
    const StoreLimits limits = GENERATE(StoreLimits{}, kAllInFiles);
    const Folder folder;
    static_cast<void>(keys());
    const int status = on_small_disk(folder.path(), [&] {
        SystemDisk disk;
        const HandClock clock;
        Outbox outbox = Outbox::open(small_place(folder.path(), limits), disk, clock).value();
        fill(folder.path() / "filler");
        const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
        const auto added = outbox.add(sealed);
        if (added || added.error() != Fault::DiskFull || !outbox.list()->empty()) return 1;
        if (outbox.has_room() || !outbox.verify()->empty()) return 2;
        std::filesystem::remove(folder.path() / "filler");
        return outbox.has_room() && outbox.add(sealed) ? 0 : 3;
    });
    if (status == kNoDisk) SKIP("this machine gives no disk to fill");

    CHECK(status == 0);
}
