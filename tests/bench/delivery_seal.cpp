// How fast a part is sealed, beside what the library's own benchmark makes of the bare cipher and
// beside what no sealing does without; and how many dossiers are kept a second, beside bare commits
// of one row of the same bytes.
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/freed_by.h"
#include "kiosk/core/json.h"
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
constexpr std::size_t kPaper = 4 * kPage;             // a part is a paper with all its pages

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

// Bytes a second that are encrypted when parts are sealed, which the padding fills to that size.
double sealing(std::size_t size, const Envelope& envelope) {
    const Bytes part(size - 1, 'p');
    const WorkWatch watch;
    double bytes = 0;
    for (; watch.seconds() < 3; bytes += static_cast<double>(size)) REQUIRE(envelope.seal(part));
    return bytes / watch.seconds();
}

// The same cipher with what every sealed part needs besides: memory of its own for the sealed
// bytes, and a fresh key to agree on a secret with the recipient's.
double least_sealing(std::size_t part) {
    using Key = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
    const Bytes page(part, 'p');
    const std::array<std::uint8_t, 32> key{};
    const Key recipient(EVP_EC_gen("P-256"));
    const WorkWatch watch;
    double bytes = 0;
    for (; watch.seconds() < 3; bytes += static_cast<double>(page.size())) {
        const Key fresh(EVP_EC_gen("P-256"));
        const std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>> agreement(
            EVP_PKEY_CTX_new(fresh.get(), nullptr));
        std::array<std::uint8_t, 32> secret{};
        std::size_t size = secret.size();
        REQUIRE(EVP_PKEY_derive_init(agreement.get()) == 1);
        REQUIRE(EVP_PKEY_derive_set_peer(agreement.get(), recipient.get()) == 1);
        REQUIRE(EVP_PKEY_derive(agreement.get(), secret.data(), &size) == 1);
        const std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>> cipher(
            EVP_CIPHER_CTX_new());
        const auto sealed = std::make_unique_for_overwrite<std::uint8_t[]>(page.size());
        int written = 0;
        REQUIRE(EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key.data(),
                                   key.data()) == 1);
        REQUIRE(EVP_EncryptUpdate(cipher.get(), sealed.get(), &written, page.data(),
                                  static_cast<int>(page.size())) == 1);
    }
    return bytes / watch.seconds();
}

// What a dossier leaves in the outbox, in one piece.
Bytes row_of(const SealedDossier& sealed, const AuditRecord& record) {
    const std::string marks = to_json(to_tree(sealed.mark.parts));
    Bytes row;
    for (const ByteView piece : {as_bytes(marks), as_bytes(record.text), as_bytes(record.hash)})
        row.insert(row.end(), piece.begin(), piece.end());
    for (const SealedFile& file : files_of(sealed))
        row.insert(row.end(), file.bytes.begin(), file.bytes.end());
    return row;
}

// A store with nothing but rows, committed as safely as the outbox: keeping is one row, another
// state one row that is changed and one that tells of it.
class BareStore {
public:
    explicit BareStore(const std::filesystem::path& file) {
        REQUIRE(sqlite3_open(file.c_str(), &store_) == SQLITE_OK);
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("PRAGMA secure_delete=ON");
        run("CREATE TABLE kept (bytes BLOB)");
        run("CREATE TABLE state (word TEXT)");
        run("INSERT INTO state VALUES('held')");
        REQUIRE(sqlite3_prepare_v2(store_, "INSERT INTO kept VALUES(?)", -1, &keep_, nullptr) ==
                SQLITE_OK);
    }
    BareStore(const BareStore&) = delete;
    BareStore& operator=(const BareStore&) = delete;
    ~BareStore() {
        sqlite3_finalize(keep_);
        sqlite3_close(store_);
    }

    void keep(ByteView bytes) {
        sqlite3_bind_blob64(keep_, 1, bytes.data(), bytes.size(), SQLITE_STATIC);
        REQUIRE(sqlite3_step(keep_) == SQLITE_DONE);
        sqlite3_reset(keep_);
    }
    void move_on(ByteView record) {
        run("BEGIN IMMEDIATE");
        run("UPDATE state SET word='released'");
        keep(record);
        run("COMMIT");
    }
    void purge() { run("DELETE FROM kept"); }

private:
    void run(const char* statement) {
        REQUIRE(sqlite3_exec(store_, statement, nullptr, nullptr, nullptr) == SQLITE_OK);
    }

