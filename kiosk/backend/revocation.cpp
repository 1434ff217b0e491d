#include "kiosk/backend/revocation.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>

#include "kiosk/core/file.h"
#include "kiosk/outbox/openssl.h"

namespace motlan {
namespace {

using ListPtr = std::unique_ptr<X509_CRL, FreedBy<X509_CRL_free>>;

constexpr std::size_t kListLimit = std::size_t{1} << 20U;

std::optional<WallTime> time_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
    return WallTime(std::chrono::seconds(::timegm(&parts)));
}

std::string text_of(const ASN1_INTEGER* serial) { return to_hex(to_der(serial, i2d_ASN1_INTEGER)); }

bool has_critical(const STACK_OF(X509_EXTENSION) * extensions) {
    return X509v3_get_ext_by_critical(extensions, 1, -1) >= 0;
}

bool has_strong_digest(const X509_CRL* list) {
    constexpr std::array kStrong{NID_sha256, NID_sha384, NID_sha512};
    int digest = NID_undef;
    OBJ_find_sigid_algs(X509_CRL_get_signature_nid(list), &digest, nullptr);
    return std::ranges::contains(kStrong, digest);
}

bool is_of(X509_CRL* list, const Certificate& ca) {
    const X509Ptr authority = to_native(ca);
    return authority && X509_CRL_get_version(list) == X509_CRL_VERSION_2 &&
           X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(authority.get())) == 0 &&
           has_strong_digest(list) && X509_CRL_get_ext_by_NID(list, NID_crl_number, -1) >= 0 &&
           !has_critical(X509_CRL_get0_extensions(list)) &&
           X509_CRL_verify(list, X509_get0_pubkey(authority.get())) == 1;
}

bool read_serials(X509_CRL* list, std::set<std::string>& into) {
    const STACK_OF(X509_REVOKED)* entries = X509_CRL_get_REVOKED(list);
    for (int i = 0; i < sk_X509_REVOKED_num(entries); ++i) {
        const X509_REVOKED* entry = sk_X509_REVOKED_value(entries, i);
        if (has_critical(X509_REVOKED_get0_extensions(entry))) return false;
        into.insert(text_of(X509_REVOKED_get0_serialNumber(entry)));
    }
    return true;
}

Result<RevocationList> parse(ByteView der, const Certificate& ca) {
    const unsigned char* begin = der.data();
    const ListPtr list(der.size() <= kListLimit
                           ? d2i_X509_CRL(nullptr, &begin, static_cast<long>(der.size()))
                           : nullptr);
    if (!list || begin != der.data() + der.size() || !is_of(list.get(), ca)) {
        return fail(Fault::BundleForged);
    }
    const auto issued = time_of(X509_CRL_get0_lastUpdate(list.get()));
    const auto next = time_of(X509_CRL_get0_nextUpdate(list.get()));
    RevocationList read{.issued = issued.value_or(WallTime{}), .next = next.value_or(WallTime{})};
    if (!issued || !next || !read_serials(list.get(), read.serials)) {
        return fail(Fault::BundleForged);
    }
    return read;
}

}  // namespace

bool RevocationList::is_fresh(WallTime at) const {
    return at - issued <= kFreshRevocations && at <= next;
}

bool RevocationList::revokes(const Certificate& certificate) const {
    const X509Ptr native = to_native(certificate);
    return !native || serials.contains(text_of(X509_get0_serialNumber(native.get())));
}

Result<RevocationList> parse_revocations(ByteView der, const Certificate& ca) {
    auto read = parse(der, ca);
    ERR_clear_error();
    return read;
}

Result<RevocationList> newest_revocations(std::span<const std::filesystem::path> files,
                                          const Certificate& ca) {
    Result<RevocationList> newest = fail(Fault::BundleForged);
    for (const std::filesystem::path& file : files) {
        const auto der = read_file(file, kListLimit);
        auto list = der ? parse_revocations(*der, ca) : fail(Fault::BundleForged);
        if (list && (!newest || list->issued >= newest->issued)) newest = std::move(list);
    }
    return newest;
}

}  // namespace motlan
