#include "kiosk/chip/secure_messaging.h"

#include <ranges>

#include "kiosk/chip/joined.h"
#include "kiosk/chip/tlv.h"
#include "kiosk/core/expects.h"

namespace motlan {
namespace {

// Data objects of secure messaging (ISO/IEC 7816-4 section 10, Doc 9303-11 section 9.8.4).
constexpr Tag kPlain = 0x85;   // encrypted, for commands with an odd INS
constexpr Tag kSecret = 0x87;  // encrypted, after a byte that tells the padding
constexpr Tag kExpected = 0x97;
constexpr Tag kStatus = 0x99;
constexpr Tag kCode = 0x8E;
constexpr std::uint8_t kPaddingIsTold = 1;

/// An answer's objects: the encrypted content, the status and the code over both.
struct Objects {
    ByteView secret;
    ByteView status;
    ByteView code;
    ByteView covered;
};

Result<Objects> objects_of(ByteView bytes) {
    Objects objects;
    ByteView rest = bytes;
    while (!rest.empty()) {
        const ByteView before = bytes.first(bytes.size() - rest.size());
        const auto element = take(rest);
        if (!element) return fail(element.error());
        ByteView content = element->content;
        switch (element->tag) {
            case kSecret:
                if (content.empty() || content.front() != kPaddingIsTold) {
                    return fail(Fault::ChipMalformed);
                }
                objects.secret = content.subspan(1);
                break;
            case kPlain: objects.secret = content; break;
            case kStatus: objects.status = content; break;
            case kCode:
                objects.code = content;
                objects.covered = before;
                break;
            default: return fail(Fault::ChipMalformed);
        }
    }
    return objects;
}

}  // namespace

SecureMessaging::SecureMessaging(Cipher cipher, ByteView session_secret, Bytes counter)
    : cipher_(cipher),
      encryption_(derive_key(cipher, session_secret, KeyUse::Encryption)),
      authentication_(derive_key(cipher, session_secret, KeyUse::Authentication)),
      counter_(std::move(counter)) {
    expects(counter_.size() == block_size(cipher));
}

Command SecureMessaging::protect(const Command& command) {
    expects(command.content.size() <= kProtectedContentLimit);
    expects(!command.content.empty() || command.expected > 0);
    count();
    const std::size_t block = block_size(cipher_);
    Bytes objects;
    if (!command.content.empty()) {
        const bool is_odd = (command.ins & 1U) != 0;
        const Bytes told = is_odd ? Bytes{} : Bytes{kPaddingIsTold};
        const Bytes secret =
            encrypt(cipher_, encryption_.reveal(), start(), padded(command.content, block));
        objects = element(is_odd ? kPlain : kSecret, joined({told, secret}));
    }
    if (command.expected > 0) {
        const auto count = static_cast<std::uint8_t>(command.expected);
        append(objects, element(kExpected, Bytes{count}));
    }
    const auto cla = static_cast<std::uint8_t>(command.cla | 0x0CU);
    const Bytes heading = padded(Bytes{cla, command.ins, command.p1, command.p2}, block);
    append(objects, element(kCode, code_of(joined({heading, objects}))));
    return {cla, command.ins, command.p1, command.p2, std::move(objects), kAnswerContentLimit};
}

Result<Answer> SecureMessaging::unprotect(const Answer& answer) {
    if (is_broken_) return fail(Fault::ChipMalformed);
    count();
    auto opened = open(answer);
    is_broken_ = !opened;
    return opened;
}

Result<Answer> SecureMessaging::open(const Answer& answer) {
    const auto objects = objects_of(answer.content);
    // The code comes last and covers all that stands before it.
    if (!objects || objects->status.size() != 2 ||
        objects->covered.size() + objects->code.size() + 2 != answer.content.size() ||
        !are_same(code_of(objects->covered), objects->code)) {
        return fail(Fault::ChipMalformed);
    }
    auto content = open_content(objects->secret);
    if (!content) return fail(content.error());
    const auto status = static_cast<std::uint16_t>(objects->status[0] << 8U | objects->status[1]);
    return Answer{*std::move(content), status};
}

Result<Bytes> SecureMessaging::open_content(ByteView secret) const {
    if (secret.empty()) return Bytes{};
    if (secret.size() % block_size(cipher_) != 0) return fail(Fault::ChipMalformed);
    return unpadded(decrypt(cipher_, encryption_.reveal(), start(), secret));
}

Bytes SecureMessaging::code_of(ByteView objects) const {
    const Bytes message = padded(joined({counter_, objects}), block_size(cipher_));
    return mac(cipher_, authentication_.reveal(), message);
}

// TripleDes starts with zeros, AES with the encrypted counter (sections 9.8.6.1 and 9.8.7.1).
Bytes SecureMessaging::start() const {
    Bytes zeros(block_size(cipher_));
    if (cipher_ == Cipher::TripleDes) return zeros;
    return encrypt(cipher_, encryption_.reveal(), zeros, counter_);
}

void SecureMessaging::count() {
    for (std::uint8_t& digit : std::views::reverse(counter_)) {
        if (++digit != 0) return;
    }
}

}  // namespace motlan
