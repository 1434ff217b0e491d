#include "tests/province/gate.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "kiosk/core/clock.h"
#include "kiosk/core/expects.h"

namespace motlan::province {
namespace {

constexpr int kStepMs = 2;
constexpr double kSlowRate = 16'000;  // a dossier without papers takes about 8 s
constexpr double kBurst = 0.1;        // seconds of an unused rate that may be caught up with
constexpr std::size_t kMostAtOnce = std::size_t{256} << 10U;
constexpr double kMiB = 1 << 20U;

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

// A number of at most `most`; nothing when the text is none.
std::optional<double> number(const std::string& text, double most) {
    double value = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end) return std::nullopt;
    return value > 0 && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<Road> parse_road(const std::vector<std::string>& words) {
    if (words.empty()) return std::nullopt;
    Road road;
    for (road.text.clear(); const std::string& word : words)
        road.text += (road.text.empty() ? "" : " ") + word;
    if (road.text == "up") return road;
    road.is_cut = road.text == "cut";
    if (road.text == "slow") road.rate = kSlowRate;
    if (words[0] == "rate" && words.size() == 2) road.rate = number(words[1], 1e12).value_or(0);
    if (words[0] == "frail" && words.size() == 3) {
        const double share = number(words[1], 99).value_or(0) / 100;
        road.cuts_per_byte = -std::log1p(-share) / kMiB;
        road.seed = static_cast<std::uint64_t>(number(words[2], 1e15).value_or(0));
    }
    const bool is_one = road.is_cut || road.rate > 0 || (road.cuts_per_byte > 0 && road.seed > 0);
    return is_one ? std::optional(road) : std::nullopt;
}

// One direction of a connection.
struct Lane {
    std::array<std::uint8_t, 16'384> buffer{};
    std::size_t begin = 0;
    std::size_t end = 0;
    bool ended = false;
    double budget = 0;  ///< bytes that a limited rate still allows

    [[nodiscard]] bool is_empty() const { return begin == end; }

    // Moves at most so many bytes on: how many it took in, nothing when the connection is broken.
    std::optional<std::size_t> move(int from, int to, std::size_t allowance) {
        std::size_t taken = 0;
        while (true) {
            while (!is_empty()) {
                const ssize_t sent = ::send(to, buffer.data() + begin, end - begin, MSG_NOSIGNAL);
                if (sent < 0) return must_wait() ? std::optional(taken) : std::nullopt;
                begin += static_cast<std::size_t>(sent);
            }
            if (ended || taken == allowance) return taken;
            const ssize_t got =
                ::recv(from, buffer.data(), std::min(allowance - taken, buffer.size()), 0);
            if (got < 0) return must_wait() ? std::optional(taken) : std::nullopt;
            begin = 0;
            end = static_cast<std::size_t>(got);
            taken += end;
            ended = got == 0;
            if (ended) ::shutdown(to, SHUT_WR);
        }
    }

    [[nodiscard]] short reads() const { return is_empty() && !ended ? POLLIN : short{0}; }
    [[nodiscard]] short writes() const { return is_empty() ? short{0} : POLLOUT; }
};

}  // namespace

struct Gate::Connection {
    Descriptor outer;
    Descriptor inner;
    double left = 0;  ///< bytes until a frail road ends it
    bool is_ready = true;
    SteadyTime seen = SystemClock().steady();
    Lane in = {};
    Lane out = {};

    [[nodiscard]] bool is_over() const { return in.ended && out.ended; }

    // How much a lane may move now: by rate, and not beyond the byte at which the road breaks.
    [[nodiscard]] std::size_t allowance(Lane& lane, const Road& road, double seconds) const {
        if (road.rate > 0)
            lane.budget = std::min(lane.budget + road.rate * seconds, road.rate * kBurst + 1);
        const double most = road.rate > 0 ? lane.budget : static_cast<double>(kMostAtOnce);
        return static_cast<std::size_t>(std::max(0.0, std::min(most, std::ceil(left))));
    }

