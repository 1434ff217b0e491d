// The province's private certification authority. A role is one extended key usage, so that no
// certificate can play another's part (formats, section 1). Everything goes in and out as PEM.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan::province {

enum class Role : std::uint8_t {
    Server,
    KioskTls,
    KioskDevice,
    Receipts,
    Answers,
    Bundles,
    Recipient,
    Badges
};

/// The extended key usage of a role, as dotted numbers.
[[nodiscard]] std::string_view key_usage(Role role);

/// The common name of the province's authority.
inline constexpr std::string_view kAuthorityName = "Cơ quan chứng thực của tỉnh (thử nghiệm)";

/// A certificate and its private key, both PEM.
struct Identity {
    std::string certificate;
    std::string key;
};

/// A new self-signed authority with a P-256 key, valid for ten years.
[[nodiscard]] Result<Identity> make_authority(std::string_view name);

/// A new P-256 key and its certificate, valid for two years. The server's is for localhost.
[[nodiscard]] Result<Identity> issue(const Identity& authority, Role role, std::string_view name);

/// The same for a key that somebody else made and keeps: a request (PKCS#10, PEM) signed with it.
/// Fails with Fault::MessageMalformed for anything else, or a name that is not `name`.
[[nodiscard]] Result<std::string> certify(const Identity& authority, Role role,
                                          std::string_view name, std::string_view request);

/// A signer and an authority of the same names as ours, and nobody's keys.
[[nodiscard]] Result<Identity> look_alike();

/// The authority's list of the certificates (PEM) that it took back, in DER; issued now, the next
/// one is due in a week.
[[nodiscard]] Result<Bytes> revocation_list(const Identity& authority,
                                            const std::vector<std::string>& certificates);

/// SHA-256 of the certificate's SubjectPublicKeyInfo, hexadecimal.
[[nodiscard]] Result<std::string> pin(std::string_view certificate);

/// The common name when `certificate` (DER) was issued by `authority` (PEM), is valid now and has
/// exactly this role. Fails with Fault::BackendUntrusted.
[[nodiscard]] Result<std::string> holder(ByteView certificate, std::string_view authority,
                                         Role role);

/// SHA-256, hexadecimal.
[[nodiscard]] std::string sha256(ByteView bytes);

/// 128 random bits as 32 hexadecimal digits.
[[nodiscard]] std::string random_id();

}  // namespace motlan::province
