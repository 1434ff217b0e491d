// How fast a part is sealed, beside what the library's own benchmark makes of the bare cipher; and
// how many dossiers are kept a second, beside bare commits of the same bytes.
#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/outbox/envelope.h"
#include "tests/bench/delivery.h"
#include "tests/support/folder.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;
using namespace motlan::bench;

namespace {

constexpr double kMB = 1e6;
constexpr std::size_t kPage = std::size_t{2} << 20U;  // a scanned page in colour

// Bytes of AES-256-GCM in a second of work by "openssl speed", in blocks of that size.
double bare_cipher(std::size_t block) {
    const std::string command =
        std::format("openssl speed -mr -evp aes-256-gcm -bytes {} -seconds 3 2>/dev/null", block);
    const std::unique_ptr<FILE, int (*)(FILE*)> speed(::popen(command.c_str(), "r"), ::pclose);
    REQUIRE(speed);
    std::array<char, 256> line{};
    double rate = 0;
    while (std::fgets(line.data(), line.size(), speed.get()) != nullptr)
        static_cast<void>(std::sscanf(line.data(), "+F:%*d:%*[^:]:%lf", &rate));
    REQUIRE(rate > 0);
    return rate;
}

double sealing(const std::vector<Certificate>& recipients) {
    const Bytes page(kPage, 'p');
    const WorkWatch watch;
    double bytes = 0;
    for (; watch.seconds() < 3; bytes += static_cast<double>(page.size()))
        REQUIRE(seal_envelope(page, recipients));
    return bytes / watch.seconds();
}

// A store with nothing but one table, committed as safely as the outbox.
class BareStore {
public:
    explicit BareStore(const std::filesystem::path& file) {
        REQUIRE(sqlite3_open(file.c_str(), &store_) == SQLITE_OK);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("CREATE TABLE dossiers (id TEXT PRIMARY KEY, state TEXT)");
        run("CREATE TABLE parts (dossier TEXT, bytes BLOB)");
    }
    BareStore(const BareStore&) = delete;
    BareStore& operator=(const BareStore&) = delete;
    ~BareStore() { sqlite3_close(store_); }

    void keep(const SealedDossier& sealed) {
        const std::string& id = sealed.mark.dossier.value();
        run("BEGIN IMMEDIATE");
        change("INSERT INTO dossiers VALUES(?,?)", id, as_bytes("held"));
        change("INSERT INTO parts VALUES(?,?)", id, sealed.label);
        change("INSERT INTO parts VALUES(?,?)", id, sealed.unconfirmed_label);
        for (const Bytes& part : sealed.parts) change("INSERT INTO parts VALUES(?,?)", id, part);
        run("COMMIT");
    }
    void release(const SealedDossier& sealed) {
        change("UPDATE dossiers SET state=?2 WHERE id=?1", sealed.mark.dossier.value(),
               as_bytes("released"));
    }

private:
    void run(const char* statement) {
        REQUIRE(sqlite3_exec(store_, statement, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    void change(const char* sql, const std::string& id, ByteView bytes) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(store_, sql, -1, &statement, nullptr);
        sqlite3_bind_text(statement, 1, id.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_blob64(statement, 2, bytes.data(), bytes.size(), SQLITE_STATIC);
        REQUIRE(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_finalize(statement);
    }

    sqlite3* store_ = nullptr;
};

// Seconds that the same took here and there.
struct Pair {
    double ours = 0;
    double bare = 0;
};

double seconds_of(const std::function<void()>& work) {
    const Stopwatch watch;
    work();
    return watch.seconds();
}

void print_pair(const std::string& what, const Pair& pair) {
    std::println("{}: {:.0f} a second, bare commits {:.0f}", what, options().times / pair.ours,
                 options().times / pair.bare);
    print_share(what + ", share", pair.bare / pair.ours, Goal::AtLeast, 0.80);
}

}  // namespace

TEST_CASE("seal", "[.][seal]") {
    const Keys keys;
    const std::vector<Certificate> recipients{keys.recipient.read_certificate()};
    sealing(recipients);

    const double ours = sealing(recipients);
    for (const std::size_t block : {kPage, std::size_t{16'384}}) {
        const double bare = bare_cipher(block);
        std::println("sealing pages of 2 MiB {:.0f} MB/s, bare AES-256-GCM by {} KiB {:.0f} MB/s",
                     ours / kMB, block / 1024, bare / kMB);
        print_share("sealing, share of the bare cipher", ours / bare, Goal::AtLeast, 0.80);
    }
}

TEST_CASE("outbox", "[.][outbox]") {
    const Keys keys;
    const SystemClock clock;
    SystemDisk disk;
    for (const std::size_t paper : {std::size_t{100'000}, std::size_t{1'500'000}}) {
        const Folder folder;
        Outbox outbox = Outbox::open(place_of(keys, folder.path()), disk, clock).value();
        BareStore bare(folder.path() / "bare.db");
        Pair keep;
        Pair release;
        for (int n = 0; n < options().times; ++n) {
            const SealedDossier sealed = sealed_dossier(keys, clock.wall(), paper);
            keep.ours += seconds_of([&] { REQUIRE(outbox.add(sealed)); });
            release.ours += seconds_of([&] { REQUIRE(outbox.release(sealed.mark.dossier)); });
            keep.bare += seconds_of([&] { bare.keep(sealed); });
            release.bare += seconds_of([&] { bare.release(sealed); });
        }
        print_pair(std::format("keeping dossiers of {} kB", paper / 1000), keep);
        print_pair("moving them to their next state", release);
    }
}
