#include "kiosk/chip/apdu.h"

#include "kiosk/chip/joined.h"
#include "kiosk/core/expects.h"

namespace motlan {

Bytes encode(const Command& command) {
    expects(command.content.size() <= kCommandContentLimit);
    expects(command.expected <= kAnswerContentLimit);
    Bytes bytes = {command.cla, command.ins, command.p1, command.p2};
    if (!command.content.empty()) {
        bytes.push_back(static_cast<std::uint8_t>(command.content.size()));
        append(bytes, command.content);
    }
    // 256 is written as 00.
    if (command.expected > 0) bytes.push_back(static_cast<std::uint8_t>(command.expected & 0xFFU));
    return bytes;
}

Result<Answer> parse_answer(ByteView bytes) {
    if (bytes.size() < 2 || bytes.size() > kAnswerContentLimit + 2) {
        return fail(Fault::ChipMalformed);
    }
    const ByteView content = bytes.first(bytes.size() - 2);
    const ByteView end = bytes.last(2);
    return Answer{.content = {content.begin(), content.end()},
                  .status = static_cast<std::uint16_t>(end[0] << 8U | end[1])};
}

}  // namespace motlan
