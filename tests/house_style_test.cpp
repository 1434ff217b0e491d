// What the house style says of files and words, where neither the compiler nor clang-tidy looks.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/checkout.h"

namespace {

constexpr std::size_t kSourceLines = 250;
constexpr std::size_t kTestLines = 400;

struct Source {
    std::string name;  ///< from the root
    std::vector<std::string> lines;
};

bool is_source(const std::filesystem::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".h";
}

Source read(const std::filesystem::path& root, const std::filesystem::path& path) {
    Source source{.name = std::filesystem::relative(path, root).string(), .lines = {}};
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) source.lines.push_back(line);
    return source;
}

std::vector<Source> sources(const std::vector<std::string>& folders) {
    const std::filesystem::path root = motlan::checkout();
    std::vector<Source> all;
    for (const auto& folder : folders) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
            if (is_source(entry.path())) all.push_back(read(root, entry.path()));
    }
    return all;
}

/// Whether the line holds a string with words for a citizen: Vietnamese letters among plain ones.
/// An alphabet or a key's label has only the former.
bool has_vietnamese_words(const std::string& line) {
    static const std::regex kString(R"re("(?:[^"\\]|\\.)*")re");
    static const std::regex kLetter(
        "\xC3[\x80-\xBF]|\xC4[\x80-\xBF]|\xC6[\xA0\xA1\xAF\xB0]|\xE1[\xBA\xBB]");
    static const std::regex kPlain("[A-Za-z]");
    const std::string code = line.substr(0, line.find("//"));
    return std::any_of(std::sregex_iterator(code.begin(), code.end(), kString),
                       std::sregex_iterator(), [](const std::smatch& match) {
                           const std::string text = match.str();
                           return std::regex_search(text, kLetter) &&
                                  std::regex_search(text, kPlain);
                       });
}

/// The word of a type's or a file's name that says nothing, or an empty text.
std::string empty_word(const std::string& text) {
    static const std::regex kType(
        R"re(\b(?:class|struct|enum class|using)\s+\w*(Manager|Helper|Util|Base|Impl|Data|Info|Process|Handle)\b)re");
    static const std::regex kFile(
        R"re((?:^|[_/])(manager|helper|util|base|impl|data|info|process|handle)s?\.(?:h|cpp)$)re");
    std::smatch match;
    if (std::regex_search(text, match, kType) || std::regex_search(text, match, kFile))
        return match[1].str();
    return {};
}

TEST_CASE("no file is longer than a reader can hold", "[house-style]") {
    for (const Source& source : sources({"kiosk", "drivers", "tests"})) {
        INFO(source.name << " has " << source.lines.size() << " lines");
        CHECK(source.lines.size() <=
              (source.name.starts_with("tests/") ? kTestLines : kSourceLines));
    }
}

TEST_CASE("words for citizens live in the string files", "[house-style]") {
    for (const Source& source : sources({"kiosk/ui"})) {
        for (const std::string& line : source.lines) {
            INFO(source.name << ": " << line);
            CHECK_FALSE(has_vietnamese_words(line));
        }
    }
}

TEST_CASE("Vietnamese words in a string are told from an alphabet", "[house-style]") {
    CHECK(has_vietnamese_words("ui.button(\"Tiếp tục\");"));
    CHECK(has_vietnamese_words("ui.label(\"Đặt thẻ\");"));
    CHECK_FALSE(has_vietnamese_words("const auto kLetters = \"ăâđêôơư\";"));
    CHECK_FALSE(has_vietnamese_words("ui.button(Text::Next);  // says \"Tiếp tục\""));
    CHECK_FALSE(has_vietnamese_words("ui.text(\"—\");"));
}

// Without memory, the standard's walk through a folder ends the program.
TEST_CASE("folders are walked by core/folder alone", "[house-style]") {
    for (const Source& source : sources({"kiosk", "drivers"})) {
        for (const std::string& line : source.lines) {
            INFO(source.name << ": " << line);
            CHECK_FALSE(line.contains("directory_iterator"));
        }
    }
}

TEST_CASE("no name holds a word that says nothing", "[house-style]") {
    for (const Source& source : sources({"kiosk", "drivers", "tests"})) {
        INFO(source.name);
        CHECK(empty_word(source.name).empty());
        if (source.name == "tests/house_style_test.cpp") continue;
        for (const std::string& line : source.lines) {
            INFO(line);
            CHECK(empty_word(line).empty());
        }
    }
}

TEST_CASE("an empty word is found at the end of a name", "[house-style]") {
    CHECK(empty_word("class DossierManager {") == "Manager");
    CHECK(empty_word("struct PageInfo {") == "Info");
    CHECK(empty_word("kiosk/core/string_util.h") == "util");
    CHECK(empty_word("class Database {").empty());
    CHECK(empty_word("kiosk/core/database.h").empty());
}

}  // namespace
