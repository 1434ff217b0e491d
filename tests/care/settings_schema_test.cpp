// The one list of settings: as long as kiosk.toml, and every value beyond its row is refused by
// path and rule.
#include "kiosk/app/settings_schema.h"

#include <algorithm>
#include <format>
#include <set>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/settings.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "tests/support/checkout.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;

std::string shipped() { return read_text(checkout() / "config/kiosk.toml", kFileLimit).value(); }

/// What reading says of the shipped file with one value changed.
Checked<Settings> with(const SettingSpec& spec, std::string_view value) {
    return with_setting(shipped(), path_of(spec), value).and_then([](const std::string& text) {
        return parse_settings(text, "kiosk.toml", "/state");
    });
}

/// What no row allows.
std::vector<std::string> wrong_values(const SettingSpec& spec) {
    switch (spec.kind) {
        case SettingKind::Number:
            return {std::to_string(spec.least - 1), std::to_string(spec.most + 1), "true"};
        case SettingKind::Truth: return {"1"};
        case SettingKind::Choice: return {"nothing of ours"};
        case SettingKind::Text: return {};
    }
    return {};
}

}  // namespace

TEST_CASE("the schema and the shipped file have the same keys", "[app]") {
    std::set<std::string> known;
    for (const SettingSpec& spec : all_settings()) {
        known.insert(path_of(spec));
        INFO(path_of(spec));
        CHECK(with_setting(shipped(), path_of(spec), "1").has_value());
    }
    for (const SettingInForce& one : settings_in_force(shipped())) {
        INFO(one.table << "." << one.key);
        CHECK(find_setting(one.table, one.key) != nullptr);
    }
    CHECK(known.size() == all_settings().size());
}

TEST_CASE("every value beyond its row is named with its path and rule", "[app]") {
    std::size_t tried = 0;
    for (const SettingSpec& spec : all_settings()) {
        for (const std::string& value : wrong_values(spec)) {
            INFO(path_of(spec) << " = " << value);
            const auto settings = with(spec, value);

            REQUIRE_FALSE(settings);
            CHECK(settings.error().key == path_of(spec));
            CHECK(settings.error().line > 0);
            const bool is_range = spec.kind == SettingKind::Number;
            CHECK(settings.error().reason ==
                  (is_range ? std::format("a whole number from {} to {} is needed here", spec.least,
                                          spec.most)
                            : rule_of(spec)));
            ++tried;
        }
    }
    CHECK(tried > 50);
}

TEST_CASE("what the kiosk cannot start without is missed by its path", "[app]") {
    for (const SettingSpec& spec : all_settings()) {
        INFO(path_of(spec));
        const auto settings = with(spec, "");

        REQUIRE(settings.has_value() == !spec.is_needed);
        if (!settings) CHECK(settings.error().key == path_of(spec));
    }
}

TEST_CASE("what leads to keys, fees, texts and addresses takes two technicians", "[app]") {
    for (const std::string_view path :
         {"catalogue.procedures", "catalogue.sources", "chip.trust", "printer.address"}) {
        INFO(path);
        REQUIRE(find_setting(path) != nullptr);
        CHECK(find_setting(path)->needs_second);
    }
    CHECK_FALSE(find_setting("screen.width")->needs_second);
    CHECK(find_setting("screen.depth") == nullptr);
}

}  // namespace motlan
