// Runs while building: turns assets/strings/*.json into the enum Text and its tables, so that a
// text that is missing in a language, or names other values, stops the build.
// Usage: write_texts OUTPUT_FOLDER VI.json EN.json
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <format>
#include <map>
#include <print>
#include <set>
#include <string>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/utf8.h"

namespace {

using namespace motlan;

using Texts = std::map<std::string, std::string>;

/// One language: what is shown, and how it is read aloud where that differs, both by key.
struct Pack {
    Texts shown;
    Texts spoken;
};

Pack read(const char* file) {
    constexpr std::string_view kSpoken = ".spoken";
    const auto tree =
        read_text(file, kJsonLimit).and_then([](const auto& t) { return parse_json(t); });
    if (!tree || tree->table() == nullptr) {
        std::println(stderr, "{}: not a readable table of texts", file);
        std::exit(1);
    }
    Pack pack;
    for (const auto& [key, unused] : *tree->table()) {
        const std::string text(tree->text_at(key));
        if (key.ends_with(kSpoken))
            pack.spoken[key.substr(0, key.size() - kSpoken.size())] = text;
        else
            pack.shown[key] = text;
    }
    return pack;
}

/// The values in braces that a text names.
std::set<std::string> values_of(const std::string& text) {
    std::set<std::string> values;
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        values.insert(text.substr(open, text.find('}', open) - open));
    }
    return values;
}

/// What is wrong with a text, or nothing.
std::string complaint(const Texts& vietnamese, const std::string& key, const std::string& text) {
    const auto original = vietnamese.find(key);
    if (original == vietnamese.end()) return "is not in Vietnamese";
    if (text.empty()) return "is empty or no text";
    if (to_nfc(text) != text) return "is not in composed form (NFC)";
    if (values_of(text) != values_of(original->second)) return "names other values than Vietnamese";
    return {};
}

bool is_sound(const Pack& vietnamese, const Pack& pack, std::string_view file) {
    bool sound = true;
    const auto complain = [&](const std::string& key, std::string_view what) {
        std::println(stderr, "{}: {} {}", file, key, what);
        sound = false;
    };
    for (const Texts* texts : {&pack.shown, &pack.spoken}) {
        for (const auto& [key, text] : *texts) {
            const std::string what = complaint(vietnamese.shown, key, text);
            if (!what.empty()) complain(key, what);
        }
    }
    for (const auto& [key, unused] : vietnamese.shown) {
        if (!pack.shown.contains(key)) complain(key, "is missing");
    }
    return sound;
}

/// "scan.lay_paper" -> "ScanLayPaper".
std::string enum_name(std::string_view key) {
    std::string name;
    bool is_start = true;
    for (const char c : key) {
        const bool is_letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (is_letter) name += is_start ? static_cast<char>(std::toupper(c)) : c;
        is_start = !is_letter;
    }
    return name;
}

std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return out + '"';
}

std::string table_of(const Pack& pack, std::string_view name) {
    std::string out =
        std::format("constexpr std::array<Wording, {}> {}{{{{\n", pack.shown.size(), name);
    for (const auto& [key, text] : pack.shown) {
        const auto spoken = pack.spoken.find(key);
        out += std::format("    {{{}, {}, {}}},\n", literal(key), literal(text),
                           literal(spoken == pack.spoken.end() ? "" : spoken->second));
    }
    return out + "}};\n";
}

std::string header_of(const Pack& pack) {
    std::string out =
        "// Written by write_texts. Every text that a person can meet on this kiosk.\n"
        "#pragma once\n\n#include <cstdint>\n\nnamespace motlan {\n\n"
        "enum class Text : std::uint16_t {\n";
    for (const auto& [key, unused] : pack.shown) out += "    " + enum_name(key) + ",\n";
    return out + "};\n\n}  // namespace motlan\n";
}

std::string source_of(const Pack& vietnamese, const Pack& english) {
    return "#include <array>\n\n#include \"kiosk/ui/wording.h\"\n\nnamespace motlan {\nnamespace "
           "{\n\n" +
           table_of(vietnamese, "kVietnamese") + "\n" + table_of(english, "kEnglish") +
           "\n}  // namespace\n\nstd::span<const Wording> wordings(Language language) {\n"
           "    if (language == Language::English) return kEnglish;\n    return kVietnamese;\n}\n\n"
           "}  // namespace motlan\n";
}

/// Only a changed file is written, so that nothing is compiled for nothing.
void write(const std::filesystem::path& file, const std::string& text) {
    if (read_text(file, 4 * kJsonLimit).value_or("") == text) return;
    if (!write_file(file, as_bytes(text))) std::exit(1);
}

}  // namespace

int main(int count, char** words) try {
    if (count != 4) return 2;
    const Pack vietnamese = read(words[2]);
    const Pack english = read(words[3]);
    if (!is_sound(vietnamese, vietnamese, words[2])) return 1;
    if (!is_sound(vietnamese, english, words[3])) return 1;
    const std::filesystem::path folder = words[1];
    write(folder / "texts.h", header_of(vietnamese));
    write(folder / "texts.cpp", source_of(vietnamese, english));
    return 0;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
}
