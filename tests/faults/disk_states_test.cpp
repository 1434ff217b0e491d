#include <catch2/catch_test_macros.hpp>

#include "tests/faults/search.h"

using namespace motlan::testing;

namespace {

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

}  // namespace

TEST_CASE("no state that a power cut may leave loses or doubles a dossier", "[faults]") {
    for (const Course& course : sound_courses()) {
        const Tally found = search(course, {.seed = 1, .states = 300}, keys());

        INFO(course.name << ": lost " << found.lost << ", doubled " << found.doubled << ", stuck "
                         << found.stuck << ", corrupt " << found.corrupt);
        CHECK(found.states >= 300);
        CHECK(found.violations() == 0);
    }
}

TEST_CASE("the search through disk states catches every planted defect", "[faults]") {
    for (const Course& course : planted_courses()) {
        INFO(course.name);
        CHECK(search(course, {.seed = 1, .states = 4000, .stops_when_found = true}, keys())
                  .violations() > 0);
    }
}
