#include "tests/faults/careless.h"

#include <algorithm>

#include "kiosk/core/expects.h"
#include "kiosk/outbox/random.h"

namespace motlan::testing {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"promises_early", "enters_first", "ignores_faults", "aborts_on_fault", "lets_throw",
     "clears_at_start", "seals_again", "never_recovers", "believes_the_road", "gives_up",
     "takes_any_receipt", "trusts_its_offset"});

Store store_of(const Kiosk& kiosk) {
    return Store::open(kiosk.state / "outbox" / "outbox.db").value();
}

// A row, a while later what it is about.
Result<void> enter_first(Kiosk& kiosk, const SealedDossier& sealed) {
    const WallTime now = kiosk.machine.wall();
    const std::string& name = sealed.mark.dossier.value();
    Store store = store_of(kiosk);
    const auto entered = store.insert({.mark = sealed.mark, .entered = now, .changed = now});
    if (!entered || kiosk.limits.dossier == 0)
        return entered ? Shelf(kiosk.state / "outbox" / "q" / name).write(kiosk.disk, sealed)
                       : entered;
    return store
        .transact([&]() -> Result<bool> {
            return store.sealed().keep(name, files_of(sealed)).transform([] { return true; });
        })
        .transform([](bool) {});
}

// What a crash left is not worth a look.
void clear(const Kiosk& kiosk) {
    std::error_code ignored;
    std::filesystem::remove_all(kiosk.state / "outbox" / "q", ignored);
    Store store = store_of(kiosk);
    const auto records = store.list().value();
    for (const DossierRecord& record : records)
        static_cast<void>(store.sealed().drop(record.mark.dossier.value()));
}

std::vector<DossierRecord> waiting(const Outbox& outbox) {
    auto records = outbox.list().value_or(std::vector<DossierRecord>());
    std::erase_if(records, [](const DossierRecord& each) {
        return each.state == DossierState::Purged || each.state == DossierState::Held;
    });
    return records;
}

// Counts as received whatever stands in the queue.
void believe(Kiosk& kiosk, Outbox& outbox) {
    for (const DossierRecord& record : waiting(outbox)) {
        static_cast<void>(store_of(kiosk).keep_receipt(
            record.mark.dossier, DossierState::Acknowledged, Bytes{1}, kiosk.machine.wall()));
    }
    static_cast<void>(outbox.recover());
}

// A signature of the right signer, about anything.
void take_any_receipt(Kiosk& kiosk, Outbox& outbox, ProvinceClient& province) {
    for (const DossierRecord& record : waiting(outbox)) {
        const auto completion = province.complete(record.mark.dossier);
        if (!completion || completion->receipt.empty()) continue;
        static_cast<void>(store_of(kiosk).keep_receipt(record.mark.dossier,
                                                       DossierState::Acknowledged,
                                                       completion->receipt, kiosk.machine.wall()));
    }
    static_cast<void>(outbox.recover());
}

// From the first byte at each start, whatever the province says; in pieces as the road was then.
void append_blindly(const Outbox& outbox, ProvinceClient& province, const DossierRecord& record) {
    const Shelf shelf = outbox.shelf(record.mark.dossier);
    const auto size_of_pieces = static_cast<std::size_t>(10'000 + 20'000 * random_share());
    static_cast<void>(province.announce(record.mark.dossier, *shelf.label(record.confirmation)));
    for (std::size_t part = 0; part < record.mark.parts.size(); ++part) {
        const std::int64_t size = record.mark.parts[part].size;
        auto upload = province.open_upload(record.mark.dossier, part);
        for (std::int64_t at = 0; upload && at < size;
             at += static_cast<std::int64_t>(size_of_pieces)) {
            upload->offset = at;
            const auto piece = shelf.piece(part, at, size_of_pieces);
            if (!province.append(*upload, *piece, at + std::ssize(*piece) == size)) return;
        }
    }
}

void trust_own_offset(const Outbox& outbox, ProvinceClient& province) {
    for (const DossierRecord& record : waiting(outbox)) append_blindly(outbox, province, record);
}

Result<bool> send_without_recovery(Kiosk& kiosk) {
    auto outbox = kiosk.outbox();
    const auto tls = kiosk.tls_key();
    auto province = kiosk.line(*tls);
    const BundleStore bundles({kiosk.enrolment, kiosk.machine, kiosk.disk});
    if (!outbox || !bundles.bundle()) return false;
    Courier courier(*outbox, *province);
    for (const DossierRecord& record : waiting(*outbox)) {
        static_cast<void>(courier.carry(record, bundles.bundle()->receipt_trust(kiosk.enrolment)));
    }
    return is_done(*outbox);
}

