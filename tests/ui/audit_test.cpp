// Every screen in every appearance, held to the numbers of ux: nothing outside, nothing on top of
// anything, nothing cut, everything large enough to read and to touch, everything said aloud.
// Usually each screen is drawn in a forty-eighth of its looks; MOTLAN_AUDIT=full draws them all.
#include <algorithm>
#include <print>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/ui/audit.h"

namespace motlan::testing {

TEST_CASE("every screen in every appearance keeps every rule", "[ui]") {
    Audit audit;
    std::size_t number = 0;
    for (Sample& sample : samples()) {
        for (const Look& look : is_full_audit() ? all_looks() : some_looks(number))
            audit.judge(sample, look);
        ++number;
    }

    const std::size_t count = audit.tell();
    std::println("{} screens in {} pages: {} complaints, {} excused", number, audit.pages(), count,
                 audit.excused());
    CHECK(count == 0);
}

TEST_CASE("at most ten exceptions are made, each with its reason", "[ui]") {
    const std::vector<Exception> known = read_exceptions();

    CHECK(known.size() <= 10);
    CHECK(std::ranges::none_of(known, [](const Exception& one) { return one.reason.empty(); }));
}

}  // namespace motlan::testing
