#include "kiosk/chip/curve.h"

#include "kiosk/chip/openssl.h"
#include "kiosk/core/expects.h"

namespace motlan {
namespace {

int native(Curve curve) {
    switch (curve) {
        case Curve::NistP192: return NID_X9_62_prime192v1;
        case Curve::BrainpoolP192r1: return NID_brainpoolP192r1;
        case Curve::NistP224: return NID_secp224r1;
        case Curve::BrainpoolP224r1: return NID_brainpoolP224r1;
        case Curve::NistP256: return NID_X9_62_prime256v1;
        case Curve::BrainpoolP256r1: return NID_brainpoolP256r1;
        case Curve::BrainpoolP320r1: return NID_brainpoolP320r1;
        case Curve::NistP384: return NID_secp384r1;
        case Curve::BrainpoolP384r1: return NID_brainpoolP384r1;
        case Curve::BrainpoolP512r1: return NID_brainpoolP512r1;
        case Curve::NistP521: return NID_secp521r1;
    }
    return NID_undef;
}

GroupPtr group_of(Curve curve) {
    GroupPtr group(EC_GROUP_new_by_curve_name(native(curve)));
    expects(group != nullptr);
    return group;
}

std::size_t field_size(const EC_GROUP& group) {
    return (static_cast<std::size_t>(EC_GROUP_get_degree(&group)) + 7) / 8;
}

NumberPtr number_of(ByteView bytes) {
    NumberPtr number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    expects(number != nullptr);
    return number;
}

// The library checks that the point is on the curve.
PointPtr point_of(const EC_GROUP& group, ByteView bytes) {
    PointPtr point(EC_POINT_new(&group));
    const bool is_point =
        point && bytes.size() == 1 + 2 * field_size(group) &&
        bytes.front() == POINT_CONVERSION_UNCOMPRESSED &&
        EC_POINT_oct2point(&group, point.get(), bytes.data(), bytes.size(), nullptr) == 1;
    ERR_clear_error();
    return is_point ? std::move(point) : PointPtr();
}

Result<Bytes> to_bytes(const EC_GROUP& group, const EC_POINT& point) {
    if (EC_POINT_is_at_infinity(&group, &point) == 1) return fail(Fault::ChipMalformed);
    Bytes bytes(1 + 2 * field_size(group));
    expects(EC_POINT_point2oct(&group, &point, POINT_CONVERSION_UNCOMPRESSED, bytes.data(),
                               bytes.size(), nullptr) == bytes.size());
    return bytes;
}

}  // namespace

std::optional<Curve> curve_of(std::uint8_t identifier) {
    const auto curve = static_cast<Curve>(identifier);
    if (native(curve) == NID_undef) return std::nullopt;
    return curve;
}

Bytes generator_of(Curve curve) {
    const GroupPtr group = group_of(curve);
    return to_bytes(*group, *EC_GROUP_get0_generator(group.get())).value();
}

ChipKey private_key(Curve curve, const Chance& chance) {
    const GroupPtr group = group_of(curve);
    const BIGNUM* order = EC_GROUP_get0_order(group.get());
    const auto size = static_cast<std::size_t>(BN_num_bytes(order));
    const auto spare_bits =
        static_cast<unsigned>(8 * size) - static_cast<unsigned>(BN_num_bits(order));
    // At worst two draws of three fit: 128 that do not are a broken source.
    for (int draw = 0; draw < 128; ++draw) {
        Bytes bytes = chance(size);
        bytes.front() = static_cast<std::uint8_t>(bytes.front() & (0xFFU >> spare_bits));
        const NumberPtr number = number_of(bytes);
        ChipKey key(std::move(bytes));
        if (BN_is_zero(number.get()) == 0 && BN_cmp(number.get(), order) < 0) return key;
    }
    expects(false);
    return ChipKey({});
}

Result<Bytes> multiply(Curve curve, ByteView number, ByteView point) {
    const GroupPtr group = group_of(curve);
    const PointPtr factor = point_of(*group, point);
    if (!factor) return fail(Fault::ChipMalformed);
    const PointPtr product(EC_POINT_new(group.get()));
    expects(product && EC_POINT_mul(group.get(), product.get(), nullptr, factor.get(),
                                    number_of(number).get(), nullptr) == 1);
    return to_bytes(*group, *product);
}

Result<Bytes> add(Curve curve, ByteView left, ByteView right) {
    const GroupPtr group = group_of(curve);
    const PointPtr first = point_of(*group, left);
    const PointPtr second = point_of(*group, right);
    if (!first || !second) return fail(Fault::ChipMalformed);
    const PointPtr sum(EC_POINT_new(group.get()));
    expects(sum && EC_POINT_add(group.get(), sum.get(), first.get(), second.get(), nullptr) == 1);
    return to_bytes(*group, *sum);
}

ByteView x_of(ByteView point) { return point.subspan(1, point.size() / 2); }

}  // namespace motlan
