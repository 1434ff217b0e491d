// Time of the planner and of the loader at the sizes that their limits name.
// Prints "<what>\t<milliseconds>\t<limit>" for tests/bench/run.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <format>
#include <print>
#include <random>
#include <vector>

#include "kiosk/app/catalogue.h"
#include "kiosk/core/file.h"
#include "kiosk/core/toml.h"
#include "kiosk/domain/acquisition.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

constexpr std::size_t kItems = 200;
constexpr std::size_t kAlternatives = 20;
constexpr std::size_t kWays = 4;
constexpr std::size_t kItemsOfWay = 3;
constexpr int kPlans = 200;
constexpr int kTries = 3;
constexpr int kProcedures = 3000;
constexpr int kLoads = 7;
constexpr std::size_t kFileLimit = std::size_t{1} << 20U;

CivilDate today() { return CivilDate::make(2026, 11, 23).value(); }

template <typename Work>
double milliseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    return took.count();
}

/// The best of some tries: what the work takes, not what else the machine does.
template <typename Work>
double quickest(Work work) {
    double best = milliseconds(work);
    for (int i = 1; i < kTries; ++i) best = std::min(best, milliseconds(work));
    return best;
}

/// Papers, typed fields and choices, and alternatives whose ways share items, so that the cheapest
/// choice of one depends on the others.
Procedure tangled(std::mt19937& random, std::size_t shared) {
    Procedure procedure;
    for (std::size_t i = 0; i < kItems; ++i) {
        Item item{.id = ItemId(std::format("i{}", i)),
                  .concept_id = ConceptId(std::format("extra.e{}", i))};
        switch (random() % 3) {
            case 0: item.otherwise = Paper{}; break;
            case 1: item.otherwise = Question{.text = {}, .kind = TextQuestion{}}; break;
            default: item.otherwise = Question{.text = {}, .kind = NumberQuestion{}}; break;
        }
        procedure.items.push_back(std::move(item));
    }
    for (std::size_t i = 0; i < kAlternatives; ++i) {
        Alternative one{.id = AlternativeId(std::format("a{}", i)), .ways = {}};
        one.ways.resize(kWays);
        for (auto& way : one.ways) {
            for (std::size_t k = 0; k < kItemsOfWay; ++k) {
                way.push_back(procedure.items[random() % shared].id);
            }
        }
        procedure.alternatives.push_back(std::move(one));
    }
    return procedure;
}

/// The times of planning many such procedures, in order.
std::vector<double> plan_times(std::size_t shared) {
    std::mt19937 random(1);
    const SourceRegister none;
    std::vector<double> times;
    for (int i = 0; i < kPlans; ++i) {
        const Procedure procedure = tangled(random, shared);
        times.push_back(
            quickest([&] { (void)plan(procedure, none, today(), {{}, {}, {}, {}, {}}); }));
    }
    std::ranges::sort(times);
    return times;
}

/// A catalogue of copies of the shipped procedures, each under a code of its own.
bool write_catalogue(const std::filesystem::path& folder) {
    std::string text = *read_text(checkout() / "config/procedures/2.000635.toml", kFileLimit);
    const std::string code = "2.000635";
    const std::size_t at = text.find('"' + code + '"') + 1;
    for (int i = 0; i < kProcedures; ++i) {
        const std::string name = std::format("9.{:06}", i);
        text.replace(at, code.size(), name);
        if (!write_synced(folder / (name + ".toml"), as_bytes(text))) return false;
    }
    return true;
}

/// The median time of loading the catalogue; nothing when it does not load.
std::optional<double> load_time() {
    const auto document = read_toml(checkout() / "config/sources.toml");
    const auto sources = document ? SourceRegister::parse(*document, "sources.toml")
                                  : Checked<SourceRegister>(std::unexpected(document.error()));
    const testing::Folder folder;
    if (!sources || !write_catalogue(folder.path())) return std::nullopt;
    std::vector<double> times;
    std::size_t loaded = 0;
    for (int i = 0; i < kLoads; ++i) {
        times.push_back(milliseconds([&] {
            const auto procedures = read_procedures(folder.path(), *sources, today());
            loaded = procedures ? procedures->size() : 0;
        }));
    }
    std::ranges::sort(times);
    return loaded == kProcedures ? std::optional(times[kLoads / 2]) : std::nullopt;
}

}  // namespace

int main() {
    for (const std::size_t shared : {std::size_t{20}, std::size_t{40}, std::size_t{100}, kItems}) {
        const auto times = plan_times(shared);
        std::println("plan: 200 items, 20 alternatives over {}\t{:.3f}\t5", shared,
                     times[kPlans / 2]);
        std::println("plan: the slowest of {} such\t{:.3f}\t5", kPlans, times.back());
    }
    const auto load = load_time();
    if (!load) return EXIT_FAILURE;
    std::println("load of {} procedures, median\t{:.1f}\t300", kProcedures, *load);
    return EXIT_SUCCESS;
}
