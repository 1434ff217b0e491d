#include "kiosk/outbox/random.h"

#include <openssl/rand.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "kiosk/core/bytes.h"

namespace motlan {

Result<std::string> random_id() {
    std::array<std::uint8_t, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
        return fail(Fault::SealingFailed);
    }
    return to_hex(bytes);
}

double random_share() {
    std::uint32_t number = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&number), sizeof(number)) != 1) return 1;
    return static_cast<double>(number) / static_cast<double>(UINT32_MAX);
}

}  // namespace motlan
