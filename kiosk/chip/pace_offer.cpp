#include "kiosk/chip/pace_offer.h"

#include <algorithm>
#include <array>

#include "kiosk/chip/tlv.h"

namespace motlan {
namespace {

// 0.4.0.127.0.7.2.2.4.2, bsi-de … id-PACE-ECDH-GM; the cipher's number follows.
constexpr std::array<std::uint8_t, 9> kGenericMapping = {0x04, 0x00, 0x7F, 0x00, 0x07,
                                                         0x02, 0x02, 0x04, 0x02};
// … and any way of PACE begins so.
constexpr std::size_t kAnyMapping = 8;
constexpr std::uint8_t kVersion = 2;

std::optional<Cipher> cipher_of(std::uint8_t number) {
    switch (number) {
        case 1: return Cipher::TripleDes;
        case 2: return Cipher::Aes128;
        case 3: return Cipher::Aes192;
        case 4: return Cipher::Aes256;
        default: return std::nullopt;
    }
}

std::uint8_t number_of(Cipher cipher) { return static_cast<std::uint8_t>(cipher) + 1; }

bool is_pace(ByteView protocol) {
    return protocol.size() > kAnyMapping &&
           std::ranges::equal(protocol.first(kAnyMapping),
                              ByteView(kGenericMapping).first(kAnyMapping));
}

/// PACEInfo ::= SEQUENCE { protocol, version INTEGER, parameterId INTEGER OPTIONAL }.
std::optional<PaceOffer> offer_of(ByteView protocol, ByteView rest) {
    const auto version = take(rest, 0x02);
    const auto parameters = take(rest, 0x02);
    if (!version || !std::ranges::equal(*version, Bytes{kVersion}) || !parameters ||
        parameters->size() != 1 || protocol.size() != kGenericMapping.size() + 1 ||
        !std::ranges::equal(protocol.first(kGenericMapping.size()), kGenericMapping)) {
        return std::nullopt;
    }
    const auto cipher = cipher_of(protocol.back());
    const auto curve = curve_of(parameters->front());
    if (!cipher || !curve) return std::nullopt;
    return PaceOffer{*cipher, *curve};
}

}  // namespace

Bytes PaceOffer::protocol() const {
    Bytes bytes(kGenericMapping.begin(), kGenericMapping.end());
    bytes.push_back(number_of(cipher));
    return bytes;
}

Result<std::optional<PaceOffer>> best_offer(ByteView card_access) {
    const auto list = only(card_access, 0x31);
    if (!list) return fail(list.error());
    std::optional<PaceOffer> best;
    int offers = 0;
    for (ByteView rest = *list; !rest.empty();) {
        auto entry = take(rest, 0x30);
        if (!entry) return fail(entry.error());
        const auto protocol = take(*entry, 0x06);
        if (!protocol) return fail(protocol.error());
        if (!is_pace(*protocol)) continue;
        ++offers;
        const auto offer = offer_of(*protocol, *entry);
        if (offer && (!best || offer->cipher > best->cipher)) best = offer;
    }
    if (best) best->is_only = offers == 1;
    return best;
}

}  // namespace motlan
