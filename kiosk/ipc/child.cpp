#include "kiosk/ipc/child.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace motlan {
namespace {

class FileActions {
public:
    FileActions() { posix_spawn_file_actions_init(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
    posix_spawn_file_actions_t* get() { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

// The child starts with no signal blocked, whatever thread of ours starts it.
class Attributes {
public:
    Attributes() {
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;
    ~Attributes() { posix_spawnattr_destroy(&attributes_); }
    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Result<Child> Child::start(const std::filesystem::path& program, std::vector<std::string> arguments,
                           std::vector<std::string> environment) {
    auto ends = channel_pair();
    if (!ends) return fail(Fault::EyeUnavailable);
    FileActions actions;
    for (const int number : {STDIN_FILENO, STDOUT_FILENO}) {
        posix_spawn_file_actions_addopen(actions.get(), number, "/dev/null", O_RDWR, 0);
    }
    posix_spawn_file_actions_adddup2(actions.get(), ends->second.descriptor(), kChildChannel);
    posix_spawn_file_actions_addclosefrom_np(actions.get(), kChildChannel + 1);
    arguments.insert(arguments.begin(), program.native());
    const auto words = pointers_to(arguments);
    const auto names = pointers_to(environment);
    pid_t number = -1;
    if (::posix_spawn(&number, program.c_str(), actions.get(), Attributes().get(), words.data(),
                      names.data()) != 0) {
        return fail(Fault::EyeUnavailable);
    }
    return Child(std::move(ends->first), number);
}

Child::Child(Child&& other) noexcept
    : channel_(std::move(other.channel_)), number_(std::exchange(other.number_, -1)) {}

Child& Child::operator=(Child&& other) noexcept {
    if (this == &other) return *this;
    end();
    channel_ = std::move(other.channel_);
    number_ = std::exchange(other.number_, -1);
    return *this;
}

void Child::end() {
    if (number_ <= 0) return;
    ::kill(number_, SIGKILL);
    while (::waitpid(number_, nullptr, 0) < 0 && errno == EINTR) {
    }
    number_ = -1;
}

}  // namespace motlan
