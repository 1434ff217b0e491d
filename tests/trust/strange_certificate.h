// Certificates as nobody should issue them: any good one, changed in one place and signed again.
#pragma once

#include <openssl/x509v3.h>

#include <functional>
#include <memory>
#include <string>

#include "kiosk/core/freed_by.h"
#include "tests/support/authority.h"

namespace motlan::testing {

using X509Owner = std::unique_ptr<X509, FreedBy<X509_free>>;
using KeyOwner = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;

[[nodiscard]] X509Owner to_x509(const Identity& identity);
[[nodiscard]] KeyOwner to_key(const Identity& identity);

/// What is done to a certificate before it is signed.
using Change = std::function<void(X509&)>;

struct Strangeness {
    Change change = {};
    std::string digest = "SHA256";
    std::string key = {};  ///< another kind of key, e.g. "ED25519", "RSA-PSS-2048"
};

/// A server's certificate as wished, below `above`, with its strangeness.
[[nodiscard]] Identity issue_strange(const Identity& above, const Wish& wish,
                                     const Strangeness& strangeness = {});
/// The same below itself.
[[nodiscard]] Identity self_made(const Wish& wish, const Strangeness& strangeness = {});

/// Adds an extension in the words of openssl's configuration, e.g. "critical,CA:TRUE".
void add_extension(X509& certificate, int kind, const std::string& value);
void remove_extension(X509& certificate, int kind);
/// Adds an extension by its number and raw bytes.
void add_raw_extension(X509& certificate, const char* number, bool is_critical,
                       const std::string& bytes);
/// The same certificate with one bit of its signature turned over.
[[nodiscard]] Identity with_broken_signature(const Identity& identity);

}  // namespace motlan::testing
