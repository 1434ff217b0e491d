#include "tests/province/gate.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "kiosk/core/expects.h"

namespace motlan::province {
namespace {

constexpr int kSlowStepMs = 50;
constexpr std::size_t kSlowStepBytes = 800;  // 16 kB/s: a dossier without papers takes about 8 s
constexpr std::array<std::string_view, 3> kRoads{"up", "cut", "slow"};

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Descriptor listen_on(int port) {
    Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const sockaddr_in address = loopback(port);
    const int yes = 1;
    ::setsockopt(listener.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const bool done = ::bind(listener.number(), reinterpret_cast<const sockaddr*>(&address),
                             sizeof address) == 0 &&
                      ::listen(listener.number(), SOMAXCONN) == 0;
    return done ? std::move(listener) : Descriptor();
}

int port_of(const Descriptor& listener) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(listener.number(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

// The relay must not add delays of its own.
void send_at_once(const Descriptor& connection) {
    const int yes = 1;
    ::setsockopt(connection.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

Descriptor connect_to(int port) {
    Descriptor inner(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = loopback(port);
    if (::connect(inner.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return {};
    ::fcntl(inner.number(), F_SETFL, O_NONBLOCK);
    send_at_once(inner);
    return inner;
}

// Closing then sends a reset instead of an orderly end.
void reset(const Descriptor& connection) {
    const linger now{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(connection.number(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

bool must_wait() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

// One direction of a connection.
struct Lane {
    std::array<std::uint8_t, 16'384> buffer{};
    std::size_t begin = 0;
    std::size_t end = 0;
    bool ended = false;

    [[nodiscard]] bool is_empty() const { return begin == end; }

    // Moves what can be moved now; false when the connection is broken.
    bool move(int from, int to, std::size_t allowance) {
        if (is_empty() && !ended && !fill(from, to, std::min(allowance, buffer.size())))
            return false;
        while (!is_empty()) {
            const ssize_t sent = ::send(to, buffer.data() + begin, end - begin, MSG_NOSIGNAL);
            if (sent < 0) return must_wait();
            begin += static_cast<std::size_t>(sent);
        }
        return true;
    }

    bool fill(int from, int to, std::size_t limit) {
        const ssize_t got = ::recv(from, buffer.data(), limit, 0);
        if (got < 0) return must_wait();
        begin = 0;
        end = static_cast<std::size_t>(got);
        ended = got == 0;
        if (ended) ::shutdown(to, SHUT_WR);
        return true;
    }

    [[nodiscard]] short reads() const { return is_empty() && !ended ? POLLIN : short{0}; }
    [[nodiscard]] short writes() const { return is_empty() ? short{0} : POLLOUT; }
};

}  // namespace

struct Gate::Connection {
    Descriptor outer;
    Descriptor inner;
    Lane in;
    Lane out;

    // False when it is over.
    bool relay(std::size_t allowance) {
        return in.move(outer.number(), inner.number(), allowance) &&
               out.move(inner.number(), outer.number(), allowance) && !(in.ended && out.ended);
    }

    void watch(std::vector<pollfd>& watched) const {
        const auto outer_events = static_cast<short>(in.reads() | out.writes());
        const auto inner_events = static_cast<short>(out.reads() | in.writes());
        // A lane that waits for nothing is left out: a hang-up would wake it for ever.
        if (outer_events != 0) watched.push_back({outer.number(), outer_events, 0});
        if (inner_events != 0) watched.push_back({inner.number(), inner_events, 0});
    }
};

Result<std::unique_ptr<Gate>> Gate::open(int port, int inner) {
    Descriptor listener = listen_on(port);
    if (!listener.is_open()) return fail(Fault::BackendUnreachable);
    const int bound = port_of(listener);
    return std::unique_ptr<Gate>(new Gate(std::move(listener), bound, inner));
}

Gate::Gate(Descriptor listener, int port, int inner)
    : listener_(std::move(listener)), port_(port), inner_(inner) {
    std::array<int, 2> ends{};
    expects(::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0);
    wake_reader_ = Descriptor(ends[0]);
    wake_writer_ = Descriptor(ends[1]);
    thread_ = std::thread([this] { run(); });
}

Gate::~Gate() {
    stopping_ = true;
    wake();
    thread_.join();
}

void Gate::wake() {
    const char byte = 0;
    (void)!::write(wake_writer_.number(), &byte, 1);
}

bool Gate::set(std::string_view road) {
    const auto at = std::ranges::find(kRoads, road);
    if (at == kRoads.end()) return false;
    road_ = static_cast<Road>(at - kRoads.begin());
    const std::uint64_t change = ++asked_;
    wake();
    for (auto seen = done_.load(); seen < change; seen = done_.load()) done_.wait(seen);
    return true;
}

std::string_view Gate::road() const { return kRoads.at(static_cast<std::size_t>(road_.load())); }

void Gate::run() {
    while (!stopping_) {
        const std::uint64_t change = asked_;
        if (road_ == Road::Cut) {
            for (const auto& connection : connections_)
                reset(connection->outer), reset(connection->inner);
            connections_.clear();
        }
        welcome();
        relay();
        if (done_.exchange(change) != change) done_.notify_all();
        wait();
    }
}

// On the slow road the data is not watched: it moves a little at every step.
void Gate::wait() {
    std::vector<pollfd> watched{{wake_reader_.number(), POLLIN, 0},
                                {listener_.number(), POLLIN, 0}};
    const bool slow = road_ == Road::Slow && !connections_.empty();
    if (!slow) {
        for (const auto& connection : connections_) connection->watch(watched);
    }
    ::poll(watched.data(), watched.size(), slow ? kSlowStepMs : -1);
    std::array<char, 64> waste{};
    while (::read(wake_reader_.number(), waste.data(), waste.size()) > 0) {
    }
}

void Gate::welcome() {
    while (true) {
        Descriptor outer(
            ::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!outer.is_open()) return;
        send_at_once(outer);
        Descriptor inner = road_ == Road::Cut ? Descriptor() : connect_to(inner_);
        if (!inner.is_open()) {
            reset(outer);
            continue;
        }
        connections_.push_back(std::make_unique<Connection>(std::move(outer), std::move(inner)));
    }
}

void Gate::relay() {
    const std::size_t allowance = road_ == Road::Slow ? kSlowStepBytes : SIZE_MAX;
    std::erase_if(connections_, [&](const auto& connection) {
        if (connection->relay(allowance)) return false;
        const bool ended = connection->in.ended && connection->out.ended;
        if (!ended) reset(connection->outer), reset(connection->inner);
        return true;
    });
}

}  // namespace motlan::province
