#include "tests/bench/qr_wechat.h"

#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cstring>
#include <format>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

static_assert(std::endian::native == std::endian::little);

void send_all(int end, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(end, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        expects(sent > 0);
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
}

void receive_all(int end, std::span<std::uint8_t> bytes) {
    if (bytes.empty()) return;
    const ssize_t got = ::recv(end, bytes.data(), bytes.size(), MSG_WAITALL);
    expects(got == static_cast<ssize_t>(bytes.size()));
}

/// Where packages that were only unpacked have their libraries and modules.
std::array<std::string, 2> environment_of(const std::filesystem::path& root) {
    return {std::format("LD_LIBRARY_PATH={0}/x86_64-linux-gnu:{0}", (root / "usr/lib").string()),
            std::format("PYTHONPATH={}", (root / "usr/lib/python3/dist-packages").string())};
}

/// Starts python with `end` as its standard input and output; -1 when it cannot.
pid_t spawn(const std::filesystem::path& checkout, int end) {
    std::string python = "python3";
    std::string program = (checkout / "tests/bench/wechat.py").string();
    std::array<char*, 3> arguments{python.data(), program.data(), nullptr};
    auto environment = environment_of(checkout / ".build/peers/root");
    std::array<char*, 3> variables{environment[0].data(), environment[1].data(), nullptr};
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO);
    pid_t number = -1;
    const int status = ::posix_spawn(&number, "/usr/bin/python3", &actions, nullptr,
                                     arguments.data(), variables.data());
    ::posix_spawn_file_actions_destroy(&actions);
    return status == 0 ? number : -1;
}

}  // namespace

std::shared_ptr<Wechat> Wechat::start(const std::filesystem::path& checkout) {
    if (!std::filesystem::exists(checkout / ".build/peers/root")) return nullptr;
    std::array<int, 2> ends{};
    expects(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
    Descriptor ours(ends[0]);
    const Descriptor theirs(ends[1]);
    const pid_t number = spawn(checkout, theirs.number());
    expects(number > 0);
    return std::shared_ptr<Wechat>(new Wechat(std::move(ours), number));
}

Wechat::~Wechat() {
    end_ = Descriptor();
    ::waitpid(number_, nullptr, 0);
}

Said Wechat::read(const ImageView& grey) {
    const auto size = std::bit_cast<std::array<std::uint8_t, 8>>(std::array{
        static_cast<std::uint32_t>(grey.width), static_cast<std::uint32_t>(grey.height)});
    send_all(end_.number(), size);
    send_all(end_.number(), grey.pixels);
    std::array<std::uint8_t, 12> header{};
    receive_all(end_.number(), header);
    double milliseconds = 0;
    std::uint32_t length = 0;
    std::memcpy(&milliseconds, header.data(), sizeof(milliseconds));
    std::memcpy(&length, header.data() + sizeof(milliseconds), sizeof(length));
    Bytes text(length);
    receive_all(end_.number(), text);
    return {std::string(as_text(text)), milliseconds};
}

}  // namespace motlan::testing
