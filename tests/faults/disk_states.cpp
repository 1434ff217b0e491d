// disk_states: judges the states that a power cut may leave of the outbox's folder.
//
//     disk_states [--states N] [--seed S]
#include <cstdio>
#include <cstdlib>
#include <print>
#include <span>
#include <string_view>

#include "tests/faults/search.h"

using namespace motlan::testing;

namespace {

Tally show(const Course& course, const Bounds& bounds, const Keys& keys) {
    const Tally found = search(course, bounds, keys);
    std::println("{:40} {:>6} {:>8} {:>6} {:>8} {:>6} {:>8}", course.name, bounds.seed,
                 found.states, found.lost, found.doubled, found.stuck, found.corrupt);
    return found;
}

}  // namespace

int main(int count, char** arguments) {
    const std::span words(arguments, static_cast<std::size_t>(count));
    // A long run that is ended early has told what it found.
    static_cast<void>(std::setvbuf(stdout, nullptr, _IOLBF, 0));
    Bounds bounds{.seed = 1, .states = 3000};
    for (std::size_t at = 1; at + 1 < words.size(); at += 2) {
        const std::string_view name = words[at];
        if (name == "--states") bounds.states = std::atoll(words[at + 1]);
        if (name == "--seed") bounds.seed = std::strtoull(words[at + 1], nullptr, 10);
    }
    const Keys keys;
    const auto sound = sound_courses();
    const auto planted = planted_courses();
    std::println("{:40} {:>6} {:>8} {:>6} {:>8} {:>6} {:>8}", "disk states", "seed", "cases",
                 "lost", "doubled", "stuck", "corrupt");
    std::int64_t caught = 0;
    for (const Course& course : planted) {
        const Tally found = show(course, {bounds.seed, 4000, true}, keys);
        caught += found.violations() > 0 ? 1 : 0;
    }
    std::println("caught {} of {} planted defects\n", caught, planted.size());
    Tally all;
    // Each recording is of other dossiers; after so many states of one, new ones become rare.
    constexpr std::int64_t kOfOneRecording = 2000;
    for (; all.states < bounds.states; ++bounds.seed) {
        for (const Course& course : sound)
            all += show(course, {.seed = bounds.seed, .states = kOfOneRecording}, keys);
    }
    std::println("{} states, {} violations", all.states, all.violations());
    return all.violations() == 0 && caught == std::ssize(planted) ? EXIT_SUCCESS : EXIT_FAILURE;
}
