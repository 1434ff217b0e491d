#include "kiosk/outbox/openssl.h"

#include "kiosk/core/expects.h"

namespace motlan {

BioPtr reader_of(ByteView bytes) {
    expects(bytes.size() <= INT32_MAX);
    return BioPtr(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Bytes bytes_of(BIO& memory) {
    char* begin = nullptr;
    const long size = BIO_get_mem_data(&memory, &begin);
    const ByteView view = as_bytes({begin, static_cast<std::size_t>(size)});
    return {view.begin(), view.end()};
}

}  // namespace motlan
