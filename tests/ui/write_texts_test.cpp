// A text that is missing in a language stops the build: the program that turns texts into tables
// refuses it.
#include <cstdlib>
#include <filesystem>
#include <format>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/folder.h"

namespace motlan {
namespace {

/// Whether tables are written for these two languages.
bool are_written(const std::string& vietnamese, const std::string& english) {
    const testing::Folder folder;
    const std::filesystem::path out = folder.path() / "kiosk/ui";
    std::filesystem::create_directories(out);
    REQUIRE(write_file(folder.path() / "vi.json", as_bytes(vietnamese)));
    REQUIRE(write_file(folder.path() / "en.json", as_bytes(english)));
    const std::string command =
        std::format("{} {} {}/vi.json {}/en.json >/dev/null 2>&1", WRITE_TEXTS, out.string(),
                    folder.path().string(), folder.path().string());
    return std::system(command.c_str()) == 0;  // NOLINT(bugprone-command-processor): our own words
}

constexpr auto kVietnamese = R"({"a.one": "Một {count}", "a.two": "Hai"})";

}  // namespace

TEST_CASE("two languages with the same texts are written", "[ui]") {
    CHECK(are_written(kVietnamese, R"({"a.one": "One {count}", "a.two": "Two"})"));
}

TEST_CASE("a text that is missing, empty, too much or names other values is refused", "[ui]") {
    for (const char* english :
         {R"({"a.one": "One {count}"})", R"({"a.one": "One {count}", "a.two": ""})",
          R"({"a.one": "One {count}", "a.two": "Two", "a.three": "Three"})",
          R"({"a.one": "One", "a.two": "Two"})", R"({"a.one": "One {number}", "a.two": "Two"})",
          R"(["a.one"])", "{", ""}) {
        INFO(english);
        CHECK_FALSE(are_written(kVietnamese, english));
    }
}

TEST_CASE("a text in letters with marks of their own is refused", "[ui]") {
    CHECK_FALSE(are_written("{\"a\": \"Mo\u0323\u0302t\"}", R"({"a": "One"})"));
}

}  // namespace motlan
