// Passive authentication (Doc 9303-11 section 5.1): whether the issuing State signed the files of
// a chip. It proves that they are genuine, not that this chip is the one they were written to.
#pragma once

#include <span>

#include "kiosk/chip/country_certificate.h"
#include "kiosk/chip/security_object.h"
#include "kiosk/domain/chip_card.h"

namespace motlan {

/// Checks EF.SOD and the files that were read: the digest of each file; the signature, by the
/// certificate that EF.SOD brings; and that certificate by the State's. Unchecked when none of
/// `countries` is its issuer, by name and key. An expired signer is no fault: chips live longer
/// than the certificates of those who sign them (Doc 9303-12 section 4.1.2). Known are RSA,
/// RSA-PSS and ECDSA with SHA-224 and up. Nothing is asked about revocation.
/// Fails with Fault::ChipForged when anything checked does not hold, ChipMalformed when the
/// file is not a security object that was signed in a way we know.
[[nodiscard]] Result<ChipTrust> authenticate(ByteView security_file,
                                             std::span<const ChipContent> files,
                                             std::span<const CountryCertificate> countries);

}  // namespace motlan
