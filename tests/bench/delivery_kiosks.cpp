// Hundreds of kiosks at once against one province. Each has its own keys, certificate and
// connection, and speaks by the kiosk's own code; dossiers are sealed before the clock starts.
#include <algorithm>
#include <cstdlib>
#include <latch>
#include <memory>
#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/bundle.h"
#include "kiosk/backend/province_client.h"
#include "kiosk/link/backoff.h"
#include "kiosk/outbox/random.h"
#include "kiosk/outbox/receipt.h"
#include "tests/bench/delivery.h"
#include "tests/province/served.h"

using namespace motlan;
using namespace motlan::bench;

namespace {

constexpr std::size_t kPaper = 100'000;
constexpr std::size_t kPiece = std::size_t{1} << 20U;

// One kiosk: what it holds, and how long each of its dossiers took.
class SimulatedKiosk {
public:
    SimulatedKiosk(province::Served& served, const Bundle& bundle, int number)
        : enrolment_(enrol(served, number)),
          key_(read_tls_key(folder(served, number), enrolment_, clock_.wall()).value()),
          line_(HttpsClient::open(enrolment_, key_, clock_, {}).value()),
          trust_(bundle.receipt_trust(enrolment_)) {
        const PrivateKey device =
            read_device_key(folder(served, number), enrolment_, clock_.wall()).value();
        for (int n = 0; n < options().rounds; ++n) dossiers_.push_back(sealed(bundle, device));
    }

    void work() {
        for (const SealedDossier& dossier : dossiers_) {
            const Stopwatch watch;
            const bool done = deliver_at_last(dossier);
            if (done) seconds.push_back(watch.seconds());
            if (!done) ++errors;
        }
    }

    std::vector<double> seconds;
    int again = 0;
    int errors = 0;

private:
    static std::filesystem::path folder(province::Served& served, int number) {
        return served.home().parent_path() / std::format("kiosk-{}", number);
    }
    static Enrolment enrol(province::Served& served, int number) {
        REQUIRE(province::enrol_kiosk(served.home(), {.kiosk = std::format("BENCH-{}", number),
                                                      .out = folder(served, number),
                                                      .address = {}}));
        return read_enrolment(folder(served, number)).value();
    }

    [[nodiscard]] SealedDossier sealed(const Bundle& bundle, const PrivateKey& device) const {
        const std::vector<PlainPart> parts{
            {"form", PartKind::Form, to_bytes(R"({"type":"motlan-form","version":1})")},
            {"old_extract", PartKind::Paper, Bytes(kPaper, 'p')}};
        const ManifestWords words{.dossier = new_dossier_id().value(),
                                  .procedure = "2.000635",
                                  .software = "bench",
                                  .boot = boot_id(),
                                  .bundle = bundle.version,
                                  .sealed = clock_.wall()};
        return seal(parts, words,
                    {enrolment_.province.kiosk, device, enrolment_.ca, bundle.recipients})
            .value();
    }

    // As the link does: what did not come through is tried again after its pause.
    bool deliver_at_last(const SealedDossier& dossier) {
        constexpr int kMostTries = 5;
        Backoff backoff;
        for (int tries = 1; !deliver(dossier); ++tries) {
            if (tries == kMostTries) return false;
            ++again;
            std::this_thread::sleep_for(backoff.next(random_share()));
        }
        return true;
    }

    // As the courier does, from memory instead of the outbox.
    Result<void> deliver(const SealedDossier& dossier) {
        const DossierId& id = dossier.mark.dossier;
        if (const auto done = line_.announce(id, dossier.label); !done) return done;
        for (std::size_t n = 0; n < dossier.parts.size(); ++n) {
            auto upload = line_.open_upload(id, n);
            if (!upload) return fail(upload.error());
            if (const auto sent = send(*upload, dossier.parts[n]); !sent) return sent;
        }
        const auto completion = line_.complete(id);
        if (!completion) return fail(completion.error());
        return verify_receipt(completion->receipt, dossier.mark, trust_, clock_.wall())
            .transform([](const ProvinceReceipt&) {});
    }

    Result<void> send(Upload& upload, ByteView part) {
        while (!upload.is_complete) {
            const auto piece = part.subspan(static_cast<std::size_t>(upload.offset));
            const auto size = std::min(piece.size(), kPiece);
            const auto sent = line_.append(upload, piece.first(size), size == piece.size());
            if (!sent) return sent;
        }
        return {};
    }

    SystemClock clock_;
    Enrolment enrolment_;
    PrivateKey key_;
    ProvinceClient line_;
    Trust trust_;
    std::vector<SealedDossier> dossiers_;
};

Bundle bundle_of(province::Served& served) {
    const SystemClock clock;
    const Enrolment enrolment = read_enrolment(served.enrolment()).value();
    const PrivateKey key = read_tls_key(served.enrolment(), enrolment, clock.wall()).value();
    ProvinceClient line(HttpsClient::open(enrolment, key, clock, {}).value());
    return open_bundle(line.bundle(0).value().value(), enrolment, clock.wall()).value();
}

double run_all(std::vector<std::unique_ptr<SimulatedKiosk>>& kiosks) {
    std::latch start(std::ssize(kiosks) + 1);
    std::vector<std::jthread> threads;
    for (auto& kiosk : kiosks) {
        threads.emplace_back([&start, &kiosk] {
            start.arrive_and_wait();
            kiosk->work();
        });
    }
    start.arrive_and_wait();
    const Stopwatch watch;
    threads.clear();
    return watch.seconds();
}

double share_of(const std::vector<double>& sorted, double share) {
    return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(share * double(sorted.size() - 1))];
}

}  // namespace

TEST_CASE("kiosks", "[.][kiosks]") {
    const auto most = static_cast<std::size_t>(options().kiosks);
    province::Served served({.most_kiosks = most + 50});
    const Bundle bundle = bundle_of(served);
    std::vector<std::unique_ptr<SimulatedKiosk>> kiosks;
    for (int n = 0; n < options().kiosks; ++n)
        kiosks.push_back(std::make_unique<SimulatedKiosk>(served, bundle, n));

    const double seconds = run_all(kiosks);

    std::vector<double> each;
    int again = 0;
    int errors = 0;
    for (const auto& kiosk : kiosks) {
        again += kiosk->again;
        each.insert(each.end(), kiosk->seconds.begin(), kiosk->seconds.end());
        errors += kiosk->errors;
    }
    std::ranges::sort(each);
    const bool is_sqlite = std::getenv("PROVINCE_DATABASE") == nullptr;
    std::println("{:<11} {:>6} {:>9} {:>6} {:>7} {:>11} {:>7} {:>7}", "store", "kiosks", "dossiers",
                 "again", "errors", "dossiers/s", "p50 s", "p99 s");
    std::println("{:<11} {:>6} {:>9} {:>6} {:>7} {:>11.1f} {:>7.2f} {:>7.2f}",
                 is_sqlite ? "SQLite" : "PostgreSQL", kiosks.size(), each.size(), again, errors,
                 static_cast<double>(each.size()) / seconds, share_of(each, 0.5),
                 share_of(each, 0.99));
    CHECK(errors == 0);
    const auto ledger = province::Ledger::open(province::Ledger::place_in(served.home())).value();
    CHECK(ledger->received()->size() == each.size());
}
