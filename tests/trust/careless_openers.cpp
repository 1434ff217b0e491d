#include "tests/trust/careless_openers.h"

#include "kiosk/outbox/openssl.h"

namespace motlan::testing {

std::optional<Bytes> content_unsigned(ByteView document) {
    const unsigned char* end = document.data();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &end, static_cast<long>(document.size())));
    ASN1_OCTET_STRING** content = cms ? CMS_get0_content(cms.get()) : nullptr;
    ERR_clear_error();
    if (content == nullptr || *content == nullptr) return std::nullopt;
    const unsigned char* begin = ASN1_STRING_get0_data(*content);
    return Bytes(begin, begin + ASN1_STRING_length(*content));
}

Bytes without_tail(ByteView document) {
    const unsigned char* end = document.data();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &end, static_cast<long>(document.size())));
    ERR_clear_error();
    return cms ? Bytes(document.data(), end) : Bytes(document.begin(), document.end());
}

}  // namespace motlan::testing