    sqlite3* store_ = nullptr;
    sqlite3_stmt* keep_ = nullptr;
};

// Seconds that the same took here and there, each time. The median is told: now and then one of
// them waits for what other programs write, or for SQLite to move its log into the store.
struct Pair {
    std::vector<double> ours;
    std::vector<double> bare;
};

double median(std::vector<double> seconds) {
    std::ranges::nth_element(seconds, seconds.begin() + std::ssize(seconds) / 2);
    return seconds[seconds.size() / 2];
}

double seconds_of(const std::function<void()>& work) {
    const Stopwatch watch;
    work();
    return watch.seconds();
}

// They take turns at being the first: what one leaves to the disk, the next one waits for.
void time_both(Pair& pair, const std::function<void()>& ours, const std::function<void()>& bare) {
    const bool are_we_first = pair.ours.size() % 2 == 0;
    if (are_we_first) pair.ours.push_back(seconds_of(ours));
    pair.bare.push_back(seconds_of(bare));
    if (!are_we_first) pair.ours.push_back(seconds_of(ours));
}

void print_pair(const std::string& what, const Pair& pair) {
    const double ours = median(pair.ours);
    const double bare = median(pair.bare);
    std::println("{}: {:.0f} a second, bare commits {:.0f}", what, 1 / ours, 1 / bare);
    print_share(what + ", share", bare / ours, Goal::AtLeast, 0.80);
}

}  // namespace

TEST_CASE("seal", "[.][seal]") {
    const Keys keys;
    const Envelope envelope = Envelope::to(std::array{keys.recipient.read_certificate()}).value();
    sealing(kPage, envelope);

    for (const std::size_t part : {kPage, kPaper}) {
        const double bare = bare_cipher(part);
        const double ours = sealing(part, envelope);
        const double least = least_sealing(part);
        std::println(
            "parts of {} MiB: sealed {:.0f} MB/s; bare AES-256-GCM {:.0f}; it, a fresh key and "
            "memory of its own {:.0f}",
            part >> 20U, ours / kMB, bare / kMB, least / kMB);
        print_share("sealing, share of the bare cipher", ours / bare, Goal::AtLeast, 0.80);
        print_share("what no sealing does without, share", least / bare, Goal::AtLeast, 0.80);
    }
}

// What was kept is purged each time, here and there, so that neither store grows.
TEST_CASE("outbox", "[.][outbox]") {
    const Keys keys;
    const Certificate ca = keys.authority.certificate();
    const SystemClock clock;
    SystemDisk disk;
    for (const std::size_t paper : {std::size_t{100'000}, std::size_t{1'500'000}}) {
        const Folder folder;
        Outbox outbox = Outbox::open(place_of(keys, folder.path()), disk, clock).value();
        REQUIRE(outbox.note({AuditEvent::VisitStarted}));
        BareStore bare(folder.path() / "bare.db");
        Pair keep;
        Pair release;
        for (int n = 0; n < options().times; ++n) {
            const SealedDossier sealed = sealed_dossier(keys, clock.wall(), paper);
            const DossierId& id = sealed.mark.dossier;
            const AuditRecord record = outbox.audit_book().value().records.back();
            const Bytes row = row_of(sealed, record);
            time_both(keep, [&] { REQUIRE(outbox.add(sealed)); }, [&] { bare.keep(row); });
            time_both(
                release, [&] { REQUIRE(outbox.release(id)); },
                [&] { bare.move_on(as_bytes(record.text)); });
            REQUIRE(outbox.acknowledge(id, receipt_for(sealed.mark, keys, clock.wall()),
                                       {.ca = ca, .role = Role::Receipt}));
            REQUIRE(outbox.purge(id));
            bare.purge();
        }
        print_pair(std::format("keeping dossiers of {} kB", paper / 1000), keep);
        print_pair("moving them to their next state", release);
    }
}
