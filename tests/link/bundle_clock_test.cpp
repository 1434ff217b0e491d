// A bundle under every clock that a flat battery or a hand can make: the service that is good today
// goes on, and what had ended when the province last signed something never comes back.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/floor_clock.h"
#include "kiosk/link/bundle_store.h"
#include "tests/support/bundle_maker.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

struct Turn {
    const char* what;
    std::chrono::milliseconds by;
};

constexpr std::chrono::milliseconds kYear = 24h * 365;
const std::vector<Turn> kTurns = {{"as it is", 0ms},
                                  {"ten years back", -10 * kYear},
                                  {"ten years ahead", 10 * kYear},
                                  {"to 1970", -56 * kYear},
                                  {"a day back", -24h},
                                  {"a day ahead", 24h},
                                  {"an hour back, as in autumn elsewhere", -1h},
                                  {"an hour ahead, as in spring elsewhere", 1h},
                                  {"a leap second", -1s},
                                  {"six minutes back", -6min},
                                  {"six minutes ahead", 6min},
                                  {"two years ahead", 2 * kYear}};

/// A kiosk with a good bundle, whose floor is the moment at which that was issued.
struct Kiosk : BundleMaker {
    SystemDisk disk;

    Kiosk() {
        FloorClock told = started();
        BundleStore store({enrolment, told, disk});
        REQUIRE(store.accept(published(7), fetch()));
        REQUIRE(told.prove(store.bundle()->issued));
    }
    [[nodiscard]] FloorClock started() const { return {clock, state.path() / "clock_floor"}; }
    [[nodiscard]] FetchFile fetch() const {
        return [this](const BundleFile& file) -> Result<Bytes> { return files.at(file.name); };
    }
    [[nodiscard]] bool serves(const Clock& told) const {
        const auto kept = read_kept_bundle(enrolment.bundles(), enrolment);
        return kept && check_usable(kept->bundle, enrolment, told.wall());
    }
    /// Whether a bundle that ended before the floor gets into service.
    [[nodiscard]] bool accepts(const Clock& told, const Bytes& ended) {
        BundleStore store({enrolment, told, disk});
        return store.accept(ended, fetch()).has_value();
    }
    [[nodiscard]] Bytes ended() const {
        Tree::Table content = table(8);
        content["expires"] = to_timestamp(clock.wall() - 1h);
        return published(content);
    }
};

}  // namespace

TEST_CASE("no clock ends a good bundle's service or brings an ended one back", "[link]") {
    int refused = 0;
    int accepted = 0;
    int clocks = 0;
    for (const Turn& turn : kTurns) {
        for (const bool is_restarted : {false, true}) {
            Kiosk kiosk;
            const Bytes ended = kiosk.ended();
            const FloorClock running = kiosk.started();
            kiosk.clock.turn(turn.by);
            const FloorClock restarted = kiosk.started();
            const FloorClock& told = is_restarted ? restarted : running;

            INFO(turn.what << (is_restarted ? ", restarted" : ", running"));
            refused += kiosk.serves(told) ? 0 : 1;
            accepted += kiosk.accepts(told, ended) ? 1 : 0;
            CHECK(kiosk.serves(told));
            ++clocks;
        }
    }
    WARN(clocks << " clocks: " << refused << " refused service, " << accepted
                << " accepted an ended bundle");
    CHECK(refused == 0);
    CHECK(accepted == 0);
}

TEST_CASE("under a clock that stands still a bundle is in service and an ended one stays out",
          "[link]") {
    Kiosk kiosk;
    const FloorClock told = kiosk.started();

    for (int day = 0; day < 3; ++day) {
        kiosk.clock.move(24h);
        kiosk.clock.turn(-24h);
        CHECK(kiosk.serves(told));
        CHECK_FALSE(kiosk.accepts(told, kiosk.ended()));
    }
    CHECK(told.is_uncertain());
}
