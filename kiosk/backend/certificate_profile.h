// What the certificates of a private authority never look like, although the library accepts it
// (RFC 5280; the cases of x509-limbo). Only looks at form: who signed what is asked elsewhere.
#pragma once

#include "kiosk/outbox/certificate.h"

namespace motlan {

/// A server's certificate: a positive serial number of at most 20 bytes; host names of plain
/// letters, in an extension that is not critical beside a subject; a common name that looks like
/// a host only if it is one of them, letter by letter; no critical usage, no name constraints,
/// nothing malformed about its issuer.
[[nodiscard]] bool has_server_form(const Certificate& certificate);

/// An authority's certificate: a strong key that may sign certificates and revocations; no extended
/// usage; name constraints critical and well formed; a whole name of its own issuer's key, if it
/// has one.
[[nodiscard]] bool has_authority_form(const Certificate& certificate);

/// An intermediate authority's certificate, between the authority and its server: the same form,
/// but it need not sign revocations; the authority's own list is the only one.
[[nodiscard]] bool has_intermediate_form(const Certificate& certificate);

/// P-256, P-384 or RSA of 3072 bits or more, in whole bytes.
[[nodiscard]] bool has_strong_key(const Certificate& certificate);

}  // namespace motlan
