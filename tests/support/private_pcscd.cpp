#include "tests/support/private_pcscd.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <format>
#include <fstream>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

// The library keeps the first socket that it is told of, so a program has one folder.
const std::filesystem::path& home() {
    static const Folder kFolder;
    return kFolder.path();
}

std::filesystem::path socket_path() { return home() / "pcscd.comm"; }
std::filesystem::path log_path() { return home() / "log"; }

Descriptor listening_socket() {
    std::filesystem::remove(socket_path());
    Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socket_path().string();
    expects(path.size() < sizeof address.sun_path);
    path.copy(address.sun_path, path.size());
    expects(::bind(listener.number(), reinterpret_cast<const sockaddr*>(&address),
                   sizeof address) == 0 &&
            ::listen(listener.number(), 16) == 0);
    return listener;
}

// As vpcd itself will bind it: what an ended program leaves behind there does not matter.
bool is_free(int port) {
    const Descriptor probe(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int yes = 1;
    ::setsockopt(probe.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return ::bind(probe.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

// vpcd listens there and at the port after it, one for each of its two readers. They lie below
// the ports that the kernel gives away by itself, and apart from those of other tests' programs,
// whose numbers are near ours.
int free_port() {
    int place = ::getpid();
    const auto port = [&] { return 20'000 + place % 6000 * 2; };
    while (!is_free(port()) || !is_free(port() + 1)) place += 1009;
    return port();
}

}  // namespace

PrivatePcscd::PrivatePcscd() : port_(free_port()) {
    ::setenv("PCSCLITE_CSOCK_NAME", socket_path().c_str(), 1);
    std::filesystem::create_directory(home() / "readers");
    std::ofstream(home() / "readers" / "virtual") << std::format(
        "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:{0}\n"
        "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID {0}\n",
        port_);
    start();
}

// It believes to be started by systemd (sd_listen_fds(3)) and ends with this program.
void PrivatePcscd::start() {
    const Descriptor listener = listening_socket();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, log_path().c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                     0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    posix_spawn_file_actions_adddup2(&actions, listener.number(), 3);
    std::string script =
        "LISTEN_PID=$$ LISTEN_FDS=1 exec setpriv --pdeathsig KILL "
        "/usr/sbin/pcscd --foreground --disable-polkit --config \"$0\"";
    std::string shell = "sh";
    std::string flag = "-c";
    std::string readers = (home() / "readers").string();
    std::array<char*, 5> arguments{shell.data(), flag.data(), script.data(), readers.data(),
                                   nullptr};
    expects(::posix_spawn(&number_, "/bin/sh", &actions, nullptr, arguments.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
}

void PrivatePcscd::kill() {
    if (number_ < 0) return;
    ::kill(number_, SIGKILL);
    ::waitpid(number_, nullptr, 0);
    number_ = -1;
}

bool PrivatePcscd::is_alive() const {
    siginfo_t end{};
    return number_ > 0 &&
           ::waitid(P_PID, static_cast<id_t>(number_), &end, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           end.si_pid == 0;
}

std::string PrivatePcscd::last_words() const {
    std::ifstream log(log_path());
    std::string last;
    for (std::string line; std::getline(log, line);) last = line;
    return last;
}

}  // namespace motlan::testing
