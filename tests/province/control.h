// A Unix socket on which a person, a demo desk or a script commands the province: one command a
// line, one answer a line. One thread of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"

namespace motlan::province {

class Control {
public:
    using Obey = std::function<std::string(std::string_view line)>;

    /// Listens at `path`, replacing a socket that was left there. Fails with
    /// Fault::StorageFailed, also when the path is too long for a socket.
    static Result<std::unique_ptr<Control>> open(const std::filesystem::path& path, Obey obey);
    ~Control();

private:
    Control(Descriptor listener, std::filesystem::path path, Obey obey);
    void run();

    Descriptor listener_;
    std::filesystem::path path_;
    Obey obey_;
    Descriptor stop_reader_;
    Descriptor stop_writer_;
    std::thread thread_;
};

}  // namespace motlan::province
