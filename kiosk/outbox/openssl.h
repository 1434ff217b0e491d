// Owners for what OpenSSL allocates. Private to the sources of outbox and backend, which are
// the home of that library: no other header includes this one.
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <memory>

#include "kiosk/core/freed_by.h"
#include "kiosk/outbox/certificate.h"
#include "kiosk/outbox/private_key.h"

namespace motlan {

using BioPtr = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, FreedBy<CMS_ContentInfo_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, FreedBy<X509_free>>;
using X509StorePtr = std::unique_ptr<X509_STORE, FreedBy<X509_STORE_free>>;
using X509ContextPtr = std::unique_ptr<X509_STORE_CTX, FreedBy<X509_STORE_CTX_free>>;
using EkuPtr = std::unique_ptr<EXTENDED_KEY_USAGE, FreedBy<EXTENDED_KEY_USAGE_free>>;

/// The library's view of a certificate; empty when it cannot be read.
[[nodiscard]] X509Ptr to_native(const Certificate& certificate);

/// The library's key; lives as long as `key`.
[[nodiscard]] EVP_PKEY* to_native(const PrivateKey& key);

/// Reads bytes without copying them; they must outlive the answer.
[[nodiscard]] BioPtr reader_of(ByteView bytes);

/// Everything written to a memory BIO.
[[nodiscard]] Bytes bytes_of(BIO& memory);

/// A value in DER: `encode` is one of the library's i2d functions.
template <typename T, typename Encode>
[[nodiscard]] Bytes to_der(T* value, Encode encode) {
    const int size = encode(value, nullptr);
    if (size <= 0) return {};
    Bytes bytes(static_cast<std::size_t>(size));
    unsigned char* end = bytes.data();
    // It may still find no memory to sort a set.
    if (encode(value, &end) != size) return {};
    return bytes;
}

}  // namespace motlan
