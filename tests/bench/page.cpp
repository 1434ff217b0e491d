// Papers on desks and on glass, drawn with known truth: are their edges found, are they called cut
// off, do they come out upright and straight, are their faults named, and what does it cost? The
// baseline of Canny's edges looks at the same pictures. Prints "<what>\t<value>\t<limit>\t<reached
// or MISSED>".
//
//     bench_page [PART] [--count N] [--seed N] [--desk NAME] [--keep FOLDER]
//
// PART: edges, lie, gate, reading, cost, memory; all but reading, and a reader's memory, without
// one. NAME: of one desk, such as "white desk", where edges are looked for. FOLDER gets the
// pictures of what failed.
#include <charconv>
#include <cstdio>
#include <optional>
#include <print>
#include <span>
#include <string_view>

#include <opencv2/core.hpp>

#include "tests/bench/page_eye.h"
#include "tests/bench/page_parts.h"

using namespace motlan::testing;

namespace {

constexpr int kPagesOfMemory = 100;

std::optional<PageBench> bench_of(std::span<char*> arguments) {
    PageBench bench;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (!name.starts_with("--")) {
            bench.part = name;
            continue;
        }
        if (i + 1 >= arguments.size()) return std::nullopt;
        const std::string_view value = arguments[++i];
        if (name == "--keep" || name == "--desk") {
            (name == "--keep" ? bench.keep : bench.desk) = value;
            continue;
        }
        std::uint64_t number = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        if (read.ec != std::errc{}) return std::nullopt;
        if (name == "--count") bench.count = static_cast<int>(number);
        if (name == "--seed") bench.seed = number;
    }
    return bench;
}

}  // namespace

int main(int count, char** arguments) {
    const auto bench = bench_of({arguments, static_cast<std::size_t>(count)});
    if (!bench) {
        std::println(stderr,
                     "bench_page [edges|lie|gate|reading|cost|memory] [--count N] [--seed N] "
                     "[--desk NAME] [--keep FOLDER]");
        return 2;
    }
    cv::setNumThreads(0);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const auto wants = [&](std::string_view part) {
        return bench->part.empty() || bench->part == part;
    };
    if (wants("edges")) bench_edges(*bench);
    if (wants("lie")) bench_lie(*bench);
    if (wants("gate")) bench_gate(*bench);
    if (bench->part == "reading") static_cast<void>(bench_reading(*bench));
    if (wants("cost")) bench_cost(*bench);
    if (wants("memory")) measure_page_eye(bench->seed, kPagesOfMemory);
    if (bench->part == "memory") measure_page_reader(bench->seed, kPagesOfMemory);
    return 0;
}
