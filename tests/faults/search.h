// Looks through the states that power cuts may leave of a run, and of the recovery after them.
#pragma once

#include <string_view>

#include "tests/faults/judge.h"
#include "tests/faults/story.h"

namespace motlan::testing {

/// A run, told well or with one defect.
struct Course {
    std::string_view name;
    Story story = in_turns;
    Carelessness carelessness = Carelessness::None;
    Omission omits = {};
    StoreLimits limits = {};
};

/// How far to look. The same bounds look at the same states.
struct Bounds {
    std::uint64_t seed = 1;
    std::int64_t states = 1000;
    bool stops_when_found = false;
};

/// Judges that many different states of the course, or fewer when there are no more.
[[nodiscard]] Tally search(const Course& course, const Bounds& bounds, const Keys& keys);

/// The runs as the product makes them.
[[nodiscard]] std::vector<Course> sound_courses();

/// The same with one defect each.
[[nodiscard]] std::vector<Course> planted_courses();

}  // namespace motlan::testing
