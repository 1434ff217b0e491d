#include "kiosk/care/journal.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>
#include <format>
#include <ranges>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/civil_date.h"

namespace motlan {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
constexpr std::array<std::string_view, 4> kUnits{"kiosk", "kiosk-link", "kiosk-screen",
                                                 "kiosk-rests"};

/// Blanks and what controls a terminal: no byte of a letter beyond ASCII is among them.
bool is_blank_or_control(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte <= 0x20 || byte == 0x7F;
}

bool is_sign(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x80 && std::isalnum(byte) == 0 && letter != '_';
}

/// journalctl looks for a pattern: a sign stands for itself behind a backslash (pcre2pattern(3)).
std::string pattern_of(std::string_view word) {
    std::string pattern;
    for (const char letter : word) {
        if (is_sign(letter)) pattern += '\\';
        pattern += letter;
    }
    return pattern;
}

/// What the child writes until it ends or has said enough.
std::string drain(int source) {
    std::string text;
    std::array<char, 8192> piece{};
    while (text.size() < kMostBytes) {
        const auto count = ::read(source, piece.data(), piece.size());
        if (count <= 0) break;
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
    return text;
}

}  // namespace

std::span<const std::string_view> journal_units() { return kUnits; }

std::optional<std::string> journal_since(std::string_view said) {
    if (said == "hour") return "-1h";
    if (said == "today") return "today";
    const auto day = CivilDate::parse_iso(said);
    return day && !day->is_year_only() ? std::optional(day->to_iso()) : std::nullopt;
}

bool is_sought_word(std::string_view word) {
    return !word.empty() && is_utf8(word) && count_letters(word) <= kLongestSought &&
           std::ranges::none_of(word, is_blank_or_control);
}

std::vector<std::string> journal_call(const JournalWish& wish) {
    std::vector<std::string> call{"journalctl",         "--no-pager",
                                  "--no-hostname",      "--quiet",
                                  "--output=short-iso", std::format("--lines={}", wish.lines)};
    if (wish.follows) call.emplace_back("--follow");
    if (!wish.since.empty()) call.push_back("--since=" + wish.since);
    for (const std::string_view unit : kUnits)
        if (wish.unit.empty() || wish.unit == unit)
            call.push_back(std::format("--unit={}.service", unit));
    if (!wish.sought.empty()) {
        call.push_back("--grep=" + pattern_of(wish.sought));
        call.emplace_back("--case-sensitive=no");
    }
    if (fault_of(wish.match))
        call.push_back("MOTLAN_FAULT=" + wish.match);
    else if (!wish.match.empty())
        call.push_back("MOTLAN_EVENT=" + wish.match);
    return call;
}

std::string turned_around(std::string_view lines) {
    std::vector<std::string_view> all;
    for (const auto each : lines | std::views::split('\n'))
        if (const std::string_view line(each); !line.empty()) all.push_back(line);
    std::string text;
    for (const std::string_view line : all | std::views::reverse) text.append(line) += '\n';
    return text;
}

Result<std::string> read_journal(const JournalWish& wish) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(Fault::StorageFailed);
    const Descriptor source(ends[0]);
    Descriptor target(ends[1]);
    std::vector<std::string> call = journal_call(wish);
    std::vector<char*> words;
    for (std::string& word : call) words.push_back(word.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t number = -1;
    const int failed =
        ::posix_spawnp(&number, words[0], &actions, nullptr, words.data(), ::environ);
    ::posix_spawn_file_actions_destroy(&actions);
    target = Descriptor();
    if (failed != 0) return fail(Fault::StorageFailed);
    std::string text = drain(ends[0]);
    ::kill(number, SIGTERM);
    int status = 0;
    ::waitpid(number, &status, 0);
    // With a word to look for, --lines makes journalctl begin at the end (journalctl(1), --grep).
    return wish.sought.empty() || wish.follows ? text : turned_around(text);
}

}  // namespace motlan
