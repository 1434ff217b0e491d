#include "tests/province/control.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <vector>

#include "kiosk/core/expects.h"

namespace motlan::province {
namespace {

constexpr std::size_t kLineLimit = 4096;

struct Client {
    Descriptor socket;
    std::string pending;
};

// Answers every whole line; false when the client is gone or speaks too long.
bool serve(Client& client, const Control::Obey& obey) {
    std::array<char, kLineLimit> read{};
    const ssize_t got = ::recv(client.socket.number(), read.data(), read.size(), 0);
    if (got <= 0) return false;
    client.pending.append(read.data(), static_cast<std::size_t>(got));
    for (auto end = client.pending.find('\n'); end != std::string::npos;
         end = client.pending.find('\n')) {
        const std::string answer = obey(std::string_view(client.pending).substr(0, end)) + "\n";
        client.pending.erase(0, end + 1);
        if (::send(client.socket.number(), answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
            return false;
    }
    return client.pending.size() < kLineLimit;
}

Descriptor listen_at(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof address.sun_path) return {};
    path.native().copy(address.sun_path, sizeof address.sun_path - 1);
    ::unlink(path.c_str());
    Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const bool done = ::bind(listener.number(), reinterpret_cast<const sockaddr*>(&address),
                             sizeof address) == 0 &&
                      ::listen(listener.number(), 8) == 0;
    return done ? std::move(listener) : Descriptor();
}

}  // namespace

Result<std::unique_ptr<Control>> Control::open(const std::filesystem::path& path, Obey obey) {
    Descriptor listener = listen_at(path);
    if (!listener.is_open()) return fail(Fault::StorageFailed);
    return std::unique_ptr<Control>(new Control(std::move(listener), path, std::move(obey)));
}

Control::Control(Descriptor listener, std::filesystem::path path, Obey obey)
    : listener_(std::move(listener)), path_(std::move(path)), obey_(std::move(obey)) {
    std::array<int, 2> ends{};
    expects(::pipe2(ends.data(), O_CLOEXEC) == 0);
    stop_reader_ = Descriptor(ends[0]);
    stop_writer_ = Descriptor(ends[1]);
    thread_ = std::thread([this] { run(); });
}

Control::~Control() {
    stop_writer_ = Descriptor();
    thread_.join();
    ::unlink(path_.c_str());
}

void Control::run() {
    std::vector<Client> clients;
    while (true) {
        std::vector<pollfd> watched{{stop_reader_.number(), POLLIN, 0},
                                    {listener_.number(), POLLIN, 0}};
        for (const Client& client : clients) watched.push_back({client.socket.number(), POLLIN, 0});
        if (::poll(watched.data(), watched.size(), -1) < 0) continue;
        if (watched[0].revents != 0) return;
        std::vector<Client> staying;
        for (std::size_t i = 0; i < clients.size(); ++i) {
            if (watched[i + 2].revents == 0 || serve(clients[i], obey_))
                staying.push_back(std::move(clients[i]));
        }
        clients = std::move(staying);
        if (watched[1].revents == 0) continue;
        Descriptor socket(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC));
        if (socket.is_open()) clients.push_back({std::move(socket), {}});
    }
}

}  // namespace motlan::province
