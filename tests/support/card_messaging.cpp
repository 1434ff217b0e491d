#include "tests/support/card_messaging.h"

#include <algorithm>

#include "tests/support/der.h"

namespace motlan::testing {
namespace {

constexpr std::uint8_t kCoded = 0x87;     // with a padding mark
constexpr std::uint8_t kCodedOdd = 0x85;  // without one
constexpr std::uint8_t kWanted = 0x97;
constexpr std::uint8_t kStatus = 0x99;
constexpr std::uint8_t kSeal = 0x8E;
constexpr std::size_t kSealObject = 10;  // tag, length, eight bytes

}  // namespace

std::optional<CardCommand> CardMessaging::opened(const CardCommand& outer) {
    cipher_->count();
    const ByteView words = outer.words;
    const auto seal = value_of(words, kSeal);
    if (!seal || words.size() < kSealObject) return std::nullopt;
    const ByteView sealed = words.first(words.size() - kSealObject);
    const Bytes header = padded(Bytes{outer.cla, outer.ins, outer.p1, outer.p2}, cipher_->block());
    const Bytes objects = sealed.empty() ? Bytes{} : padded(sealed, cipher_->block());
    if (!std::ranges::equal(cipher_->seal(joined({header, objects})), *seal)) return std::nullopt;

    CardCommand inner{.cla = 0, .ins = outer.ins, .p1 = outer.p1, .p2 = outer.p2};
    auto coded = value_of(sealed, outer.is_odd() ? kCodedOdd : kCoded);
    if (coded && !outer.is_odd()) {
        if (coded->empty() || coded->front() != 1) return std::nullopt;
        coded = coded->subspan(1);
    }
    if (coded) inner.words = unpadded(cipher_->decrypted(*coded));
    if (const auto wanted = value_of(sealed, kWanted)) {
        inner.wanted = CardCommand::wanted_of(*wanted);
    }
    return inner;
}

CardAnswer CardMessaging::closed(const CardAnswer& inner, bool is_odd) {
    cipher_->count();
    Bytes objects;
    if (!inner.words.empty()) {
        const Bytes coded = cipher_->encrypted(padded(inner.words, cipher_->block()));
        objects = is_odd ? der(kCodedOdd, coded) : der(kCoded, {Bytes{1}, coded});
    }
    const Bytes status{static_cast<std::uint8_t>(inner.status >> 8),
                       static_cast<std::uint8_t>(inner.status)};
    objects = joined({objects, der(kStatus, status)});
    const Bytes seal = cipher_->seal(padded(objects, cipher_->block()));
    return {.words = joined({objects, der(kSeal, seal)}), .status = inner.status};
}

}  // namespace motlan::testing
