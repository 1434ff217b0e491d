// The scanner of another machine through saned on loopback: SANE's test backend behind its network
// backend. Every test has an address of its own in 127/8, so that the port may be the usual one.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/expects.h"
#include "tests/drivers/sane_backend.h"

using namespace motlan;

namespace {

std::string own_address() {
    const int number = ::getpid();
    return "127." + std::to_string(1 + number / 65'536 % 250) + "." +
           std::to_string(number / 256 % 256) + "." + std::to_string(1 + number % 255);
}

bool is_listening(const std::string& address) {
    constexpr std::uint16_t kSanePort = 6566;
    const Descriptor probe(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(kSanePort);
    ::inet_pton(AF_INET, address.c_str(), &there.sin_addr);
    return ::connect(probe.number(), reinterpret_cast<const sockaddr*>(&there), sizeof there) == 0;
}

/// saned with the test backend, and a client's SANE that knows it and nothing else.
class Saned {
public:
    explicit Saned(const testing::SaneOptionTable& changes = {}) {
        testing::write_test_backend(server_.path(), changes);
        std::ofstream(server_.path() / "saned.conf") << "127.0.0.0/8\n";
        std::ofstream(client_.path() / "dll.conf") << "net\n";
        std::ofstream(client_.path() / "net.conf") << "connect_timeout = 5\n" << address_ << "\n";
        start();
        ::setenv("SANE_CONFIG_DIR", client_.path().c_str(), 1);
    }
    ~Saned() { kill(); }
    Saned(const Saned&) = delete;
    Saned& operator=(const Saned&) = delete;

    [[nodiscard]] std::string device() const { return "net:" + address_ + ":test:0"; }
    void kill() {
        if (number_ < 0) return;
        ::kill(-number_, SIGKILL);
        ::waitpid(number_, nullptr, 0);
        number_ = -1;
    }

private:
    void start() {
        ::setenv("SANE_CONFIG_DIR", server_.path().c_str(), 1);
        posix_spawnattr_t how;
        posix_spawnattr_init(&how);
        posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP);
        std::array<std::string, 5> words{"/usr/sbin/saned", "-l", "-b", address_, "-D"};
        std::array<char*, 6> arguments{};
        for (std::size_t i = 0; i < words.size(); ++i) arguments.at(i) = words.at(i).data();
        arguments.at(4) = nullptr;  // in the foreground
        expects(::posix_spawn(&number_, words[0].c_str(), nullptr, &how, arguments.data(),
                              environ) == 0);
        posix_spawnattr_destroy(&how);
        while (!is_listening(address_) && ::waitpid(number_, nullptr, WNOHANG) == 0)
            std::this_thread::yield();
    }

    testing::Folder server_;
    testing::Folder client_;
    std::string address_ = own_address();
    pid_t number_ = -1;
};

}  // namespace

TEST_CASE("a sheet comes whole from the scanner of another machine", "[drivers]") {
    const Saned saned;
    SaneScanner device(testing::sane_setup(PaperSource::Glass, saned.device()));

    const auto page = device.scan({.dpi = 100}, {});

    REQUIRE(page);
    CHECK(page->coding == PictureCoding::RawRgb);
    CHECK(page->bytes.size() ==
          static_cast<std::size_t>(page->width) * 3 * static_cast<std::size_t>(page->height));
}

// Not a jam: saned 1.3 now and then closes the line of a page whose first read fails before it has
// said why. Jams over a network are tried with eSCL.
TEST_CASE("a feeder on another machine says that it is empty", "[drivers]") {
    const Saned saned;
    SaneScanner device(testing::sane_setup(PaperSource::Feeder, saned.device()));
    int sheets = 0;

    auto sheet = device.scan({.dpi = 50}, {});
    for (; sheet && sheets < 40; ++sheets) sheet = device.scan({.dpi = 50}, {});

    CHECK(sheets >= 10);
    CHECK(sheet.error() == Fault::ScannerNoPaper);
}

TEST_CASE("a scan on another machine is cancelled, and the next one works", "[drivers]") {
    const Saned saned({{"read-limit", "true"}, {"read-limit-size", "4096"}});
    SaneScanner device(testing::sane_setup(PaperSource::Glass, saned.device()));

    const auto page = device.scan({.dpi = 300}, [&](int percent) {
        if (percent >= 3) device.cancel();
    });

    CHECK(page.error() == Fault::ScannerCancelled);
    CHECK(device.scan({.dpi = 50}, {}));
}

TEST_CASE("another machine that goes away takes its scanner with it", "[drivers]") {
    Saned saned;
    SaneScanner device(testing::sane_setup(PaperSource::Glass, saned.device()));
    REQUIRE(device.scan({.dpi = 50}, {}));

    saned.kill();

    CHECK(device.scan({.dpi = 50}, {}).error() == Fault::ScannerUnplugged);
}
