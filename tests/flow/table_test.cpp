// The whole table of screens and events, for review: which pairs mean something.
#include <algorithm>
#include <concepts>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/flow/saved_handlers.h"

namespace motlan {
namespace {

template <typename T>
std::string_view name_of() {
    std::string_view text = __PRETTY_FUNCTION__;
    text.remove_prefix(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    return text.substr(text.rfind(':') + 1);
}

template <typename S, typename E>
constexpr bool kIsHandled = requires(S screen, const E& event, const Scene& scene) {
    { on(std::move(screen), event, scene) } -> std::same_as<Turn>;
};

struct Row {
    std::string_view screen;
    std::vector<std::string_view> events;
};

template <typename S, typename... Es>
Row row_of(const std::variant<Es...>*) {
    Row row{.screen = name_of<S>(), .events = {}};
    (void)((kIsHandled<S, Es> ? row.events.push_back(name_of<Es>()) : void()), ...);
    return row;
}

template <typename... Ss>
std::vector<Row> table_of(const std::variant<Ss...>*) {
    const Event* events = nullptr;
    return {row_of<Ss>(events)...};
}

std::vector<Row> table() {
    const Screen* screens = nullptr;
    return table_of(screens);
}

}  // namespace

TEST_CASE("every screen has a way on", "[flow]") {
    for (const Row& row : table()) {
        std::string line;
        for (const std::string_view event : row.events) line += " " + std::string(event);
        std::printf("%-16.*s%s\n", static_cast<int>(row.screen.size()), row.screen.data(),
                    line.c_str());
        INFO(row.screen);
        CHECK_FALSE(row.events.empty());
    }
}

TEST_CASE("every screen between the choice and the declaration has a way back", "[flow]") {
    for (const Row& row : table()) {
        const bool has_no_back = row.screen == "Welcome" || row.screen == "AskSources" ||
                                 row.screen == "Submitting" || row.screen == "Submitted" ||
                                 row.screen == "KeptForLater" || row.screen == "NotFiled" ||
                                 row.screen == "ChooseDossier" || row.screen == "Goodbye" ||
                                 row.screen == "OutOfService" || row.screen == "OpinionKept" ||
                                 row.screen == "SavedForLater";
        INFO(row.screen);
        CHECK(std::ranges::contains(row.events, "WentBack") != has_no_back);
    }
}

}  // namespace motlan
