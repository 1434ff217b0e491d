#include "kiosk/ipc/channel.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "kiosk/core/json.h"

namespace motlan {
namespace {

using Control = std::array<char, CMSG_SPACE(sizeof(int) * Channel::kBlockCount)>;

std::optional<sockaddr_un> address_of(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string& text = path.native();
    if (text.size() >= sizeof(address.sun_path)) return std::nullopt;
    std::ranges::copy(text, address.sun_path);
    return address;
}

Descriptor seqpacket_socket() {
    return Descriptor(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
}

// A signal in between is no silence: the rest of the time is waited out.
Result<void> wait_readable(int number, std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    pollfd watched{.fd = number, .events = POLLIN, .revents = 0};
    while (true) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        const int ready =
            ::poll(&watched, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
        if (ready > 0) return {};
        if (ready == 0) return fail(Fault::SourceSilent);
        if (errno != EINTR) return fail(Fault::LinkUnavailable);
    }
}

std::vector<Descriptor> descriptors_of(msghdr& header) {
    std::vector<Descriptor> found;
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr;
         part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(part) + i * sizeof(int), sizeof(int));
            found.emplace_back(number);
        }
    }
    return found;
}

Result<Message> message_of(std::string_view body, std::vector<Descriptor> descriptors) {
    auto tree = parse_json(body);
    if (!tree) return fail(tree.error());
    Message message{.body = *std::move(tree), .blocks = {}};
    for (Descriptor& descriptor : descriptors) {
        auto block = SharedMemory::adopt(std::move(descriptor), Channel::kBlockLimit);
        if (!block) return fail(block.error());
        message.blocks.push_back(*std::move(block));
    }
    return message;
}

}  // namespace

Result<Channel> Channel::connect(const std::filesystem::path& path) {
    const auto address = address_of(path);
    Descriptor socket = seqpacket_socket();
    if (!address || !socket.is_open()) return fail(Fault::LinkUnavailable);
    const auto* generic = reinterpret_cast<const sockaddr*>(&*address);
    if (::connect(socket.number(), generic, sizeof(*address)) != 0) {
        return fail(Fault::LinkUnavailable);
    }
    return Channel(std::move(socket));
}

Result<void> Channel::send(const Message& message) {
    std::string body = to_json(message.body);
    if (body.size() > kBodyLimit || message.blocks.size() > kBlockCount) {
        return fail(Fault::MessageMalformed);
    }
    iovec text{.iov_base = body.data(), .iov_len = body.size()};
    alignas(cmsghdr) Control control{};
    msghdr header{};
    header.msg_iov = &text;
    header.msg_iovlen = 1;
    if (!message.blocks.empty()) {
        header.msg_control = control.data();
        header.msg_controllen = CMSG_SPACE(sizeof(int) * message.blocks.size());
        cmsghdr* part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof(int) * message.blocks.size());
        for (std::size_t i = 0; i < message.blocks.size(); ++i) {
            const int number = message.blocks[i].descriptor();
            std::memcpy(CMSG_DATA(part) + i * sizeof(int), &number, sizeof(int));
        }
    }
    while (::sendmsg(socket_.number(), &header, MSG_NOSIGNAL) < 0) {
        if (errno != EINTR) return fail(Fault::LinkUnavailable);
    }
    return {};
}

Result<Message> Channel::receive(std::chrono::milliseconds patience) {
    if (const auto ready = wait_readable(socket_.number(), patience); !ready) {
        return fail(ready.error());
    }
    std::string body(kBodyLimit, '\0');
    iovec text{.iov_base = body.data(), .iov_len = body.size()};
    alignas(cmsghdr) Control control{};
    msghdr header{};
    header.msg_iov = &text;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    ssize_t got = -1;
    do got = ::recvmsg(socket_.number(), &header, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got <= 0) return fail(Fault::LinkUnavailable);
    auto descriptors = descriptors_of(header);
    if ((header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0) return fail(Fault::MessageMalformed);
    return message_of(std::string_view(body).substr(0, static_cast<std::size_t>(got)),
                      std::move(descriptors));
}

Result<std::pair<Channel, Channel>> channel_pair() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return fail(Fault::StorageFailed);
    }
    return std::pair(Channel(Descriptor(ends[0])), Channel(Descriptor(ends[1])));
}

Result<Listener> Listener::open(const std::filesystem::path& path) {
    const auto address = address_of(path);
    Descriptor socket = seqpacket_socket();
    if (!address || !socket.is_open()) return fail(Fault::StorageFailed);
    ::unlink(path.c_str());
    const auto* generic = reinterpret_cast<const sockaddr*>(&*address);
    if (::bind(socket.number(), generic, sizeof(*address)) != 0 ||
        ::fchmodat(AT_FDCWD, path.c_str(), 0600, 0) != 0 || ::listen(socket.number(), 8) != 0) {
        return fail(Fault::StorageFailed);
    }
    return Listener(std::move(socket));
}

Result<Channel> Listener::accept(std::chrono::milliseconds patience) {
    if (const auto ready = wait_readable(socket_.number(), patience); !ready) {
        return fail(ready.error());
    }
    Descriptor peer(::accept4(socket_.number(), nullptr, nullptr, SOCK_CLOEXEC));
    ucred who{};
    socklen_t size = sizeof(who);
    if (!peer.is_open() || ::getsockopt(peer.number(), SOL_SOCKET, SO_PEERCRED, &who, &size) != 0) {
        return fail(Fault::SourceSilent);
    }
    if (who.uid != 0 && who.uid != ::geteuid()) return fail(Fault::SourceSilent);
    return Channel(std::move(peer));
}

}  // namespace motlan
