// A virtual card laid on a reader that is no hardware either: for tests inside one program.
#pragma once

#include "kiosk/device/chip_terminal.h"
#include "tests/support/virtual_card.h"

namespace motlan::testing {

class VirtualTerminal final : public ChipTerminal {
public:
    explicit VirtualTerminal(VirtualCard card) : card_(std::move(card)) {}

    Result<void> wake(std::chrono::milliseconds) override {
        card_.reset();
        return {};
    }
    Result<Bytes> exchange(ByteView command) override {
        ++exchanges_;
        auto answer = card_.answer(command);
        if (!answer) return fail(Fault::ChipRemoved);
        return *std::move(answer);
    }
    void rest() override { card_.reset(); }
    [[nodiscard]] DeviceStatus status() const override { return {}; }
    /// Commands that came, whether or not they had an answer.
    [[nodiscard]] int exchanges() const { return exchanges_; }

private:
    VirtualCard card_;
    int exchanges_ = 0;
};

}  // namespace motlan::testing
