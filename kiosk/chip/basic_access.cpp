#include "kiosk/chip/basic_access.h"

#include <algorithm>
#include <functional>

#include "kiosk/chip/digest.h"
#include "kiosk/chip/joined.h"

namespace motlan {
namespace {

// Appendix D.3 of Doc 9303-11 shows each of these.
constexpr std::size_t kNonce = 8;
constexpr std::size_t kSecret = 16;
constexpr std::size_t kToken = 2 * kNonce + kSecret;
constexpr std::size_t kCode = 8;
constexpr Cipher kCipher = Cipher::TripleDes;

/// The keys of the document itself.
struct Keys {
    ChipKey encryption;
    ChipKey authentication;

    explicit Keys(ByteView seed)
        : encryption(derive_key(kCipher, seed, KeyUse::Encryption)),
          authentication(derive_key(kCipher, seed, KeyUse::Authentication)) {}

    [[nodiscard]] Bytes code_of(ByteView token) const {
        return mac(kCipher, authentication.reveal(), padded(token, kNonce));
    }
};

Result<Bytes> challenge_of(ChipSession& session) {
    const auto answer = session.send({.ins = 0x84, .expected = kNonce});
    if (!answer) return fail(answer.error());
    if (!answer->is_done() || answer->content.size() != kNonce) return fail(Fault::ChipLocked);
    return answer->content;
}

/// EXTERNAL AUTHENTICATE with our token; answers the chip's, whose code held.
Result<ChipKey> exchange_tokens(ChipSession& session, const Keys& keys, ByteView ours) {
    const Bytes zeros(kNonce);
    Bytes content = encrypt(kCipher, keys.encryption.reveal(), zeros, ours);
    append(content, keys.code_of(content));
    const auto answer =
        session.send({.ins = 0x82, .content = std::move(content), .expected = kToken + kCode});
    if (!answer) return fail(answer.error());
    if (!answer->is_done()) return fail(Fault::ChipLocked);
    if (answer->content.size() != kToken + kCode) return fail(Fault::ChipMalformed);
    const ByteView theirs = ByteView(answer->content).first(kToken);
    if (!are_same(keys.code_of(theirs), ByteView(answer->content).last(kCode))) {
        return fail(Fault::ChipMalformed);
    }
    return ChipKey(decrypt(kCipher, keys.encryption.reveal(), zeros, theirs));
}

}  // namespace

Result<bool> offers_basic_access(ChipSession& session) {
    const auto challenge = challenge_of(session);
    if (!challenge && challenge.error() != Fault::ChipLocked) return fail(challenge.error());
    return challenge.has_value();
}

Result<void> open_with_mrz(ChipSession& session, const MrzKey& mrz, const Chance& chance) {
    const auto text = mrz.to_text();
    if (!text) return fail(text.error());
    const auto their_nonce = challenge_of(session);
    if (!their_nonce) return fail(their_nonce.error());
    const Keys keys(ByteView(digest(DigestKind::Sha1, as_bytes(*text))).first(kSecret));
    const Bytes our_nonce = chance(kNonce);
    const ChipKey our_secret(chance(kSecret));
    const ChipKey token(joined({our_nonce, *their_nonce, our_secret.reveal()}));
    const auto theirs = exchange_tokens(session, keys, token.reveal());
    if (!theirs) return fail(theirs.error());
    // The chip has shown that it knows the key: its token holds both nonces, the other way round.
    if (!std::ranges::equal(theirs->reveal().first(2 * kNonce),
                            joined({*their_nonce, our_nonce}))) {
        return fail(Fault::ChipMalformed);
    }
    Bytes both(kSecret);
    std::ranges::transform(our_secret.reveal(), theirs->reveal().last(kSecret), both.begin(),
                           std::bit_xor<>());
    session.protect({kCipher, ChipKey(std::move(both)).reveal(),
                     joined({ByteView(*their_nonce).last(4), ByteView(our_nonce).last(4)})});
    return {};
}

}  // namespace motlan
