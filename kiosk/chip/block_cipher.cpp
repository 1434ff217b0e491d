#include "kiosk/chip/block_cipher.h"

#include <array>

#include "kiosk/chip/joined.h"
#include "kiosk/chip/openssl.h"
#include "kiosk/core/expects.h"

namespace motlan {
namespace {

constexpr std::size_t kMacSize = 8;

const EVP_CIPHER* native(Cipher cipher) {
    switch (cipher) {
        case Cipher::TripleDes: return EVP_des_ede_cbc();
        case Cipher::Aes128: return EVP_aes_128_cbc();
        case Cipher::Aes192: return EVP_aes_192_cbc();
        case Cipher::Aes256: return EVP_aes_256_cbc();
    }
    return nullptr;
}

enum Direction : int { Decrypting = 0, Encrypting = 1 };

struct Work {
    Cipher cipher;
    ByteView key;
    ByteView start;
    Direction direction;
};

Bytes run(const Work& work, ByteView input) {
    const std::size_t block = block_size(work.cipher);
    expects(work.key.size() == key_size(work.cipher) && work.start.size() == block);
    expects(input.size() % block == 0);
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    Bytes output(input.size() + block);
    int size = 0;
    expects(context &&
            EVP_CipherInit_ex2(context.get(), native(work.cipher), work.key.data(),
                               work.start.data(), work.direction, nullptr) == 1 &&
            EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
            EVP_CipherUpdate(context.get(), output.data(), &size, input.data(),
                             static_cast<int>(input.size())) == 1);
    output.resize(static_cast<std::size_t>(size));
    return output;
}

// Single DES is not in OpenSSL's default provider: with equal halves the triple one is the same.
Bytes retail_mac(ByteView key, ByteView message) {
    expects(!message.empty());
    Bytes first_key = joined({key.first(kMacSize), key.first(kMacSize)});
    Bytes chain(kMacSize);
    if (message.size() > kMacSize) {
        chain = encrypt(Cipher::TripleDes, first_key, chain, message.first(message.size() - 8));
        chain.erase(chain.begin(), chain.end() - kMacSize);
    }
    OPENSSL_cleanse(first_key.data(), first_key.size());
    return encrypt(Cipher::TripleDes, key, chain, message.last(kMacSize));
}

Bytes cmac(Cipher cipher, ByteView key, ByteView message) {
    std::array<std::uint8_t, 16> code{};
    std::size_t size = 0;
    expects(EVP_Q_mac(nullptr, "CMAC", nullptr, EVP_CIPHER_get0_name(native(cipher)), nullptr,
                      key.data(), key.size(), message.data(), message.size(), code.data(),
                      code.size(), &size) != nullptr &&
            size == code.size());
    return {code.begin(), code.begin() + kMacSize};
}

}  // namespace

std::size_t block_size(Cipher cipher) { return cipher == Cipher::TripleDes ? 8 : 16; }

std::size_t key_size(Cipher cipher) {
    switch (cipher) {
        case Cipher::TripleDes:
        case Cipher::Aes128: return 16;
        case Cipher::Aes192: return 24;
        case Cipher::Aes256: return 32;
    }
    return 0;
}

Bytes encrypt(Cipher cipher, ByteView key, ByteView start, ByteView plain) {
    return run({cipher, key, start, Encrypting}, plain);
}

Bytes decrypt(Cipher cipher, ByteView key, ByteView start, ByteView secret) {
    return run({cipher, key, start, Decrypting}, secret);
}

Bytes mac(Cipher cipher, ByteView key, ByteView message) {
    return cipher == Cipher::TripleDes ? retail_mac(key, message) : cmac(cipher, key, message);
}

Bytes padded(ByteView bytes, std::size_t block) {
    Bytes whole(bytes.begin(), bytes.end());
    whole.push_back(0x80);
    whole.resize((whole.size() + block - 1) / block * block);
    return whole;
}

Result<Bytes> unpadded(Bytes bytes) {
    while (!bytes.empty() && bytes.back() == 0) bytes.pop_back();
    if (bytes.empty() || bytes.back() != 0x80) return fail(Fault::ChipMalformed);
    bytes.pop_back();
    return bytes;
}

}  // namespace motlan
