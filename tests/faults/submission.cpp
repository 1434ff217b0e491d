#include "tests/faults/submission.h"

#include <unistd.h>

#include <algorithm>
#include <format>

#include "kiosk/core/floor_clock.h"
#include "kiosk/core/log.h"

namespace motlan::testing {
namespace {

template <typename T>
Result<T> enrolled(Checked<T> read) {
    return std::move(read).transform_error([](const Problem&) { return Fault::NotEnrolled; });
}

}  // namespace

Result<Kiosk> Kiosk::open(const std::filesystem::path& state, const Clock& machine) {
    return enrolled(read_enrolment(state / "enrolment")).transform([&](Enrolment enrolment) {
        return Kiosk{state, std::move(enrolment), machine};
    });
}

Result<Outbox> Kiosk::outbox() {
    return Outbox::open({.folder = state / "outbox", .ca = enrolment.ca, .limits = limits}, disk,
                        machine);
}

Result<PrivateKey> Kiosk::device_key() const {
    return enrolled(read_device_key(state / "enrolment", enrolment, machine.wall()));
}

Result<PrivateKey> Kiosk::tls_key() const {
    return enrolled(read_tls_key(state / "enrolment", enrolment, machine.wall()));
}

Result<ProvinceClient> Kiosk::line(const PrivateKey& tls_key) const {
    return HttpsClient::open(enrolment, tls_key, machine, {}).transform([](HttpsClient https) {
        return ProvinceClient(std::move(https));
    });
}

void tell(std::string_view word, const DossierId& id) {
    const std::string line = std::format("{} {}\n", word, id.value());
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, line.data(), line.size());
}

Result<SealedDossier> sealed_visit(Kiosk& kiosk) {
    const auto device = kiosk.device_key();
    const BundleStore bundles({kiosk.enrolment, kiosk.machine, kiosk.disk});
    const auto id = new_dossier_id();
    if (!device || !bundles.bundle() || !id) return fail(Fault::SealingFailed);
    const std::vector<PlainPart> parts{
        {"form", PartKind::Form, to_bytes(R"({"type":"motlan-form","version":1})")},
        {"old_extract", PartKind::Paper, to_bytes("%PDF-1.7 of an invented person")}};
    const ManifestWords words{.dossier = *id,
                              .procedure = "2.000635",
                              .software = "test",
                              .boot = boot_id(),
                              .bundle = bundles.version(),
                              .sealed = kiosk.machine.wall()};
    return seal(parts, words,
                {kiosk.enrolment.province.kiosk, *device, kiosk.enrolment.ca,
                 bundles.bundle()->recipients});
}

Result<void> keep(Kiosk& kiosk) {
    auto outbox = kiosk.outbox();
    if (!outbox) return fail(outbox.error());
    if (const auto room = outbox->has_room(); !room) return room;
    const auto sealed = sealed_visit(kiosk);
    if (!sealed) return fail(sealed.error());
    if (const auto kept = outbox->add(*sealed); !kept) return kept;
    tell("promised", sealed->mark.dossier);
    if (const auto released = outbox->release(sealed->mark.dossier); !released) return released;
    tell("told", sealed->mark.dossier);
    return {};
}

Result<bool> send(Kiosk& kiosk, int rounds) {
    auto outbox = kiosk.outbox();
    const auto tls = kiosk.tls_key();
    if (!outbox || !tls) return fail(outbox ? tls.error() : outbox.error());
    auto province = kiosk.line(*tls);
    if (!province) return fail(province.error());
    FloorClock clock(kiosk.machine, kiosk.state / "clock_floor");
    Board board(clock);
    BundleStore bundles({kiosk.enrolment, clock, kiosk.disk});
    Sender sender({*outbox, *province, bundles, kiosk.enrolment, board, clock});
    // What a start of kiosk-link does first.
    if (const auto unparked = outbox->unpark_all(); !unparked) return fail(unparked.error());
    for (int round = 0; round < rounds; ++round) {
        sender.round({});
        const auto done = is_done(*outbox);
        if (bundles.bundle() && done.value_or(false)) return true;
    }
    return is_done(*outbox);
}

Result<bool> is_done(const Outbox& outbox) {
    return outbox.list().transform([](const std::vector<DossierRecord>& records) {
        return std::ranges::all_of(records, [](const DossierRecord& record) {
            return record.state == DossierState::Purged;
        });
    });
}

}  // namespace motlan::testing