Result<bool> send_once_blindly(Kiosk& kiosk) {
    auto outbox = kiosk.outbox();
    const auto tls = kiosk.tls_key();
    auto province = kiosk.line(*tls);
    if (!outbox || !province) return false;
    trust_own_offset(*outbox, *province);
    for (const DossierRecord& record : waiting(*outbox)) {
        const auto completion = province->complete(record.mark.dossier);
        if (!completion || completion->receipt.empty()) continue;
        static_cast<void>(store_of(kiosk).keep_receipt(record.mark.dossier,
                                                       DossierState::Acknowledged,
                                                       completion->receipt, kiosk.machine.wall()));
    }
    static_cast<void>(outbox->recover());
    return is_done(*outbox);
}

bool has_given_up(Kiosk& kiosk) {
    auto outbox = kiosk.outbox();
    return outbox && std::ranges::any_of(waiting(*outbox), [](const DossierRecord& record) {
               return record.parked.has_value();
           });
}

void give_up(Outbox& outbox) {
    for (const DossierRecord& record : waiting(outbox)) {
        static_cast<void>(outbox.park(record.mark.dossier, Fault::StorageFailed));
    }
}

}  // namespace

std::optional<Careless> careless_of(std::string_view name) {
    for (std::size_t n = 0; n < kNames.size(); ++n) {
        if (kNames[n] == name) return static_cast<Careless>(n);
    }
    return std::nullopt;
}

Result<void> keep_carelessly(Kiosk& kiosk, Careless careless) {
    const bool is_special = careless <= Careless::IgnoresFaults;
    if (!is_special) {
        const auto kept = keep(kiosk);
        expects(kept || careless != Careless::AbortsOnFault);
        return kept;
    }
    const auto sealed = sealed_visit(kiosk);
    if (!sealed) return fail(sealed.error());
    auto outbox = kiosk.outbox();
    if (careless == Careless::PromisesEarly) tell("promised", sealed->mark.dossier);
    auto kept = outbox ? Result<void>() : fail(outbox.error());
    if (kept)
        kept =
            careless == Careless::EntersFirst ? enter_first(kiosk, *sealed) : outbox->add(*sealed);
    if (!kept && careless != Careless::IgnoresFaults) return kept;
    tell("promised", sealed->mark.dossier);
    return outbox ? outbox->release(sealed->mark.dossier) : kept;
}

void restart_carelessly(Kiosk& kiosk, Careless careless) {
    const std::filesystem::path outbox = kiosk.state / "outbox";
    if (!std::filesystem::exists(outbox / "outbox.db")) return;
    const bool waits =
        !std::filesystem::is_empty(outbox / "q") || !is_done(kiosk.outbox().value()).value_or(true);
    if (careless == Careless::ClearsAtStart) clear(kiosk);
    if (careless == Careless::SealsAgain && waits) static_cast<void>(keep(kiosk));
}

Result<bool> send_carelessly(Kiosk& kiosk, int rounds, Careless careless) {
    if (careless == Careless::NeverRecovers) return send_without_recovery(kiosk);
    if (careless == Careless::TrustsItsOffset) return send_once_blindly(kiosk);
    const bool is_hasty = careless == Careless::BelievesTheRoad || careless == Careless::GivesUp ||
                          careless == Careless::TakesAnyReceipt;
    if (careless == Careless::GivesUp && has_given_up(kiosk)) return false;
    const auto sent = send(kiosk, is_hasty ? 1 : rounds);
    expects(sent || careless != Careless::AbortsOnFault);
    auto outbox = kiosk.outbox();
    const auto tls = kiosk.tls_key();
    auto province = tls ? kiosk.line(*tls) : fail(tls.error());
    if (!outbox || !province || !is_hasty) return sent;
    if (careless == Careless::BelievesTheRoad) believe(kiosk, *outbox);
    if (careless == Careless::GivesUp) give_up(*outbox);
    if (careless == Careless::TakesAnyReceipt) take_any_receipt(kiosk, *outbox, *province);
    return is_done(*outbox);
}

}  // namespace motlan::testing
