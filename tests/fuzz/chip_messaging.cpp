// What a chip says when it is believed: the fuzzer knows the session's keys, as a chip does, so its
// words pass the seal and reach what opens them, and the files that it gives out are taken apart.
// The first byte says the cipher and which of the four parts below is played.
#include <algorithm>
#include <array>

#include "kiosk/chip/card_face.h"
#include "kiosk/chip/card_text.h"
#include "kiosk/chip/chip_files.h"
#include "kiosk/chip/joined.h"
#include "kiosk/chip/mrz.h"
#include "kiosk/core/expects.h"

using namespace motlan;

namespace {

const Bytes kSecret(16, 0x5C);

/// The chip's end of a session, written from Doc 9303-11 section 9.8 and not from our end.
class ChipEnd {
public:
    explicit ChipEnd(Cipher cipher)
        : cipher_(cipher),
          encryption_(derive_key(cipher, kSecret, KeyUse::Encryption)),
          authentication_(derive_key(cipher, kSecret, KeyUse::Authentication)) {}

    /// A command has come, and its answer is to be made.
    void next() { count_ += 2; }
    /// The content as an object; one that answers an odd instruction does not tell its padding.
    [[nodiscard]] Bytes hidden(ByteView plain, bool is_odd) const {
        const Bytes zeros(block_size(cipher_));
        const Bytes start = cipher_ == Cipher::TripleDes
                                ? zeros
                                : encrypt(cipher_, encryption_.reveal(), zeros, counter());
        const Bytes secret =
            encrypt(cipher_, encryption_.reveal(), start, padded(plain, block_size(cipher_)));
        return element(is_odd ? 0x85 : 0x87, joined({is_odd ? Bytes{} : Bytes{1}, secret}));
    }
    /// These objects under a seal that holds.
    [[nodiscard]] Answer sealed(Bytes objects) const {
        const Bytes covered = padded(joined({counter(), objects}), block_size(cipher_));
        append(objects, element(0x8E, mac(cipher_, authentication_.reveal(), covered)));
        return {std::move(objects), 0x9000};
    }
    [[nodiscard]] Answer answer(ByteView plain, std::uint16_t status, bool is_odd = false) const {
        Bytes objects = plain.empty() ? Bytes{} : hidden(plain, is_odd);
        const auto high = static_cast<std::uint8_t>(status >> 8U);
        append(objects, element(0x99, Bytes{high, static_cast<std::uint8_t>(status)}));
        return sealed(std::move(objects));
    }

private:
    [[nodiscard]] Bytes counter() const {
        Bytes bytes(block_size(cipher_));
        for (unsigned i = 0; i < 8; ++i) {
            bytes[bytes.size() - 1 - i] = static_cast<std::uint8_t>(count_ >> (8 * i));
        }
        return bytes;
    }

    Cipher cipher_;
    ChipKey encryption_;
    ChipKey authentication_;
    std::uint64_t count_ = 0;
};

/// Our end, which has just sent a command.
SecureMessaging waiting(Cipher cipher) {
    SecureMessaging messaging(cipher, kSecret, Bytes(block_size(cipher)));
    (void)messaging.protect({.ins = 0xB0, .expected = kProtectedContentLimit});
    return messaging;
}

/// Part 0: what was said is heard; with one bit changed, nothing is, now and ever after.
void hear(Cipher cipher, ByteView bytes) {
    if (bytes.size() < 4) return;
    ChipEnd chip(cipher);
    chip.next();
    const auto status = static_cast<std::uint16_t>(bytes[0] << 8U | bytes[1]);
    const ByteView plain =
        bytes.subspan(4, std::min<std::size_t>(bytes.size() - 4, kProtectedContentLimit));
    const Answer said = chip.answer(plain, status);
    const auto heard = waiting(cipher).unprotect(said);
    expects(heard && heard->status == status && std::ranges::equal(heard->content, plain));

    Answer changed = said;
    const std::size_t bit = (std::size_t{bytes[2]} << 8U | bytes[3]) % (said.content.size() * 8);
    changed.content[bit / 8] =
        static_cast<std::uint8_t>(changed.content[bit / 8] ^ (1U << (bit % 8)));
    SecureMessaging messaging = waiting(cipher);
    expects(!messaging.unprotect(changed) && !messaging.unprotect(said));
}

/// Part 1: any objects under a seal that holds.
void open_objects(Cipher cipher, ByteView bytes) {
    ChipEnd chip(cipher);
    chip.next();
    const auto heard = waiting(cipher).unprotect(chip.sealed({bytes.begin(), bytes.end()}));
    expects(!heard || heard->content.size() < bytes.size());
}

/// Part 2: any bytes are believed only if they end in the seal that the chip would put there.
void believe(Cipher cipher, ByteView bytes) {
    constexpr std::size_t kSeal = 10;
    ChipEnd chip(cipher);
    chip.next();
    if (!waiting(cipher).unprotect({{bytes.begin(), bytes.end()}, 0x9000})) return;
    expects(bytes.size() > kSeal);
    const ByteView objects = bytes.first(bytes.size() - kSeal);
    expects(std::ranges::equal(chip.sealed({objects.begin(), objects.end()}).content, bytes));
}

/// A chip that gives out one file, piece after piece, whatever it holds.
class FileChip final : public ChipTerminal {
public:
    FileChip(Cipher cipher, ByteView file) : end_(cipher), file_(file) {}