    // Which of its ends wake the gate, and how many they are.
    std::size_t watch(std::vector<pollfd>& watched) const {
        const auto outer_events = static_cast<short>(in.reads() | out.writes());
        const auto inner_events = static_cast<short>(out.reads() | in.writes());
        // A lane that waits for nothing is left out: a hang-up would wake it for ever.
        if (outer_events != 0) watched.push_back({outer.number(), outer_events, 0});
        if (inner_events != 0) watched.push_back({inner.number(), inner_events, 0});
        return (outer_events != 0 ? 1U : 0U) + (inner_events != 0 ? 1U : 0U);
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

bool Gate::set(const std::vector<std::string>& words) {
    const auto road = parse_road(words);
    if (!road) return false;
    std::uint64_t change = 0;
    {
        const std::lock_guard lock(mutex_);
        road_ = *road;
        change = ++asked_;
    }
    wake();
    for (auto seen = done_.load(); seen < change; seen = done_.load()) done_.wait(seen);
    return true;
}

std::string Gate::road() const {
    const std::lock_guard lock(mutex_);
    return road_.text;
}

void Gate::run() {
    Road road;
    while (!stopping_) {
        const std::uint64_t change = asked_;
        if (change != done_) {
            const std::lock_guard lock(mutex_);
            road = road_;
        }
        if (change != done_) turn_to(road);
        welcome(road);
        relay(road);
        if (done_.exchange(change) != change) done_.notify_all();
        wait(road);
    }
}

void Gate::turn_to(const Road& road) {
    chance_.seed(road.seed);
    for (const auto& connection : connections_) {
        if (road.is_cut) reset(connection->outer), reset(connection->inner);
        connection->left = next_cut(road);
    }
    if (road.is_cut) connections_.clear();
}

// How many bytes a connection carries before it breaks: the waiting time of a Poisson process.
double Gate::next_cut(const Road& road) {
    if (road.cuts_per_byte == 0) return std::numeric_limits<double>::infinity();
    return std::exponential_distribution(road.cuts_per_byte)(chance_);
}

// Under a limited rate the data is not watched: it moves a little at every step.
void Gate::wait(const Road& road) {
    std::vector<pollfd> watched{{wake_reader_.number(), POLLIN, 0},
                                {listener_.number(), POLLIN, 0}};
    const bool steps = road.rate > 0 && !connections_.empty();
    std::vector<std::size_t> counts(connections_.size());
    for (std::size_t i = 0; !steps && i < counts.size(); ++i)
        counts[i] = connections_[i]->watch(watched);
    ::poll(watched.data(), watched.size(), steps ? kStepMs : -1);
    std::size_t at = 2;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        connections_[i]->is_ready = steps;
        for (; counts[i] > 0; --counts[i], ++at)
            connections_[i]->is_ready |= watched[at].revents != 0;
    }
    std::array<char, 64> waste{};
    while (::read(wake_reader_.number(), waste.data(), waste.size()) > 0) {
    }
}

void Gate::welcome(const Road& road) {
    while (true) {
        Descriptor outer(
            ::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        if (!outer.is_open()) return;
        send_at_once(outer);
        Descriptor inner = road.is_cut ? Descriptor() : connect_to(inner_);
        if (!inner.is_open()) {
            reset(outer);
            continue;
        }
        connections_.push_back(
            std::make_unique<Connection>(std::move(outer), std::move(inner), next_cut(road)));
    }
}

void Gate::relay(const Road& road) {
    std::erase_if(connections_, [&](const auto& connection) {
        if (!connection->is_ready || relay(*connection, road)) return false;
        if (!connection->is_over()) reset(connection->outer), reset(connection->inner);
        return true;
    });
}

// False when it is over.
bool Gate::relay(Connection& connection, const Road& road) {
    const SteadyTime now = SystemClock().steady();
    const double seconds = std::chrono::duration<double>(now - connection.seen).count();
    connection.seen = now;
    const auto carry = [&](Lane& lane, int from, int to, std::atomic<std::uint64_t>& count) {
        const auto taken = lane.move(from, to, connection.allowance(lane, road, seconds));
        const auto bytes = static_cast<double>(taken.value_or(0));
        lane.budget -= bytes;
        connection.left -= bytes;
        count += taken.value_or(0);
        return taken.has_value();
    };
    const int outer = connection.outer.number();
    const int inner = connection.inner.number();
    const bool holds = carry(connection.in, outer, inner, carried_.from_kiosks) &&
                       carry(connection.out, inner, outer, carried_.to_kiosks);
    const bool breaks = connection.left <= 0;
    if (breaks) ++carried_.cuts;
    return holds && !breaks && !connection.is_over();
}

}  // namespace motlan::province
