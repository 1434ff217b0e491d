#include "drivers/card_pcsc/pcsc_terminal.h"

#include "drivers/card_pcsc/pcsc.h"

namespace motlan {

struct PcscTerminal::Session {
    PcscContext context;
    std::optional<PcscCard> card;  // ends before its context
};

PcscTerminal::PcscTerminal(std::string reader)
    : reader_(std::move(reader)), session_(std::make_unique<Session>()), watch_(reader_) {}

PcscTerminal::~PcscTerminal() = default;

Result<void> PcscTerminal::wake(std::chrono::milliseconds patience) {
    rest();
    return session_->context.reader_named(reader_).and_then([&](const std::string& name) {
        return session_->context.wake(name, patience, session_->card);
    });
}

Result<Bytes> PcscTerminal::exchange(ByteView command) {
    if (!session_->card) return fail(Fault::ChipRemoved);
    auto answer = session_->card->exchange(command);
    if (!answer) rest();
    return answer;
}

void PcscTerminal::rest() { session_->card.reset(); }

DeviceStatus PcscTerminal::status() const {
    if (watch_.sees_reader()) return {};
    return {.fault = Fault::ChipReaderUnavailable};
}

}  // namespace motlan
