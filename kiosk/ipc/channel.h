// Messages between our own processes on one machine: a JSON body of at most 64 KiB and up to
// eight blocks of shared memory, over a Unix seqpacket socket. One thread uses one channel.
#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"
#include "kiosk/ipc/memory.h"

namespace motlan {

struct Message {
    Tree body;
    std::vector<SharedMemory> blocks;
};

class Channel {
public:
    static constexpr std::size_t kBodyLimit = std::size_t{64} << 10U;
    static constexpr std::size_t kBlockCount = 8;
    /// One 40-megapixel colour picture (security design 4.10) and some room.
    static constexpr std::size_t kBlockLimit = std::size_t{128} << 20U;

    explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

    /// Connects to a listening socket. Fails with Fault::LinkUnavailable.
    static Result<Channel> connect(const std::filesystem::path& path);

    /// Sends one message. Fails with Fault::LinkUnavailable when the other side is gone.
    Result<void> send(const Message& message);

    /// Waits for one message. Fails with Fault::LinkUnavailable when the other side is gone,
    /// Fault::SourceSilent when `patience` ran out, Fault::MessageMalformed.
    Result<Message> receive(std::chrono::milliseconds patience);

    [[nodiscard]] int descriptor() const { return socket_.number(); }
    /// Gives the socket away, e.g. to a child.
    [[nodiscard]] Descriptor release() { return std::move(socket_); }

private:
    Descriptor socket_;
};

/// Two connected ends, for a parent and its child. Fails with Fault::StorageFailed.
[[nodiscard]] Result<std::pair<Channel, Channel>> channel_pair();

/// A socket that others connect to, mode 0600. An old socket file at the path is replaced.
class Listener {
public:
    /// Fails with Fault::StorageFailed.
    static Result<Listener> open(const std::filesystem::path& path);

    /// Waits for the next connection of the same user or root. Fails with Fault::SourceSilent.
    Result<Channel> accept(std::chrono::milliseconds patience);

private:
    explicit Listener(Descriptor socket) : socket_(std::move(socket)) {}

    Descriptor socket_;
};

}  // namespace motlan
