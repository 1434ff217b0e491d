// Owners of OpenSSL's objects, for the few sources here that speak to it. No header but this one
// knows its types.
#pragma once

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"

namespace motlan::province {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T* object) const {
        Free(object);
    }
};

using BioOwner = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using CertificateOwner = std::unique_ptr<X509, Freed<X509_free>>;
using CmsOwner = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using KeyOwner = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using StoreOwner = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;

/// A BIO that reads the given bytes, which must outlive it.
inline BioOwner reading(ByteView bytes) {
    return BioOwner(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

inline BioOwner writing() { return BioOwner(BIO_new(BIO_s_mem())); }

/// What was written into a BIO of writing().
inline Bytes written(const BioOwner& bio) {
    char* start = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &start);
    return to_bytes({start, static_cast<std::size_t>(size)});
}

/// The object in a PEM text; null when there is none.
inline CertificateOwner read_certificate(std::string_view pem) {
    return CertificateOwner(
        PEM_read_bio_X509(reading(as_bytes(pem)).get(), nullptr, nullptr, nullptr));
}

inline KeyOwner read_key(std::string_view pem) {
    return KeyOwner(
        PEM_read_bio_PrivateKey(reading(as_bytes(pem)).get(), nullptr, nullptr, nullptr));
}

}  // namespace motlan::province
