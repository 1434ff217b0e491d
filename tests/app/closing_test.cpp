// A kiosk that a technician has closed stays closed until one opens it.
#include "kiosk/app/closing.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/folder.h"

namespace motlan {

TEST_CASE("a kiosk is closed and opened, each as often as one likes", "[app]") {
    const testing::Folder state;

    CHECK_FALSE(is_closed(state.path()));
    CHECK(open_kiosk(state.path()));
    CHECK(close_kiosk(state.path()));
    CHECK(close_kiosk(state.path()));
    CHECK(is_closed(state.path()));
    CHECK(open_kiosk(state.path()));
    CHECK_FALSE(is_closed(state.path()));
}

TEST_CASE("a kiosk without its folder is not closed, and says so", "[app]") {
    const testing::Folder state;

    CHECK_FALSE(close_kiosk(state.path() / "missing"));
    CHECK_FALSE(is_closed(state.path() / "missing"));
}

}  // namespace motlan
