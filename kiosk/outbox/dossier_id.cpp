#include "kiosk/outbox/dossier_id.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <new>

#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

bool is_hex(std::string_view text, std::size_t size) {
    return text.size() == size && std::ranges::all_of(text, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

}  // namespace

Result<DossierId> new_dossier_id() {
    return random_id().transform([](std::string id) { return DossierId(std::move(id)); });
}

Result<DossierId> parse_dossier_id(std::string_view text) {
    if (!is_hex(text, 32)) return fail(Fault::MessageMalformed);
    return DossierId(std::string(text));
}

std::string sha256(ByteView bytes) {
    std::array<std::uint8_t, 32> hash{};
    // It fails for want of memory only, and then as every other value does.
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
    return to_hex(hash);
}

bool is_sha256(std::string_view text) { return is_hex(text, 64); }

}  // namespace motlan
