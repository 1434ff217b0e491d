// One of our own programs started as a child, with a channel to it as descriptor 3.
// Ends with its owner: the child is killed and reaped, never left behind.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/core/result.h"
#include "kiosk/ipc/channel.h"

namespace motlan {

/// The descriptor at which a child finds its end of the channel.
inline constexpr int kChildChannel = 3;

class Child {
public:
    /// Starts the program with these arguments and nothing but this environment ("NAME=value").
    /// It inherits standard error and the channel only. Fails with Fault::EyeUnavailable.
    static Result<Child> start(const std::filesystem::path& program,
                               std::vector<std::string> arguments,
                               std::vector<std::string> environment);

    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { end(); }

    [[nodiscard]] Channel& channel() { return channel_; }
    [[nodiscard]] pid_t number() const { return number_; }

private:
    Child(Channel channel, pid_t number) : channel_(std::move(channel)), number_(number) {}
    void end();

    Channel channel_;
    pid_t number_ = -1;
};

}  // namespace motlan
