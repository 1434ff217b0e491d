#include "drivers/serial_reader/serial_reader.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "drivers/serial_reader/serial_line.h"

namespace motlan {
namespace {

constexpr std::size_t kPiece = 1024;

/// Waits for bytes (1), the end of the time (0) or the end of the line (-1).
int wait_on(int line, std::chrono::milliseconds patience) {
    pollfd watched{.fd = line, .events = POLLIN, .revents = 0};
    const int ready = ::poll(&watched, 1, static_cast<int>(patience.count()));
    if (ready < 0) return errno == EINTR ? 0 : -1;
    // A line that was hung up says so here, or by a read() of nothing.
    return ready > 0 && (watched.revents & POLLIN) == 0 ? -1 : ready;
}

}  // namespace

SerialReader::SerialReader(SerialSettings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), framing_(settings_) {}

Result<void> SerialReader::start() {
    stop();
    auto line = open_line(settings_);
    fault_ = line ? std::nullopt : std::optional(line.error());
    if (!line) return fail(line.error());
    line_ = *std::move(line);
    return {};
}

Result<std::optional<Bytes>> SerialReader::next(std::chrono::milliseconds patience) {
    auto code = framing_.next();
    if (!code || *code) return code;
    const int ready = line_.is_open() ? wait_on(line_.number(), wait_for(patience)) : -1;
    const auto came = ready > 0 ? read_bytes() : Result<void>();
    if (ready < 0 || !came) {
        stop();
        return fail(Fault::ReaderUnavailable);
    }
    if (ready == 0 && clock_.steady() - last_byte_ >= settings_.silence) framing_.end();
    return framing_.next();
}

void SerialReader::stop() {
    share_line(line_);
    line_ = Descriptor();
    framing_.clear();
}

DeviceStatus SerialReader::status() const {
    if (types_keys(settings_.node)) return {.fault = Fault::ReaderIsKeyboard};
    std::error_code error;
    if (!std::filesystem::exists(settings_.node, error)) return {.fault = Fault::ReaderUnavailable};
    return {.fault = fault_.load()};
}

std::chrono::milliseconds SerialReader::wait_for(std::chrono::milliseconds patience) const {
    if (!framing_.is_in_code()) return patience;
    const auto silent = clock_.steady() - last_byte_;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(settings_.silence - silent);
    return std::clamp(left, std::chrono::milliseconds(0), patience);
}

Result<void> SerialReader::read_bytes() {
    std::array<std::uint8_t, kPiece> piece{};
    const ssize_t count = ::read(line_.number(), piece.data(), piece.size());
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return {};
    if (count <= 0) return fail(Fault::ReaderUnavailable);
    last_byte_ = clock_.steady();
    framing_.take(ByteView(piece).first(static_cast<std::size_t>(count)));
    return {};
}

}  // namespace motlan
