#include "kiosk/chip/security_object.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/chip/digest.h"
#include "kiosk/chip/tlv.h"

namespace motlan {
namespace {

constexpr Tag kInteger = 0x02;
constexpr Tag kOctets = 0x04;
constexpr Tag kIdentifier = 0x06;
constexpr Tag kSequence = 0x30;

/// LDSSecurityObject ::= SEQUENCE { version, digest algorithm, SEQUENCE OF digest, … }.
struct SecurityObject {
    DigestKind kind;
    ByteView digests;
};

// 2.16.840.1.101.3.4.2, NIST's digests; the last number tells which (RFC 5754 section 2).
std::optional<DigestKind> kind_of(ByteView identifier) {
    constexpr std::array<std::uint8_t, 8> kNist = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02};
    if (identifier.size() != kNist.size() + 1 ||
        !std::ranges::equal(identifier.first(kNist.size()), kNist)) {
        return std::nullopt;
    }
    switch (identifier.back()) {
        case 1: return DigestKind::Sha256;
        case 2: return DigestKind::Sha384;
        case 3: return DigestKind::Sha512;
        case 4: return DigestKind::Sha224;
        default: return std::nullopt;
    }
}

Result<SecurityObject> parse(ByteView bytes) {
    auto inside = only(bytes, kSequence);
    if (!inside) return fail(inside.error());
    const auto version = take(*inside, kInteger);
    auto algorithm = take(*inside, kSequence);
    const auto digests = take(*inside, kSequence);
    if (!version || version->size() != 1 || version->front() > 1 || !algorithm || !digests) {
        return fail(Fault::ChipMalformed);
    }
    const auto identifier = take(*algorithm, kIdentifier);
    const auto kind = identifier ? kind_of(*identifier) : std::nullopt;
    if (!kind) return fail(Fault::ChipMalformed);
    return SecurityObject{*kind, *digests};
}

/// The digest of the file with that number: SEQUENCE { INTEGER, OCTET STRING }.
Result<ByteView> signed_digest(ByteView digests, std::uint8_t number) {
    while (!digests.empty()) {
        auto entry = take(digests, kSequence);
        if (!entry) return fail(entry.error());
        const auto file = take(*entry, kInteger);
        if (!file) return fail(file.error());
        if (std::ranges::equal(*file, Bytes{number})) return only(*entry, kOctets);
    }
    return fail(Fault::ChipForged);
}

}  // namespace

Result<void> check_digests(ByteView security_object, std::span<const ChipContent> files) {
    const auto object = parse(security_object);
    if (!object) return fail(object.error());
    for (const ChipContent& file : files) {
        const auto wanted = signed_digest(object->digests, file.number);
        if (!wanted) return fail(wanted.error());
        if (!std::ranges::equal(*wanted, digest(object->kind, file.bytes))) {
            return fail(Fault::ChipForged);
        }
    }
    return {};
}

}  // namespace motlan
