#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/link/bundle_store.h"
#include "kiosk/link/courier.h"
#include "kiosk/programs/kioskctl_outbox.h"
#include "kiosk/programs/kioskctl_receipt.h"
#include "tests/link/sealed_by_kiosk.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Technician {
    province::Served served;
    EnrolledKiosk kiosk{served};

    Technician() { ::setenv("STATE_DIRECTORY", kiosk.places().state.c_str(), 1); }

    static int outbox(std::string_view verb, std::vector<std::string_view> rest = {}) {
        return outbox_command(verb, rest);
    }
    static int receipt(std::vector<std::string_view> rest) {
        return receipt_command("verify", rest);
    }

    /// Takes the province's bundle into service.
    void fetch_bundle() const {
        const SystemClock clock;
        SystemDisk disk;
        ProvinceClient line = kiosk.line();
        REQUIRE(BundleStore({kiosk.enrolment(), clock, disk}).refresh(line));
    }

    /// Delivers the dossier and writes its receipt into a file.
    std::string receipt_file(const DossierMark& mark) {
        Outbox outbox = kiosk.outbox();
        ProvinceClient line = kiosk.line();
        const Bundle bundle = kiosk.bundle();
        REQUIRE(Courier(outbox, line)
                    .carry(outbox.find(mark.dossier).value().value(),
                           bundle.receipt_trust(kiosk.enrolment())));
        const auto file = kiosk.places().state / "receipt.cms";
        REQUIRE(write_file(file, outbox.receipt(mark.dossier).value()));
        return file.string();
    }
};

}  // namespace

TEST_CASE("a sound outbox lists and verifies", "[link]") {
    Technician technician;
    CHECK(Technician::outbox("list") == kFoundWrong);
    technician.kiosk.keep();

    CHECK(Technician::outbox("list") == kFine);
    CHECK(Technician::outbox("list", {"--json"}) == kFine);
    CHECK(Technician::outbox("verify") == kFine);
    CHECK(Technician::outbox("verify", {"--json"}) == kFine);
}

TEST_CASE("a changed byte in the outbox is found wrong", "[link]") {
    Technician technician;
    const DossierMark mark = technician.kiosk.keep();
    technician.kiosk.paper(mark).spoil(100);

    CHECK(Technician::outbox("verify") == kFoundWrong);
    CHECK(Technician::outbox("verify", {"--json"}) == kFoundWrong);
}

TEST_CASE("a wrong call is told from a wrong outbox", "[link]") {
    Technician technician;
    technician.kiosk.keep();

    CHECK(Technician::outbox("purge") == kUsage);
    CHECK(Technician::outbox("list", {"--all"}) == kUsage);
    CHECK(Technician::receipt({}) == kUsage);
    CHECK(Technician::receipt({"--json"}) == kUsage);
    CHECK(Technician::receipt({"a", "b"}) == kUsage);
}

TEST_CASE("a receipt is verified with and without the dossier it is for", "[link]") {
    Technician technician;
    const std::string file = technician.receipt_file(technician.kiosk.keep());

    CHECK(Technician::receipt({file}) == kFine);
    CHECK(Technician::receipt({"--json", file}) == kFine);
    std::filesystem::remove_all(technician.kiosk.places().outbox());
    CHECK(Technician::receipt({file}) == kFine);
}

TEST_CASE("a changed, foreign or missing receipt is found wrong", "[link]") {
    Technician technician;
    const std::string file = technician.receipt_file(technician.kiosk.keep());
    Bytes bytes = read_file(file, 1 << 20).value();
    bytes[bytes.size() / 3] ^= 1;
    REQUIRE(write_file(file, bytes));

    CHECK(Technician::receipt({file}) == kFoundWrong);
    CHECK(Technician::receipt({"--json", file}) == kFoundWrong);
    CHECK(Technician::receipt({"/nowhere/receipt.cms"}) == kFoundWrong);
}

TEST_CASE("the code on a slip is verified against the last bundle", "[link]") {
    Technician technician;
    province::Served& served = technician.served;
    const auto reply = province::deliver(served.kiosk(), served.dossier());
    std::string code(served.content(reply, province::Role::Receipts).value().text_at("token"));
    CHECK(Technician::receipt({code}) == kFoundWrong);
    technician.fetch_bundle();

    CHECK(Technician::receipt({code}) == kFine);
    CHECK(Technician::receipt({"--json", code}) == kFine);
    code[30] = code[30] == 'A' ? 'B' : 'A';
    CHECK(Technician::receipt({code}) == kFoundWrong);
    CHECK(Technician::receipt({"--json", code}) == kFoundWrong);
}
