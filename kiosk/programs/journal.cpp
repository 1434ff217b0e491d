#include "kiosk/programs/journal.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <format>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/fault.h"

namespace motlan {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20U;

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

std::vector<std::string> journal_call(const JournalWish& wish) {
    std::vector<std::string> call{"journalctl",         "--no-pager",
                                  "--no-hostname",      "--quiet",
                                  "--output=short-iso", std::format("--lines={}", wish.lines)};
    if (wish.follows) call.emplace_back("--follow");
    for (const std::string_view unit : {"kiosk", "kiosk-link", "kiosk-screen", "kiosk-rests"})
        call.push_back(std::format("--unit={}.service", unit));
    if (fault_of(wish.match))
        call.push_back("MOTLAN_FAULT=" + wish.match);
    else if (!wish.match.empty())
        call.push_back("MOTLAN_EVENT=" + wish.match);
    return call;
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
    return text;
}

}  // namespace motlan
