#include "tests/support/card_command.h"

namespace motlan::testing {

std::size_t CardCommand::wanted_of(ByteView le) {
    std::size_t wanted = 0;
    for (const std::uint8_t byte : le) wanted = wanted << 8 | byte;
    if (wanted > 0 || le.empty()) return wanted;
    return le.size() == 1 ? 256 : 65536;
}

std::optional<CardCommand> CardCommand::parse(ByteView bytes) {
    if (bytes.size() < 4) return std::nullopt;
    CardCommand command{.cla = bytes[0], .ins = bytes[1], .p1 = bytes[2], .p2 = bytes[3]};
    ByteView rest = bytes.subspan(4);
    const bool is_extended = rest.size() >= 3 && rest[0] == 0;
    if (is_extended) rest = rest.subspan(1);
    const std::size_t width = is_extended ? 2 : 1;
    if (rest.size() <= width) {
        command.wanted = wanted_of(rest);
        return command;
    }
    const std::size_t size = is_extended ? std::size_t{rest[0]} << 8 | rest[1] : rest[0];
    rest = rest.subspan(width);
    if (size == 0 || rest.size() < size || rest.size() > size + width) return std::nullopt;
    command.words.assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(size));
    command.wanted = wanted_of(rest.subspan(size));
    return command;
}

Bytes CardAnswer::bytes() const {
    Bytes all = words;
    all.push_back(static_cast<std::uint8_t>(status >> 8));
    all.push_back(static_cast<std::uint8_t>(status));
    return all;
}

}  // namespace motlan::testing
