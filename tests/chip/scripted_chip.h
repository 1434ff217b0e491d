// A chip that plays a recorded conversation: it knows each next command and its answer, refuses
// any other command (6F00), and is gone when the recording ends.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kiosk/device/chip_terminal.h"
#include "tests/chip/hex.h"

namespace motlan::testing {

class ScriptedChip final : public ChipTerminal {
public:
    using Turn = std::pair<std::string, std::string>;

    explicit ScriptedChip(std::vector<Turn> turns) : turns_(std::move(turns)) {}

    Result<void> wake(std::chrono::milliseconds) override { return {}; }
    Result<Bytes> exchange(ByteView command) override {
        if (next_ == turns_.size()) return fail(Fault::ChipRemoved);
        const auto& [expected, answer] = turns_[next_];
        if (hex(expected) != Bytes(command.begin(), command.end())) {
            unexpected_ = to_hex(command);
            return hex("6F00");
        }
        ++next_;
        return hex(answer);
    }
    void rest() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }

    [[nodiscard]] bool is_finished() const { return next_ == turns_.size(); }
    /// The first command that was not the expected one.
    [[nodiscard]] const std::string& unexpected() const { return unexpected_; }

private:
    std::vector<Turn> turns_;
    std::size_t next_ = 0;
    std::string unexpected_;
};

}  // namespace motlan::testing