    Result<void> wake(std::chrono::milliseconds) override { return {}; }
    Result<Bytes> exchange(ByteView command) override {
        expects(command.size() > 12 && ++exchanges_ <= kExchangeLimit);
        end_.next();
        const Answer said = obey(command);
        return joined({said.content, Bytes{0x90, 0x00}});
    }
    void rest() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }

private:
    Answer obey(ByteView command) {
        const std::uint8_t ins = command[1];
        if (ins != 0xB0 && ins != 0xB1) return end_.answer({}, 0x9000);
        // What is expected stands before the seal's ten bytes and the last one.
        const std::size_t wanted = command[command.size() - 12] - (ins == 0xB1 ? 4U : 0U);
        const ByteView piece = file_.subspan(given_, std::min(wanted, file_.size() - given_));
        given_ += piece.size();
        if (ins == 0xB0) return end_.answer(piece, 0x9000);
        return end_.answer(element(0x53, piece), 0x9000, true);
    }

    ChipEnd end_;
    ByteView file_;
    std::size_t given_ = 0;
    int exchanges_ = 0;
};

/// Part 3: a file comes whole as it is, or not at all, and those who take it apart come to an end.
void read_whole(Cipher cipher, ByteView bytes) {
    constexpr std::array kFiles = {chip_file::kZone, chip_file::kText, chip_file::kFace,
                                   chip_file::kSecurityObject};
    if (bytes.empty()) return;
    const ChipFile& wanted = kFiles[bytes[0] % kFiles.size()];
    const bool is_wrapped = (bytes[0] & 4U) != 0;
    const ByteView inside = bytes.subspan(1, std::min<std::size_t>(bytes.size() - 1, 60'000));
    const Bytes file =
        is_wrapped ? element(wanted.tag, inside) : Bytes(inside.begin(), inside.end());
    FileChip chip(cipher, file);
    ChipSession session(chip);
    session.protect(SecureMessaging(cipher, kSecret, Bytes(block_size(cipher))));

    const auto read = read_file(session, wanted);

    if (is_wrapped && file.size() >= 5 && file.size() <= wanted.limit) expects(read == file);
    if (!read) return;
    expects(read->size() <= file.size() &&
            std::ranges::equal(*read, ByteView(file).first(read->size())));
    (void)parse_zone_file(*read);
    (void)parse_card_text(*read);
    (void)face_of(*read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::array kCiphers = {Cipher::TripleDes, Cipher::Aes128, Cipher::Aes192,
                                     Cipher::Aes256};
    constexpr std::array kParts = {hear, open_objects, believe, read_whole};
    if (size == 0) return 0;
    const ByteView rest(bytes + 1, size - 1);
    kParts[bytes[0] / 4U % kParts.size()](kCiphers[bytes[0] % kCiphers.size()], rest);
    return 0;
}
