// The samples show every screen, and each of them once.
#include <algorithm>
#include <set>
#include <string>
#include <variant>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/sample_states.h"

namespace motlan::testing {

TEST_CASE("no sample is there twice", "[ui]") {
    std::set<std::string> names;
    for (const Sample& sample : samples()) {
        INFO(sample.name);
        CHECK(names.insert(sample.name).second);
    }
}

TEST_CASE("every screen is looked at with the link up and with the link down", "[ui]") {
    std::set<std::size_t> up;
    std::set<std::size_t> down;
    for (const Sample& sample : samples())
        (sample.state.is_offline ? down : up).insert(sample.state.screen.index());

    CHECK(up.size() == std::variant_size_v<ScreenKinds>);
    CHECK(down.size() == std::variant_size_v<ScreenKinds>);
}

TEST_CASE("everything that can be laid over a screen is looked at", "[ui]") {
    std::set<std::size_t> overlays;
    for (const Sample& sample : samples()) overlays.insert(sample.state.overlay.index());

    CHECK(overlays.size() == std::variant_size_v<OverlayKinds>);
}

}  // namespace motlan::testing
