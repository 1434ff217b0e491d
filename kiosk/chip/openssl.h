// Owners for what OpenSSL allocates. Private to the sources of chip, a home of that library: no
// other header includes this one.
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

#include "kiosk/core/freed_by.h"

namespace motlan {

using BioPtr = std::unique_ptr<BIO, FreedBy<BIO_free_all>>;
using CipherContextPtr = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, FreedBy<CMS_ContentInfo_free>>;
using GroupPtr = std::unique_ptr<EC_GROUP, FreedBy<EC_GROUP_free>>;
using NumberPtr = std::unique_ptr<BIGNUM, FreedBy<BN_clear_free>>;
using PointPtr = std::unique_ptr<EC_POINT, FreedBy<EC_POINT_clear_free>>;
using X509Ptr = std::unique_ptr<X509, FreedBy<X509_free>>;

}  // namespace motlan
