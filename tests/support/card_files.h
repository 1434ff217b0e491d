// The files of a chip: what is on it, and the issuing State's signature over it (ICAO 9303-10).
#pragma once

#include <map>

#include "tests/support/authority.h"
#include "tests/support/card_face.h"
#include "tests/support/card_person.h"

namespace motlan::testing {

/// File identifiers (ICAO 9303-10, table 38 and following).
inline constexpr std::uint16_t kCardAccess = 0x011C;
inline constexpr std::uint16_t kCommon = 0x011E;
inline constexpr std::uint16_t kMachineReadable = 0x0101;
inline constexpr std::uint16_t kFace = 0x0102;
inline constexpr std::uint16_t kVietnamese = 0x010D;
inline constexpr std::uint16_t kSecurityObject = 0x011D;

using CardFiles = std::map<std::uint16_t, Bytes>;

/// The password protocols that a card may offer: curve and cipher.
struct PaceSuite {
    std::uint8_t cipher = 4;   ///< 2, 3, 4: AES with 128, 192, 256 bits (ICAO 9303-11, 9.2.5)
    std::uint8_t domain = 13;  ///< 12: P-256, 13: brainpoolP256r1, … (ICAO 9303-11, table 6)
};

/// How the signature over the files is made.
struct Signing {
    Identity signer;
    std::string digest = "SHA256";  ///< of the files and of the signature
    bool is_pss = false;            ///< for an RSA key
};

/// An issuing State that exists in tests only.
[[nodiscard]] Authority make_issuing_state(const std::string& name = "Test issuing State");

/// A document signer of that State; `days_left` may be negative: a signer is valid when it
/// signs and not for ever after (ICAO 9303-12, 7.1).
[[nodiscard]] Identity make_document_signer(const Authority& state, int days_left = 3650,
                                            const std::string& key = "P-256");

/// EF.CardAccess: the one suite that the card offers.
[[nodiscard]] Bytes card_access_file(const PaceSuite& suite);

/// All files of a person's card but EF.CardAccess, signed.
[[nodiscard]] CardFiles card_files(const CardPerson& person, const Signing& signing,
                                   FaceCoding face = FaceCoding::Jpeg2000);

/// Puts a new EF.SOD over the files.
void sign(CardFiles& files, const Signing& signing);

}  // namespace motlan::testing
