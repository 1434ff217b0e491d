// The order of the queue and the breakers, without a province.
#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/breaker.h"
#include "kiosk/link/queue_order.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

const WallTime kNow = WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23));
const SteadyTime kSteady{};

DossierId id(char letter) { return DossierId(std::string(32, letter)); }

DossierRecord waiting(char letter, std::int64_t size, std::chrono::minutes age = 1min) {
    return {.mark = {id(letter), "NA-VINH-03", {}, {{{}, size}, {{}, size}}},
            .state = DossierState::Released,
            .parked = {},
            .entered = kNow - age,
            .changed = kNow};
}

/// The whole order of one round.
std::string order(std::vector<DossierRecord> queue, const std::set<DossierId>& wished = {},
                  const std::set<DossierId>& stumbled = {}) {
    std::set<DossierId> tried;
    std::string letters;
    while (const auto next = next_of(
               queue, {.wished = wished, .tried = tried, .stumbled = stumbled, .now = kNow})) {
        tried.insert(next->mark.dossier);
        letters += next->mark.dossier.value().front();
    }
    return letters;
}

}  // namespace

TEST_CASE("the smallest goes first, of equals the oldest", "[link]") {
    CHECK(order({waiting('a', 900), waiting('b', 10), waiting('c', 10), waiting('d', 500)}) ==
          "bcda");
}

TEST_CASE("what has waited for an hour goes before everything smaller, the oldest first",
          "[link]") {
    CHECK(order({waiting('a', 900, 3h), waiting('b', 950, 2h), waiting('c', 10)}) == "abc");
    CHECK(order({waiting('a', 900, 59min), waiting('c', 10)}) == "ca");
}

TEST_CASE("whom a citizen waits for goes first, once a round, and the rest follows", "[link]") {
    CHECK(order({waiting('a', 900, 3h), waiting('b', 10), waiting('c', 20)}, {id('c')}) == "cab");
}

TEST_CASE("an uploaded dossier goes before one that must be uploaded", "[link]") {
    DossierRecord whole = waiting('d', 900);
    whole.state = DossierState::Uploaded;

    CHECK(order({waiting('a', 10), whole}) == "da");
}

TEST_CASE("a parked dossier stays out until a citizen asks for it", "[link]") {
    DossierRecord parked = waiting('p', 10);
    parked.parked = Fault::BackendRefused;

    CHECK(order({parked, waiting('a', 20)}) == "a");
    CHECK(order({parked, waiting('a', 20)}, {id('p')}) == "pa");
}

TEST_CASE("what the road breaks under goes last and starves nobody", "[link]") {
    CHECK(order({waiting('a', 900, 9h), waiting('b', 950, 2h), waiting('c', 10)}, {}, {id('a')}) ==
          "bca");
    CHECK(order({waiting('a', 900, 9h), waiting('b', 10)}, {}, {id('a'), id('b')}) == "ab");
    CHECK(order({waiting('a', 10), waiting('b', 950)}, {id('a')}, {id('a')}) == "ba");
}

TEST_CASE("every fault belongs to one kind of trouble or to one dossier", "[link]") {
    CHECK(trouble_of(Fault::BackendUnreachable) == Trouble::Road);
    CHECK(trouble_of(Fault::BackendUntrusted) == Trouble::Road);
    CHECK(trouble_of(Fault::BackendRefused) == Trouble::Refusal);
    CHECK(trouble_of(Fault::BackendAnswerMalformed) == Trouble::Answer);
    CHECK(trouble_of(Fault::ReceiptForged) == Trouble::Receipt);
    CHECK(trouble_of(Fault::ReceiptForOtherDossier) == Trouble::Receipt);
    CHECK(trouble_of(Fault::DiskFull) == Trouble::Storage);
    CHECK(trouble_of(Fault::RecordDamaged) == std::nullopt);
}

TEST_CASE("one odd dossier opens no breaker and three in a row do", "[link]") {
    Breaker breaker;
    for (int n = 0; n < 2; ++n) breaker.note_failure(Trouble::Receipt, kSteady, 1);
    CHECK_FALSE(breaker.is_open(Trouble::Receipt, kSteady));

    breaker.note_failure(Trouble::Receipt, kSteady, 1);

    CHECK(breaker.is_open(Trouble::Receipt, kSteady));
    CHECK_FALSE(breaker.is_open(Trouble::Answer, kSteady));
    CHECK(breaker.next_try(kSteady) == 40s);
    CHECK_FALSE(breaker.is_open(Trouble::Receipt, kSteady + 40s));
    CHECK(breaker.next_try(kSteady + 40s) == std::nullopt);
}

TEST_CASE("after the pause one try is free, and a failed one begins a longer pause", "[link]") {
    Breaker breaker;
    breaker.note_failure(Trouble::Road, kSteady, 1);
    CHECK(breaker.is_open(Trouble::Road, kSteady + 9s));
    CHECK_FALSE(breaker.is_open(Trouble::Road, kSteady + 10s));

    breaker.note_failure(Trouble::Road, kSteady + 10s, 1);

    CHECK(breaker.is_open(Trouble::Road, kSteady + 29s));
    breaker.note_success();
    CHECK_FALSE(breaker.is_open(Trouble::Road, kSteady + 11s));
    breaker.note_failure(Trouble::Road, kSteady + 11s, 1);
    CHECK(breaker.next_try(kSteady + 11s) == 10s);
}

TEST_CASE("while the road is broken its own pause counts, else the shortest", "[link]") {
    Breaker breaker;
    breaker.note_failure(Trouble::Answer, kSteady, 0);
    breaker.note_failure(Trouble::Storage, kSteady, 1);
    CHECK(breaker.next_try(kSteady) == 5s);

    breaker.note_failure(Trouble::Road, kSteady, 1);

    CHECK(breaker.next_try(kSteady) == 10s);
}
