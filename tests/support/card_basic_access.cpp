#include "tests/support/card_basic_access.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <utility>

#include "kiosk/core/expects.h"
#include "tests/support/der.h"

namespace motlan::testing {
namespace {

constexpr std::size_t kBlock = 8;
constexpr std::size_t kCoded = 32;

Bytes random_bytes(std::size_t size) {
    Bytes bytes(size);
    expects(RAND_bytes(bytes.data(), static_cast<int>(size)) == 1);
    return bytes;
}

Bytes seed_of(const std::string& words) {
    Bytes digest(20);
    expects(EVP_Digest(words.data(), words.size(), digest.data(), nullptr, EVP_sha1(), nullptr) ==
            1);
    digest.resize(16);
    return digest;
}

}  // namespace

CardBasicAccess::CardBasicAccess(const std::string& words)
    : encrypting_(triple_des_key(seed_of(words), 1)), sealing_(triple_des_key(seed_of(words), 2)) {}

Bytes CardBasicAccess::challenge() {
    challenge_ = random_bytes(kBlock);
    return challenge_;
}

std::optional<Bytes> CardBasicAccess::answer(ByteView words) {
    const Bytes challenge = std::exchange(challenge_, {});
    if (challenge.empty() || words.size() != kCoded + kBlock) return std::nullopt;
    const ByteView coded = words.first(kCoded);
    const Bytes seal = retail_mac(sealing_, padded(coded, kBlock));
    if (!std::ranges::equal(seal, words.subspan(kCoded))) return std::nullopt;
    const Bytes plain = triple_des_decrypted(encrypting_, coded);
    const ByteView terminal_challenge = ByteView(plain).first(kBlock);
    if (!std::ranges::equal(ByteView(plain).subspan(kBlock, kBlock), challenge)) {
        return std::nullopt;
    }

    const Bytes share = random_bytes(2 * kBlock);
    const Bytes ours =
        triple_des_encrypted(encrypting_, joined({challenge, terminal_challenge, share}));
    Bytes seed = share;
    for (std::size_t i = 0; i < seed.size(); ++i) seed[i] ^= plain[2 * kBlock + i];
    const Bytes counter = joined({ByteView(challenge).subspan(4), terminal_challenge.subspan(4)});
    channel_ = triple_des_cipher(seed, counter);
    return joined({ours, retail_mac(sealing_, padded(ours, kBlock))});
}

}  // namespace motlan::testing
