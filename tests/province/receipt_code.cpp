#include "tests/province/receipt_code.h"

#include <algorithm>
#include <iterator>

namespace motlan::province {

Result<std::string> receipt_code(const CarriedReceipt& receipt, const Identity& signer) {
    Bytes words;
    append_time(words, receipt.received);
    append_time(words, receipt.due);
    std::ranges::copy(as_bytes(receipt.code), std::back_inserter(words));
    return sign_code("ML1:", words, signer);
}

}  // namespace motlan::province
