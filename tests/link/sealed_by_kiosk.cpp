#include "tests/link/sealed_by_kiosk.h"

#include "kiosk/core/file.h"
#include "tests/province/ledger.h"
#include "tests/support/kept_dossier.h"

namespace motlan::testing {
namespace {

// The enrolment stands where a kiosk has it: its state folder holds the bundles as well.
Enrolment enrolment_at(const std::filesystem::path& state, const std::filesystem::path& made) {
    std::filesystem::create_directory(state);
    std::filesystem::create_directory_symlink(made, state / "enrolment");
    return read_enrolment(state / "enrolment").value();
}

}  // namespace

EnrolledKiosk::EnrolledKiosk(province::Served& served)
    : served_(served),
      places_{.state = served.home().parent_path() / "state",
              .runtime = served.home().parent_path()},
      enrolment_(enrolment_at(places_.state, served.enrolment())),
      tls_key_(tls_key()) {}

PrivateKey EnrolledKiosk::tls_key() const {
    return read_tls_key(served_.enrolment(), enrolment_, clock_.wall()).value();
}

ProvinceClient EnrolledKiosk::line() const {
    return ProvinceClient(HttpsClient::open(enrolment_, tls_key_, clock_, {}).value());
}

Bundle EnrolledKiosk::bundle() const {
    const auto cms = line().bundle(0).value();
    return open_bundle(*cms, enrolment_, clock_.wall()).value();
}

Outbox EnrolledKiosk::outbox() {
    return Outbox::open({places_.outbox(), enrolment_.ca}, disk_, clock_).value();
}

SealedDossier EnrolledKiosk::sealed(std::size_t paper_size) const {
    const std::vector<PlainPart> parts{
        {"form", PartKind::Form, to_bytes(R"({"type":"motlan-form","version":1})")},
        {"old_extract", PartKind::Paper, Bytes(paper_size, 'p')}};
    const Bundle published = bundle();
    const ManifestWords words{.dossier = new_dossier_id().value(),
                              .procedure = "2.000635",
                              .software = "test",
                              .boot = boot_id(),
                              .bundle = published.version,
                              .sealed = clock_.wall()};
    const PrivateKey device =
        read_device_key(served_.enrolment(), enrolment_, clock_.wall()).value();
    return seal(parts, words,
                {enrolment_.province.kiosk, device, enrolment_.ca, published.recipients})
        .value();
}

DossierMark EnrolledKiosk::keep(std::size_t paper_size) {
    const SealedDossier dossier = sealed(paper_size);
    Outbox kept = outbox();
    REQUIRE(kept.add(dossier));
    REQUIRE(kept.release(dossier.mark.dossier));
    return dossier.mark;
}

std::vector<std::string> EnrolledKiosk::ledger() const {
    const auto opened = province::Ledger::open(province::Ledger::place_in(served_.home())).value();
    std::vector<std::string> dossiers;
    const auto received = opened->received().value();
    for (const auto& entry : received) dossiers.push_back(entry.dossier);
    return dossiers;
}

}  // namespace motlan::testing
