#include "kiosk/outbox/dossier_event.h"

#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();
const DossierId kDossier(std::string(32, 'a'));

using Change = std::function<void(Tree::Table&)>;

Tree::Table event_table(int sequence, int status, std::chrono::minutes after) {
    return {{"code", "H41-261123-0001"},
            {"dossier", kDossier.value()},
            {"kiosk", "NA-VINH-03"},
            {"procedure", "2.000635"},
            {"sequence", sequence},
            {"status", status},
            {"time", to_timestamp(kNow + after)},
            {"type", "motlan-event"},
            {"unit", "Sở Tư pháp"},
            {"version", 1}};
}

std::string due_in(int days) { return to_timestamp(kNow + std::chrono::days(days)); }

Tree::Table accepted() {
    Tree::Table table = event_table(1, 2, std::chrono::minutes(0));
    table["due"] = due_in(2);
    return table;
}

Tree::Table supplement(int sequence) {
    Tree::Table table = event_table(sequence, 5, std::chrono::minutes(sequence));
    table["wishes"] = Tree::List{Tree::Table{
        {"concept", "document.x"}, {"legal_basis", "Điều 5"}, {"words", "Bản sao giấy x"}}};
    return table;
}

Tree::Table late(int sequence) {
    Tree::Table table = event_table(sequence, 4, std::chrono::minutes(sequence));
    table["apology"] = true;
    table["due"] = due_in(9);
    return table;
}

bool reads(Tree::Table table) { return parse_event(to_json(Tree(std::move(table)))).has_value(); }

bool reads_with(Tree::Table table, const char* key, const Tree& value) {
    table[key] = value;
    return reads(std::move(table));
}

/// The history of these contents, told ten minutes after the last minute used here.
Result<FollowedDossier> history(const std::vector<Tree::Table>& tables) {
    std::vector<ProvinceEvent> events;
    for (const Tree::Table& table : tables) {
        events.push_back(parse_event(to_json(Tree(table))).value());
    }
    return join_events(kDossier, events, kNow + std::chrono::minutes(10));
}

/// Whether a history still holds with one thing changed in its second event.
bool holds_with(const char* key, const Tree& value) {
    Tree::Table second = event_table(2, 4, std::chrono::minutes(1));
    second[key] = value;
    return history({accepted(), second}).has_value();
}

}  // namespace

TEST_CASE("an event tells what the office said", "[outbox]") {
    const auto event = parse_event(to_json(Tree(supplement(2))));

    REQUIRE(event);
    CHECK(event->code == "H41-261123-0001");
    CHECK(event->procedure == "2.000635");
    CHECK(event->event.status == DossierStatus::SupplementAsked);
    CHECK(event->event.unit == "Sở Tư pháp");
    REQUIRE(event->event.wishes.size() == 1);
    CHECK(event->event.wishes[0].about == ConceptId("document.x"));
    CHECK(event->event.wishes[0].words == "Bản sao giấy x");
    CHECK(event->event.wishes[0].legal_basis == "Điều 5");
}

TEST_CASE("an event with a missing or strange field is forged", "[outbox]") {
    for (const auto& [key, value] : event_table(2, 4, std::chrono::minutes(1))) {
        INFO(key);
        Tree::Table table = event_table(2, 4, std::chrono::minutes(1));
        table.erase(key);
        CHECK_FALSE(reads(table));
    }
    const Tree::Table good = late(2);
    CHECK(reads(good));
    CHECK(reads_with(good, "note", "unknown keys of the province are fine"));
    CHECK_FALSE(reads_with(good, "type", "motlan-receipt"));
    CHECK_FALSE(reads_with(good, "version", 2));
    CHECK_FALSE(reads_with(good, "status", 0));
    CHECK_FALSE(reads_with(good, "status", 11));
    CHECK_FALSE(reads_with(good, "sequence", 0));
    CHECK_FALSE(reads_with(good, "sequence", 65));
    CHECK_FALSE(reads_with(good, "time", "2026-02-30T00:00:00.000Z"));
    CHECK_FALSE(reads_with(good, "apology", "yes"));
    CHECK_FALSE(reads_with(good, "due", "soon"));
    CHECK_FALSE(reads_with(good, "due", due_in(-1)));
    CHECK_FALSE(reads_with(good, "dossier", "../x"));
}

TEST_CASE("texts of an event are plain, composed and of bearable length", "[outbox]") {
    const Tree::Table good = late(2);
    CHECK(reads_with(good, "words", std::string(2000, 'x')));
    CHECK_FALSE(reads_with(good, "words", std::string(2001, 'x')));
    CHECK_FALSE(reads_with(good, "words", "two\nlines"));
    CHECK_FALSE(reads_with(good, "words", "e\xCC\x81"));
    CHECK_FALSE(reads_with(good, "words", 7));
    CHECK_FALSE(reads_with(good, "unit", std::string(201, 'x')));
    CHECK_FALSE(reads_with(good, "unit", ""));
}

