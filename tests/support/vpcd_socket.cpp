#include "tests/support/vpcd_socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "tests/support/der.h"

namespace motlan::testing {
namespace {

enum Control : std::uint8_t { PowerOff = 0, PowerOn = 1, Reset = 2, AnswerToReset = 4 };

bool receive_all(int socket, std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t got = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (got <= 0) return false;
        hurry(socket);
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

bool send_message(int socket, ByteView bytes) {
    const Bytes length{static_cast<std::uint8_t>(bytes.size() >> 8),
                       static_cast<std::uint8_t>(bytes.size())};
    const Bytes message = joined({length, bytes});
    return ::send(socket, message.data(), message.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(message.size());
}

}  // namespace

void hurry(int socket) {
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    // Linux forgets this one after each piece.
    ::setsockopt(socket, IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

std::optional<Bytes> receive_message(int socket) {
    Bytes length(2);
    if (!receive_all(socket, length)) return std::nullopt;
    Bytes message(std::size_t{length[0]} << 8 | length[1]);
    if (!receive_all(socket, message)) return std::nullopt;
    return message;
}

bool answer_message(int socket, VirtualCard& card, ByteView message) {
    if (message.size() == 1 && message[0] == AnswerToReset) {
        return send_message(socket, VirtualCard::answer_to_reset());
    }
    if (message.size() == 1) {
        card.reset();
        return message[0] == PowerOff || message[0] == PowerOn || message[0] == Reset;
    }
    const auto answer = card.answer(message);
    return answer && send_message(socket, *answer);
}

Descriptor call(int port) {
    Descriptor caller(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(caller.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) !=
        0) {
        return {};
    }
    hurry(caller.number());
    return caller;
}

}  // namespace motlan::testing
