// OpenSSL with too little memory: every allocation of one act fails once.
#include <openssl/crypto.h>

#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/outbox/envelope.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

long allocations = 0;
long spoiled = 0;

bool is_spoiled() { return ++allocations == spoiled; }

void* take(std::size_t size, const char*, int) {
    return is_spoiled() ? nullptr : std::malloc(size);
}
void* retake(void* old, std::size_t size, const char*, int) {
    return is_spoiled() ? nullptr : std::realloc(old, size);
}
void give(void* old, const char*, int) { std::free(old); }

// Before the library allocates anything.
const bool kIsOurs = CRYPTO_set_mem_functions(take, retake, give) == 1;

const Keys& keys() {
    static const Keys kKeys;
    return kKeys;
}

/// Does it again and again, each time without the next allocation; how often.
template <typename Act>
long without_each(Act act) {
    for (long missing = 1;; ++missing) {
        allocations = 0;
        spoiled = missing;
        act();
        const bool was_reached = allocations >= missing;
        spoiled = 0;
        if (!was_reached) return missing - 1;
    }
}

}  // namespace

TEST_CASE("a document signed with too little memory is refused or holds", "[faults]") {
    REQUIRE(kIsOurs);
    const PrivateKey key = keys().device.read_key();
    const Certificate ca = keys().authority.certificate();
    const Bytes content(20'000, 'm');
    const WallTime now = HandClock().wall();
    long given_away = 0;

    const long tried = without_each([&] {
        const auto document = sign_document(content, key, now);
        spoiled = 0;
        if (!document) return;
        ++given_away;
        const auto opened = open_document(*document, {.ca = ca, .role = Role::Device}, now);
        CHECK((opened && opened->content == content));
    });

    CHECK(tried > 100);
    CHECK(given_away < tried);
}

TEST_CASE("a part sealed with too little memory is refused or can be opened", "[faults]") {
    REQUIRE(kIsOurs);
    const std::vector<Certificate> recipients{keys().recipient.read_certificate(),
                                              keys().spare.read_certificate()};
    const Bytes content(100'000, 'p');

    const long tried = without_each([&] {
        const auto sealed = Envelope::to(recipients).and_then([&](const Envelope& envelope) {
            return envelope.seal(content);
        });
        spoiled = 0;
        if (sealed) CHECK((open_sealed(*sealed, keys().recipient) == content));
    });

    CHECK(tried > 100);
}

TEST_CASE("a receipt read with too little memory is refused, never a crash", "[faults]") {
    REQUIRE(kIsOurs);
    const HandClock clock;
    const SealedDossier sealed = sealed_dossier(keys(), clock.wall());
    const Bytes receipt = receipt_for(sealed.mark, keys(), clock.wall());
    const Certificate ca = keys().authority.certificate();

    const long tried = without_each([&] {
        const auto read =
            verify_receipt(receipt, sealed.mark, {.ca = ca, .role = Role::Receipt}, clock.wall());
        if (read) CHECK(read->dossier == sealed.mark.dossier);
    });

    CHECK(tried > 100);
}
