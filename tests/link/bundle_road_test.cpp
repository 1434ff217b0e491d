// Bundles over the road: the kiosk's store against the province, well-behaved and hostile.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/link/bundle_store.h"
#include "tests/link/sealed_by_kiosk.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Road {
    province::Served served;
    EnrolledKiosk kiosk{served};
    SystemClock clock;
    SystemDisk disk;
    ProvinceClient line = kiosk.line();
    BundleStore store{{kiosk.enrolment(), clock, disk}};

    void order(std::string_view words) {
        REQUIRE(served.province().control(words).starts_with("ok"));
    }
    /// Puts a file where the province takes what bundles carry.
    void put(const std::string& name, std::string_view text) const {
        const auto file = served.home() / "catalogue" / name;
        std::filesystem::create_directories(file.parent_path());
        REQUIRE(write_file(file, as_bytes(text)));
    }
    /// What comes of asking: the version in service, or the fault and the version that stays.
    std::string asked() {
        const auto refreshed = store.refresh(line);
        const std::string version = std::to_string(store.version());
        return refreshed ? version : std::string(code(refreshed.error())) + " " + version;
    }
    [[nodiscard]] std::string carried(const std::string& name) const {
        const auto kept = read_kept_bundle(kiosk.enrolment().bundles(), kiosk.enrolment());
        REQUIRE(kept);
        return read_text(kept->folder / name, 1000).value_or("none");
    }
};

}  // namespace

TEST_CASE("what the province publishes is in service, with its files", "[link]") {
    Road road;
    road.put("procedures/one.toml", "code = 1");

    CHECK(road.asked() == "1");
    CHECK(road.asked() == "1");
    CHECK(road.carried("procedures/one.toml") == "code = 1");
    road.put("procedures/one.toml", "code = 2");
    road.order("bundle publish");
    CHECK(road.asked() == "2");
    CHECK(road.carried("procedures/one.toml") == "code = 2");
}

TEST_CASE("no hostile bundle moves the one in service", "[link]") {
    Road road;
    road.put("units.toml", "units = 1");
    REQUIRE(road.asked() == "1");
    road.order("bundle publish");
    REQUIRE(road.asked() == "2");
    road.put("units.toml", "units = 2");
    const auto under = [&](const std::string& mood) {
        road.order("bundle " + mood);
        return road.asked();
    };

    CHECK(under("old") == "CFG-05 2");
    CHECK(under("forged") == "CFG-04 2");
    CHECK(under("one_signer") == "CFG-04 2");
    CHECK(under("expired") == "CFG-06 2");
    CHECK(under("endless") == "NET-05 2");
    CHECK(under("other_files") == "CFG-04 2");
    CHECK(under("endless_files") == "NET-05 2");
    CHECK(road.carried("units.toml") == "units = 1");
    road.order("bundle good");
    road.order("bundle publish");
    CHECK(road.asked() == "3");
    CHECK(road.carried("units.toml") == "units = 2");
}

TEST_CASE("signers take over from each other, and a kiosk that missed it follows", "[link]") {
    Road road;
    REQUIRE(road.asked() == "1");

    road.order("bundle rotate");
    road.order("bundle rotate");

    CHECK(road.asked() == "3");
    CHECK(road.store.bundle()->root.version == 3);
    BundleStore restarted({road.kiosk.enrolment(), road.clock, road.disk});
    CHECK(restarted.bundle()->root.version == 3);
}

TEST_CASE("a signer that was taken back signs no more, the others do", "[link]") {
    Road road;
    REQUIRE(road.asked() == "1");

    road.order("bundle revoke bundles-1");

    CHECK(road.asked() == "CFG-04 1");
    road.order("bundle rotate");
    CHECK(road.asked() == "3");
}

TEST_CASE("once the server's certificate is taken back nobody speaks to it", "[link]") {
    Road road;
    REQUIRE(road.asked() == "1");
    road.order("bundle revoke server");
    REQUIRE(road.asked() == "2");

    ProvinceClient fresh = road.kiosk.line();

    CHECK(fresh.bundle(0).error() == Fault::BackendUntrusted);
    CHECK(fresh.query("{}").error() == Fault::BackendUntrusted);
}

TEST_CASE("a receipt by a signer that was taken back is not believed", "[link]") {
    Road road;
    REQUIRE(road.asked() == "1");

    road.order("bundle revoke receipts");

    REQUIRE(road.asked() == "2");
    CHECK(road.store.bundle()->receipt_signers.empty());
    CHECK(read_kept_bundle(road.kiosk.enrolment().bundles(), road.kiosk.enrolment())
              ->bundle.receipt_signers.empty());
}
