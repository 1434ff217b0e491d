#include "kiosk/chip/chip_session.h"

#include "kiosk/chip/joined.h"

namespace motlan {
namespace {

// Status classes of ISO/IEC 7816-4 section 5.1.3: so many bytes wait; ask again for so many.
constexpr std::uint8_t kMoreWaits = 0x61;
constexpr std::uint8_t kOtherLength = 0x6C;

Command get_response(std::uint16_t status) {
    const auto waiting = static_cast<std::uint8_t>(status);
    return {.ins = 0xC0, .expected = waiting == 0 ? kAnswerContentLimit : waiting};
}

}  // namespace

Result<Answer> ChipSession::send(const Command& command) {
    if (!protection_) return fetch(command);
    const auto answer = fetch(protection_->protect(command));
    if (!answer) return fail(answer.error());
    return protection_->unprotect(*answer);
}

Result<Answer> ChipSession::fetch(const Command& command) {
    auto answer = exchange(command);
    if (answer && answer->status_class() == kOtherLength) {
        Command again = command;
        again.expected = get_response(answer->status).expected;
        answer = exchange(again);
    }
    while (answer && answer->status_class() == kMoreWaits) {
        auto more = exchange(get_response(answer->status));
        if (!more) return more;
        if (more->content.empty()) return fail(Fault::ChipMalformed);
        append(answer->content, more->content);
        answer->status = more->status;
        if (answer->content.size() > kAnswerContentLimit) return fail(Fault::ChipMalformed);
    }
    return answer;
}

Result<Answer> ChipSession::exchange(const Command& command) {
    if (stop_.stop_requested()) return fail(Fault::ChipRemoved);
    if (++exchanges_ > kExchangeLimit) return fail(Fault::ChipMalformed);
    const auto bytes = terminal_.exchange(encode(command));
    if (!bytes) return fail(bytes.error());
    return parse_answer(*bytes);
}

}  // namespace motlan
