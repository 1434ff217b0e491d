// OpenSSL in a program whose memory fails, once or for good.
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/spare_memory.h"
#include "kiosk/core/freed_by.h"

// The C library's own functions, under the names that it keeps for whoever replaces them.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
}
// NOLINTEND(readability-identifier-naming)

namespace {

// Counted from 1 on. Nothing fails while `first` is 0.
long allocations = 0;
long first = 0;
long last = 0;

bool is_spoiled() {
    ++allocations;
    return first != 0 && allocations >= first && allocations <= last;
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) noexcept { return is_spoiled() ? nullptr : __libc_malloc(size); }
void* realloc(void* old, std::size_t size) noexcept {
    return is_spoiled() ? nullptr : __libc_realloc(old, size);
}
}

namespace {

using namespace motlan;

constexpr long kForGood = 1'000'000;

// Its start would wait for itself for ever when memory fails for good in the middle of it.
const bool kIsKept = (keep_spare_memory(), OPENSSL_init_ssl(0, nullptr) == 1);

/// While it lives allocations fail, from the n-th on, so many of them.
class Shortage {
public:
    Shortage(long from, long count) {
        allocations = 0;
        last = from + count - 1;
        first = from;
    }
    Shortage(const Shortage&) = delete;
    Shortage& operator=(const Shortage&) = delete;
    ~Shortage() { first = 0; }

    [[nodiscard]] bool was_felt() const { return allocations >= first; }
};

/// As libcurl does it.
void open_line(SSL_CTX* context) {
    const std::unique_ptr<SSL, FreedBy<SSL_free>> line(SSL_new(context));
    if (!line) return;
    SSL_set_connect_state(line.get());
    BIO* road = BIO_new(BIO_s_mem());
    if (road == nullptr) return;
    SSL_set0_rbio(line.get(), road);
}

/// Opens a line again and again, each time with the shortage one allocation later; how often.
long open_lines(SSL_CTX* context, long count) {
    for (long from = 1;; ++from) {
        const Shortage shortage(from, count);
        open_line(context);
        if (!shortage.was_felt()) return from;
    }
}

}  // namespace

TEST_CASE("a line is opened though memory fails at any allocation", "[backend]") {
    REQUIRE(kIsKept);
    const std::unique_ptr<SSL_CTX, FreedBy<SSL_CTX_free>> context(SSL_CTX_new(TLS_client_method()));

    CHECK(open_lines(context.get(), 1) > 20);
    CHECK(open_lines(context.get(), kForGood) > 20);
}

TEST_CASE("spare memory keeps what it holds when it grows and moves away", "[backend]") {
    const Shortage shortage(1, 3);
    auto* block = static_cast<char*>(OPENSSL_malloc(5));
    REQUIRE(block != nullptr);
    std::ranges::copy(std::array{'b', 'y', 't', 'e', 's'}, block);
    block = static_cast<char*>(OPENSSL_realloc(block, 5'000));
    block = static_cast<char*>(OPENSSL_realloc(block, 50'000));

    CHECK(std::string_view(block, 5) == "bytes");

    block = static_cast<char*>(OPENSSL_realloc(block, 500'000));
    CHECK(std::string_view(block, 5) == "bytes");
    OPENSSL_free(block);
}

TEST_CASE("spare memory has an end and is there again when it came back", "[backend]") {
    for (int round = 0; round < 2; ++round) {
        std::array<void*, 300> blocks{};
        {
            const Shortage shortage(1, kForGood);
            for (void*& block : blocks) block = OPENSSL_malloc(1'000);
        }

        CHECK(blocks.front() != nullptr);
        CHECK(blocks.back() == nullptr);
        for (void* block : blocks) OPENSSL_free(block);
    }
}
