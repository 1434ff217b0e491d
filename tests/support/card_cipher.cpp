#include "tests/support/card_cipher.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "kiosk/core/expects.h"
#include "tests/support/der.h"

namespace motlan::testing {
namespace {

constexpr std::size_t kBlock = 8;

enum class Way : std::uint8_t { In, Out };

Bytes ciphered(const EVP_CIPHER* cipher, ByteView key, ByteView blocks, Way way) {
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    const std::array<std::uint8_t, kBlock> start{};
    Bytes out(blocks.size() + kBlock);
    int size = 0;
    int rest = 0;
    expects(EVP_CipherInit_ex2(context.get(), cipher, key.data(), start.data(),
                               way == Way::In ? 1 : 0, nullptr) == 1);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    if (EVP_CipherUpdate(context.get(), out.data(), &size, blocks.data(),
                         static_cast<int>(blocks.size())) != 1 ||
        EVP_CipherFinal_ex(context.get(), out.data() + size, &rest) != 1) {
        return {};
    }
    out.resize(static_cast<std::size_t>(size + rest));
    return out;
}

class TripleDes final : public CardCipher {
public:
    TripleDes(ByteView seed, ByteView counter)
        : encrypting_(triple_des_key(seed, 1)),
          sealing_(triple_des_key(seed, 2)),
          counter_(counter.begin(), counter.end()) {}

    [[nodiscard]] std::size_t block() const override { return kBlock; }
    void count() override {
        for (auto byte = counter_.rbegin(); byte != counter_.rend() && ++*byte == 0; ++byte) {
        }
    }
    [[nodiscard]] Bytes encrypted(ByteView plain) override {
        return triple_des_encrypted(encrypting_, plain);
    }
    [[nodiscard]] Bytes decrypted(ByteView coded) override {
        return triple_des_decrypted(encrypting_, coded);
    }
    [[nodiscard]] Bytes seal(ByteView blocks) override {
        return retail_mac(sealing_, joined({counter_, blocks}));
    }

private:
    Bytes encrypting_;
    Bytes sealing_;
    Bytes counter_;
};

}  // namespace

Bytes padded(ByteView bytes, std::size_t block) {
    Bytes out(bytes.begin(), bytes.end());
    out.push_back(0x80);
    while (out.size() % block != 0) out.push_back(0);
    return out;
}

Bytes unpadded(ByteView bytes) {
    std::size_t size = bytes.size();
    while (size > 0 && bytes[size - 1] == 0) --size;
    if (size == 0 || bytes[size - 1] != 0x80) return {};
    return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size - 1)};
}

Bytes triple_des_key(ByteView seed, std::uint8_t use) {
    const Bytes input = joined({seed, Bytes{0, 0, 0, use}});
    Bytes key(20);
    expects(EVP_Digest(input.data(), input.size(), key.data(), nullptr, EVP_sha1(), nullptr) == 1);
    key.resize(2 * kBlock);
    return key;
}

Bytes triple_des_encrypted(ByteView key, ByteView blocks) {
    return ciphered(EVP_des_ede_cbc(), key, blocks, Way::In);
}

Bytes triple_des_decrypted(ByteView key, ByteView blocks) {
    return ciphered(EVP_des_ede_cbc(), key, blocks, Way::Out);
}

// Single DES is 3DES with equal keys; the last block passes through both halves.
Bytes retail_mac(ByteView key, ByteView blocks) {
    const ByteView half = key.first(kBlock);
    const Bytes single = joined({half, half});
    Bytes state(kBlock);
    for (std::size_t at = 0; at + kBlock <= blocks.size(); at += kBlock) {
        for (std::size_t i = 0; i < kBlock; ++i) state[i] ^= blocks[at + i];
        const bool is_last = at + 2 * kBlock > blocks.size();
        state = triple_des_encrypted(is_last ? key : ByteView(single), state);
    }
    return state;
}

std::unique_ptr<CardCipher> triple_des_cipher(ByteView seed, ByteView counter) {
    return std::make_unique<TripleDes>(seed, counter);
}

}  // namespace motlan::testing
