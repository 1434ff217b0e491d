#include "kiosk/chip/pace.h"

#include <algorithm>

#include "kiosk/chip/joined.h"
#include "kiosk/chip/tlv.h"

namespace motlan {
namespace {

// Data objects of section 4.4.4: what we send in each step and what the chip answers.
constexpr Tag kDynamic = 0x7C;
struct Step {
    std::optional<Tag> sent;
    Tag wanted;
};
constexpr Step kNonce = {std::nullopt, 0x80};
constexpr Step kMapping = {0x81, 0x82};
constexpr Step kAgreement = {0x83, 0x84};
constexpr Step kToken = {0x85, 0x86};

/// Our private key and its point, and the chip's point.
struct Exchange {
    ChipKey key;
    Bytes ours;
    Bytes theirs;
};

struct Pace {
    ChipSession& session;
    const PaceOffer& offer;
    const Chance& chance;
};

// MSE:Set AT. A status of 63Cx would mean that the chip counts what is left: we stop there, so
// that nobody's card is ever locked by this machine.
Result<void> choose(const Pace& pace, std::uint8_t password) {
    Bytes content = element(0x80, pace.offer.protocol());
    append(content, element(0x83, Bytes{password}));
    if (!pace.offer.is_only) {
        append(content, element(0x84, Bytes{static_cast<std::uint8_t>(pace.offer.curve)}));
    }
    const auto answer =
        pace.session.send({.ins = 0x22, .p1 = 0xC1, .p2 = 0xA4, .content = std::move(content)});
    if (!answer) return fail(answer.error());
    if (!answer->is_done()) return fail(Fault::ChipLocked);
    return {};
}

// GENERAL AUTHENTICATE; every step but the last is a link of a chain.
Result<Bytes> take_step(const Pace& pace, const Step& step, ByteView content) {
    const bool is_last = step.sent == kToken.sent;
    const Bytes inside = step.sent ? element(*step.sent, content) : Bytes{};
    const auto answer = pace.session.send({.cla = static_cast<std::uint8_t>(is_last ? 0 : 0x10),
                                           .ins = 0x86,
                                           .content = element(kDynamic, inside),
                                           .expected = kAnswerContentLimit});
    if (!answer) return fail(answer.error());
    if (!answer->is_done()) return fail(Fault::ChipLocked);
    const auto objects = only(answer->content, kDynamic);
    if (!objects) return fail(objects.error());
    const auto wanted = find(*objects, step.wanted);
    if (!wanted) return fail(wanted.error());
    return Bytes(wanted->begin(), wanted->end());
}

// The nonce is a whole number of blocks, at least as long as a key (section 4.4.3).
Result<ChipKey> nonce_of(const Pace& pace, const PacePassword& password) {
    const auto secret = take_step(pace, kNonce, {});
    if (!secret) return fail(secret.error());
    const Cipher cipher = pace.offer.cipher;
    const std::size_t block = block_size(cipher);
    if (secret->empty() || secret->size() > 64 || secret->size() % block != 0) {
        return fail(Fault::ChipMalformed);
    }
    const ChipKey key = derive_key(cipher, password.secret.reveal(), KeyUse::Password);
    return ChipKey(decrypt(cipher, key.reveal(), Bytes(block), *secret));
}

Result<Exchange> exchange_keys(const Pace& pace, const Step& step, ByteView generator) {
    ChipKey key = private_key(pace.offer.curve, pace.chance);
    auto ours = multiply(pace.offer.curve, key.reveal(), generator);
    if (!ours) return fail(ours.error());
    auto theirs = take_step(pace, step, *ours);
    if (!theirs) return fail(theirs.error());
    if (*ours == *theirs) return fail(Fault::ChipMalformed);
    return Exchange{std::move(key), *std::move(ours), *std::move(theirs)};
}

// Generic mapping (section 4.4.3.3): the nonce moves the generator, so that only who knows the
// password knows where to.
Result<Bytes> map_generator(const Pace& pace, ByteView nonce) {
    const Curve curve = pace.offer.curve;
    const Bytes generator = generator_of(curve);
    const auto moved = multiply(curve, nonce, generator);
    if (!moved) return fail(moved.error());
    const auto exchange = exchange_keys(pace, kMapping, generator);
    if (!exchange) return fail(exchange.error());
    const auto shared = multiply(curve, exchange->key.reveal(), exchange->theirs);
    if (!shared) return fail(shared.error());
    return add(curve, *moved, *shared);
}

// The authentication token over the other side's point (section 4.4.3.4).
Bytes token_of(const PaceOffer& offer, const ChipKey& key, ByteView point) {
    const Bytes message =
        element(0x7F49, joined({element(0x06, offer.protocol()), element(0x86, point)}));
    const bool is_padded = offer.cipher == Cipher::TripleDes;
    return mac(offer.cipher, key.reveal(), is_padded ? padded(message, 8) : message);
}

Result<void> exchange_tokens(const Pace& pace, const Exchange& exchange, const ChipKey& key) {
    const auto theirs = take_step(pace, kToken, token_of(pace.offer, key, exchange.theirs));
    if (!theirs) return fail(theirs.error());
    if (!are_same(*theirs, token_of(pace.offer, key, exchange.ours))) {
        return fail(Fault::ChipMalformed);
    }
    return {};
}

}  // namespace

PacePassword PacePassword::card_access_number(std::string_view digits) {
    return {.number = 2, .secret = ChipKey(to_bytes(digits))};
}

Result<void> open_with_password(ChipSession& session, const PaceOffer& offer,
                                const PacePassword& password, const Chance& chance) {
    const Pace pace = {session, offer, chance};
    if (const auto chosen = choose(pace, password.number); !chosen) return chosen;
    const auto nonce = nonce_of(pace, password);
    if (!nonce) return fail(nonce.error());
    const auto generator = map_generator(pace, nonce->reveal());
    if (!generator) return fail(generator.error());
    const auto exchange = exchange_keys(pace, kAgreement, *generator);
    if (!exchange) return fail(exchange.error());
    auto shared = multiply(offer.curve, exchange->key.reveal(), exchange->theirs);
    if (!shared) return fail(shared.error());
    const ChipKey secret(*std::move(shared));
    const ByteView agreed = x_of(secret.reveal());
    const ChipKey authentication = derive_key(offer.cipher, agreed, KeyUse::Authentication);
    if (const auto done = exchange_tokens(pace, *exchange, authentication); !done) return done;
    session.protect({offer.cipher, agreed, Bytes(block_size(offer.cipher))});
    return {};
}

}  // namespace motlan
