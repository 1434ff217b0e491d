// wycheproof: the library's verdicts on test vectors that other people wrote, for the algorithms
// that this project uses, called as it calls them; agreement with a chip goes through kiosk/chip,
// signatures of r and s through kiosk/outbox. Exit status 0 only when every verdict is right and
// careless algorithms were seen to be wrong; 77 when the vectors are not there.
#include <format>
#include <fstream>
#include <print>

#include "tests/support/checkout.h"
#include "tests/trust/foreign_vectors.h"
#include "tests/trust/planted.h"

namespace motlan::testing {
namespace {

using nlohmann::json;

constexpr int kSkipped = 77;

/// GCM is used with start values of 96 bits and tags of 128 only, as CMS and TLS prescribe.
bool is_used(const json& group) {
    return !group.contains("ivSize") || (group["ivSize"] == 96 && group["tagSize"] == 128);
}

struct Verdicts {
    std::size_t all = 0;
    std::vector<std::string> wrong;
};

/// An "acceptable" vector may be judged either way.
Verdicts judge(const Algorithm& algorithm, const std::filesystem::path& folder) {
    std::ifstream stream(folder / (algorithm.file + "_test.json"));
    const json vectors = json::parse(stream);
    Verdicts verdicts;
    for (const json& group : vectors["testGroups"]) {
        if (!is_used(group)) continue;
        for (const json& test : group["tests"]) {
            const bool accepted = algorithm.accepts(group, test);
            ++verdicts.all;
            if (test["result"] == "acceptable" || accepted == (test["result"] == "valid")) continue;
            verdicts.wrong.push_back(
                std::format("{} {} is {}: {}", algorithm.file, test["tcId"].get<int>(),
                            test["result"].get<std::string>(), test["comment"].get<std::string>()));
        }
    }
    return verdicts;
}

bool show_planted(const std::filesystem::path& folder) {
    Planted planted;
    for (const Algorithm& careless : careless_algorithms()) {
        const std::size_t wrong = judge(careless, folder).wrong.size();
        planted.note(careless.use, wrong > 0 ? std::format("{} wrong verdicts", wrong) : "");
    }
    return planted.were_seen();
}

bool show(const Algorithm& algorithm, const std::filesystem::path& folder) {
    const auto [all, wrong] = judge(algorithm, folder);
    for (const std::string& each : wrong) std::println("WRONG: {}", each);
    std::println("{:>4} of {:>4} verdicts   {:<28} {}", all - wrong.size(), all, algorithm.file,
                 algorithm.use);
    return all > 0 && wrong.empty();
}

int run(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "aes_gcm_test.json")) {
        std::println("skipped: the vectors are not in {}", folder.string());
        return kSkipped;
    }
    bool is_right = show_planted(folder);
    for (const Algorithm& algorithm : algorithms()) is_right = show(algorithm, folder) && is_right;
    return is_right ? 0 : 1;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char** arguments) {
    const std::filesystem::path usual = motlan::checkout() / "../shared/data/wycheproof";
    return motlan::testing::run(count > 1 ? std::filesystem::path(arguments[1]) : usual);
}
