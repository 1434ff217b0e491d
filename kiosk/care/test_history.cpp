#include "kiosk/care/test_history.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
constexpr std::array kVerdicts{Verdict::Passed, Verdict::Failed, Verdict::NotTested,
                               Verdict::Skipped};

Tree to_tree(const Figure& figure) {
    Tree::Table table{{"name", figure.name}, {"value", figure.value}};
    if (figure.least) table.emplace("least", *figure.least);
    if (figure.most) table.emplace("most", *figure.most);
    return table;
}

std::optional<double> number_at(const Tree& tree, std::string_view key) {
    const Tree* value = tree.find(key);
    if (value == nullptr) return std::nullopt;
    if (const double* real = value->real()) return *real;
    if (const std::int64_t* whole = value->number()) return static_cast<double>(*whole);
    return std::nullopt;
}

std::optional<Figure> figure_of(const Tree& tree) {
    const std::string_view name = tree.text_at("name");
    const auto value = number_at(tree, "value");
    if (!std::ranges::contains(all_figures(), name) || !value) return std::nullopt;
    return Figure{std::string(name), *value, number_at(tree, "least"), number_at(tree, "most")};
}

template <typename Value, typename Range>
std::optional<Value> named(const Range& all, std::string_view wanted) {
    const auto found = std::ranges::find(all, wanted, [](Value value) { return name(value); });
    return found == std::ranges::end(all) ? std::nullopt : std::optional<Value>(*found);
}

}  // namespace

Tree to_tree(const TestResult& result) {
    Tree::List figures;
    for (const Figure& figure : result.figures) figures.push_back(to_tree(figure));
    return Tree::Table{{"at_ms", std::int64_t{result.at.time_since_epoch().count()}},
                       {"fault", result.fault ? code(*result.fault) : ""},
                       {"figures", std::move(figures)},
                       {"reason", name(result.reason)},
                       {"test", name(result.test)},
                       {"verdict", name(result.verdict)}};
}

std::optional<TestResult> test_result_of(const Tree& tree) {
    const auto test = device_test_of(tree.text_at("test"));
    const auto verdict = named<Verdict>(kVerdicts, tree.text_at("verdict"));
    if (!test || !verdict) return std::nullopt;
    TestResult result{.test = *test,
                      .verdict = *verdict,
                      .reason = named<TestReason>(all_test_reasons(), tree.text_at("reason"))
                                    .value_or(TestReason::None),
                      .fault = fault_of(tree.text_at("fault")),
                      .at = WallTime(std::chrono::milliseconds(tree.number_at("at_ms")))};
    for (const Tree& each : tree.list_at("figures"))
        if (auto figure = figure_of(each)) result.figures.push_back(*std::move(figure));
    return result;
}

std::filesystem::path TestHistory::file_of(DeviceTest test) const {
    return folder_ / (std::string(name(test)) + ".json");
}

Result<void> TestHistory::add(const TestResult& result) const {
    std::error_code problem;
    std::filesystem::create_directories(folder_, problem);
    auto results = read(result.test);
    results.push_back(result);
    if (results.size() > kKept) results.erase(results.begin());
    Tree::List list;
    for (const TestResult& each : results) list.push_back(to_tree(each));
    return write_file(file_of(result.test), as_bytes(to_json(Tree(std::move(list)))));
}

const TestResult* newest(const TestResults& results, DeviceTest test) {
    const auto found = results.find(test);
    return found == results.end() || found->second.empty() ? nullptr : &found->second.back();
}

TestResults TestHistory::read_all() const {
    TestResults results;
    for (const DeviceTest test : all_device_tests()) results[test] = read(test);
    return results;
}

std::vector<TestResult> TestHistory::read(DeviceTest test) const {
    const auto text = read_text(file_of(test), kFileLimit);
    const auto tree = text ? parse_json(*text) : fail(text.error());
    std::vector<TestResult> results;
    if (!tree || tree->list() == nullptr) return results;
    for (const Tree& each : *tree->list())
        if (auto result = test_result_of(each)) results.push_back(*std::move(result));
    return results;
}

}  // namespace motlan
