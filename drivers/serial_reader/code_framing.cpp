#include "drivers/serial_reader/code_framing.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

/// STX, ETX, an AIM identifier and some line ends more than the reader was set to.
constexpr std::size_t kStrayBytes = 16;
/// "]", the letter of the symbology, its modifier (ISO/IEC 15424).
constexpr std::size_t kAimSize = 3;

bool is_control(std::uint8_t byte) { return byte < 0x20 || byte == 0x7F; }

ByteView without_outer_controls(ByteView bytes) {
    while (!bytes.empty() && is_control(bytes.front())) bytes = bytes.subspan(1);
    while (!bytes.empty() && is_control(bytes.back())) bytes = bytes.first(bytes.size() - 1);
    return bytes;
}

bool begins_with(ByteView bytes, ByteView beginning) {
    return bytes.size() >= beginning.size() &&
           std::ranges::equal(bytes.first(beginning.size()), beginning);
}

bool has_aim_identifier(ByteView code) {
    return code.size() >= kAimSize && code[0] == ']' && std::isalpha(code[1]) != 0 &&
           std::isalnum(code[2]) != 0;
}

Result<Bytes> checked(ByteView code) {
    if (code.size() > kReaderCodeLimit) return fail(Fault::QrTooLong);
    if (!is_utf8(as_text(code))) return fail(Fault::ReaderNotUtf8);
    return Bytes(code.begin(), code.end());
}

}  // namespace

CodeFraming::CodeFraming(const SerialSettings& settings)
    : suffix_(to_bytes(settings.suffix)),
      has_aim_prefix_(settings.has_aim_prefix),
      room_(kReaderCodeLimit + settings.prefix.size() + settings.suffix.size() + kStrayBytes) {
    // Control characters around a code go anyway, be they of the prefix or not.
    const ByteView prefix = without_outer_controls(as_bytes(settings.prefix));
    prefix_.assign(prefix.begin(), prefix.end());
}

void CodeFraming::take(ByteView bytes) {
    for (const std::uint8_t byte : bytes) {
        pending_.push_back(byte);
        if (has_suffix()) {
            pending_.resize(pending_.size() - suffix_.size());
            finish();
        } else if (pending_.size() > room_) {
            // The code is lost; its suffix may have begun already.
            is_too_long_ = true;
            pending_.erase(pending_.begin(),
                           pending_.end() - static_cast<std::ptrdiff_t>(suffix_.size()));
        }
    }
}

void CodeFraming::end() {
    if (is_in_code()) finish();
}

void CodeFraming::clear() {
    pending_.clear();
    is_too_long_ = false;
    whole_.clear();
}

Result<std::optional<Bytes>> CodeFraming::next() {
    if (whole_.empty()) return std::nullopt;
    Result<Bytes> code = std::move(whole_.front());
    whole_.pop_front();
    if (!code) return fail(code.error());
    return *std::move(code);
}

bool CodeFraming::has_suffix() const {
    const ByteView bytes = pending_;
    return !suffix_.empty() && bytes.size() >= suffix_.size() &&
           std::ranges::equal(bytes.last(suffix_.size()), suffix_);
}

void CodeFraming::finish() {
    const ByteView code = without_frame(pending_);
    if (std::exchange(is_too_long_, false)) {
        whole_.emplace_back(fail(Fault::QrTooLong));
    } else if (!code.empty()) {
        whole_.push_back(checked(code));
    }
    pending_.clear();
}

ByteView CodeFraming::without_frame(ByteView code) const {
    code = without_outer_controls(code);
    if (begins_with(code, prefix_)) code = without_outer_controls(code.subspan(prefix_.size()));
    if (!has_aim_prefix_ || !has_aim_identifier(code)) return code;
    return without_outer_controls(code.subspan(kAimSize));
}

}  // namespace motlan