TEST_CASE("wishes, money and apologies come with what they belong to, and only then", "[outbox]") {
    const Tree::Table plain = event_table(2, 4, std::chrono::minutes(1));
    CHECK_FALSE(reads_with(plain, "wishes", *supplement(2).at("wishes").list()));
    CHECK_FALSE(reads_with(plain, "dong", 8000));
    CHECK_FALSE(reads_with(plain, "apology", true));
    CHECK(reads_with(event_table(2, 6, std::chrono::minutes(1)), "dong", 8000));
    CHECK_FALSE(reads_with(event_table(2, 6, std::chrono::minutes(1)), "dong", -1));
    CHECK_FALSE(reads(event_table(2, 6, std::chrono::minutes(1))));
    CHECK_FALSE(reads(event_table(2, 5, std::chrono::minutes(1))));
}

TEST_CASE("an officer cannot ask for more than can be shown", "[outbox]") {
    Tree::List wishes(kWishLimit, supplement(2).at("wishes").list()->front());
    CHECK(reads_with(supplement(2), "wishes", wishes));
    wishes.push_back(wishes.front());
    CHECK_FALSE(reads_with(supplement(2), "wishes", wishes));
    CHECK_FALSE(reads_with(supplement(2), "wishes", Tree::List{"document.x"}));
    CHECK_FALSE(reads_with(supplement(2), "wishes", "document.x"));
    CHECK_FALSE(reads_with(supplement(2), "wishes",
                           Tree::List{Tree::Table{{"concept", "Giấy khai sinh"}}}));
}

TEST_CASE("events in order are the history of their dossier", "[outbox]") {
    const auto joined = history({accepted(), supplement(2), late(3)});

    REQUIRE(joined);
    CHECK(joined->code == "H41-261123-0001");
    CHECK(joined->procedure == "2.000635");
    CHECK(joined->received == kNow);
    CHECK(joined->seen == kNow + std::chrono::minutes(10));
    REQUIRE(joined->events.size() == 3);
    CHECK(joined->latest().is_apology);
    CHECK(due(*joined) == kNow + std::chrono::days(9));
}

TEST_CASE("events that do not belong together are no history", "[outbox]") {
    CHECK(holds_with("words", "Đang xem xét"));
    CHECK_FALSE(history({}));
    CHECK_FALSE(holds_with("dossier", std::string(32, 'b')));
    CHECK_FALSE(holds_with("code", "H41-261123-0002"));
    CHECK_FALSE(holds_with("procedure", "1.004194"));
    CHECK_FALSE(holds_with("kiosk", "NA-VINH-04"));
    CHECK_FALSE(holds_with("sequence", 1));
    CHECK_FALSE(holds_with("sequence", 3));
    CHECK_FALSE(holds_with("time", to_timestamp(kNow - std::chrono::milliseconds(1))));
    CHECK_FALSE(holds_with("time", to_timestamp(kNow + std::chrono::minutes(21))));
    CHECK_FALSE(history({event_table(2, 2, std::chrono::minutes(0))}));
}

TEST_CASE("a history that contradicts itself is forged", "[outbox]") {
    const auto after = [](int status, int next) {
        return history({event_table(1, 2, std::chrono::minutes(0)),
                        event_table(2, status, std::chrono::minutes(1)),
                        event_table(3, next, std::chrono::minutes(2))})
            .has_value();
    };
    for (const int end : {3, 7, 8, 10}) {
        for (const int next : {2, 4, 9, 10}) {
            INFO(end << " then " << next);
            CHECK_FALSE(after(end, next));
        }
    }
    CHECK(after(4, 9));
    CHECK(after(9, 10));
    CHECK_FALSE(after(4, 1));
    CHECK_FALSE(history({event_table(1, 9, std::chrono::minutes(0))}));
    Tree::Table earlier = late(2);
    earlier["due"] = due_in(1);
    CHECK_FALSE(history({accepted(), earlier}));
}

TEST_CASE("an event is believed only from a listed signer of receipts", "[outbox]") {
    const Keys keys;
    const Certificate ca = keys.authority.certificate();
    const std::vector<Certificate> signers{keys.receipts.read_certificate()};
    const auto fault = [&](const Identity& signer) {
        const auto opened =
            open_event(sign(accepted(), signer, kNow), {ca, Role::Receipt, signers});
        return opened ? std::optional<Fault>() : opened.error();
    };

    CHECK(fault(keys.receipts) == std::nullopt);
    CHECK(fault(keys.device) == Fault::EventForged);
    CHECK(fault(keys.authority.issue("receipts", kReceipts)) == Fault::EventForged);
    CHECK(fault(Authority().issue("receipts", kReceipts)) == Fault::EventForged);
}
