// Generated procedures: what must hold of every plan, whatever is needed and whoever answers.
#include <algorithm>
#include <format>
#include <random>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/ways.h"
#include "tests/domain/examples.h"

namespace motlan {
namespace {

constexpr int kTrials = 1'500;
constexpr std::size_t kItems = 12;

/// A made-up procedure with the words of its sources.
struct Case {
    Procedure procedure;
    SourceWords words;
    Answers answers;
};

class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    Case make() {
        Case made{.procedure =
                      examples::procedure(examples::item("first", "will.first", examples::kChoice)),
                  .words = {},
                  .answers = {}};
        for (std::size_t i = 1; i < kItems; ++i) made.procedure.items.push_back(item(i, made));
        for (std::size_t i = below(4); i > 0; --i) {
            made.procedure.alternatives.push_back(alternative(i, made.procedure));
        }
        return made;
    }

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }

private:
    Item item(std::size_t number, Case& made) {
        const bool is_published = below(2) == 0;
        Item one{.id = ItemId(std::format("i{}", number)),
                 .concept_id = ConceptId(is_published ? std::format("document.d{}", number)
                                                      : std::format("extra.e{}", number)),
                 .may_be_pending = below(2) == 0};
        const std::size_t kind = below(4);
        if (kind == 1) one.otherwise = Paper{};
        if (kind == 2) one.otherwise = Question{.text = {}, .kind = TextQuestion{}};
        if (kind == 3) one.otherwise = Question{.text = {}, .kind = NumberQuestion{}};
        // Only the plain items may depend on the first: those of ways must not be looked at.
        if (below(3) == 0) one.when = Condition{ValueIs{ItemId("first"), {"yes"}}};
        if (is_published) {
            made.words[one.concept_id] = {.verdict = static_cast<SourceVerdict>(below(5)),
                                          .source = SourceId("s"),
                                          .value = Personal(std::string("held:1"))};
        }
        if (number == 1 && below(2) == 0) {
            made.answers.emplace(ItemId("first"),
                                 Personal(std::string(below(2) == 0 ? "yes" : "no")));
        }
        return one;
    }

    Alternative alternative(std::size_t number, const Procedure& procedure) {
        Alternative one{.id = AlternativeId(std::format("a{}", number)), .ways = {}, .when = {}};
        one.ways.resize(2 + below(2));
        for (auto& way : one.ways) {
            for (std::size_t i = 1 + below(2); i > 0; --i) {
                way.push_back(procedure.items[1 + below(kItems - 1)].id);
            }
        }
        return one;
    }

    std::mt19937 random_;
};

SourceRegister all_published() {
    std::string text = "[[source]]\nid = \"s\"\nname = { vi = \"S\", en = \"S\" }\npublishes = [\n";
    for (std::size_t i = 1; i < kItems; ++i) {
        text += std::format(
            "{{ concept = \"document.d{}\", act = \"A\", from = \"2026-01-01\", verified = true "
            "}},\n",
            i);
    }
    return examples::sources(text + "]\n");
}

const Item& item_of(const Procedure& procedure, const ItemId& id) {
    const Item* found = procedure.find(id);
    REQUIRE(found != nullptr);
    return *found;
}

AcquisitionPlan planned(const Case& made, const SourceRegister& known, const Ways& wished = {}) {
    return plan(made.procedure, known, examples::today(),
                {made.words, std::nullopt, made.answers, {}, wished});
}

Cost burden(const Procedure& procedure, const AcquisitionPlan& plan) {
    Cost sum;
    for (const Acquisition& got : plan.items) {
        if (got.from == Provenance::Pending) sum += Cost::office();
        if (!got.is_asked()) continue;
        const auto& otherwise = item_of(procedure, got.item).otherwise;
        if (std::holds_alternative<Paper>(otherwise)) {
            sum += Cost::paper();
            continue;
        }
        const QuestionKind& kind = std::get<Question>(otherwise).kind;
        sum += std::holds_alternative<TextQuestion>(kind) ? Cost::typed() : Cost::choice();
    }
    return sum;
}

/// The least burden over every combination of wishes.
Cost least(const Case& made, const SourceRegister& known, Ways wished, std::size_t at) {
    if (at == made.procedure.alternatives.size()) {
        return burden(made.procedure, planned(made, known, wished));
    }
    const Alternative& alternative = made.procedure.alternatives[at];
    Cost lowest;
    for (std::size_t i = 0; i < kItems; ++i) lowest += Cost::paper() + Cost::paper();
    for (std::size_t way = 0; way < alternative.ways.size(); ++way) {
        wished.insert_or_assign(alternative.id, way);
        lowest = std::min(lowest, least(made, known, wished, at + 1));
    }
    return lowest;
}

}  // namespace

TEST_CASE("no plan asks for what a published source holds", "[domain]") {
    const SourceRegister known = all_published();
    Generator generator(1);

    for (int i = 0; i < kTrials; ++i) {
        const Case made = generator.make();
        for (const Acquisition& got : planned(made, known).items) {
            const auto word = made.words.find(item_of(made.procedure, got.item).concept_id);
            const bool is_held =
                word != made.words.end() && word->second.verdict == SourceVerdict::Held;
            REQUIRE_FALSE((is_held && got.is_asked()));
            REQUIRE(got.is_asked() ==
                    (got.from == Provenance::Citizen || got.from == Provenance::Scan));
        }
    }
}

TEST_CASE("no plan asks because of an outage where the office may look it up", "[domain]") {
    const SourceRegister known = all_published();
    Generator generator(2);

    for (int i = 0; i < kTrials; ++i) {
        const Case made = generator.make();
        for (const Acquisition& got : planned(made, known).items) {
            if (got.asked_because != AskReason::SourceSilent) continue;
            REQUIRE_FALSE(item_of(made.procedure, got.item).may_be_pending);
        }
    }
}

TEST_CASE("no plan drops an item that is needed", "[domain]") {
    const SourceRegister known = all_published();
    Generator generator(3);

    for (int i = 0; i < kTrials; ++i) {
        const Case made = generator.make();
        const AcquisitionPlan got = planned(made, known);
        const auto is_there = [&](const ItemId& item) {
            const Item& one = item_of(made.procedure, item);
            const auto answer = made.answers.find(ItemId("first"));
            const bool is_ruled_out =
                one.when && answer != made.answers.end() && answer->second.reveal() == "no";
            return is_ruled_out || got.find(item) != nullptr ||
                   std::ranges::contains(got.undecided, item);
        };
        for (const Item& item : made.procedure.items) {
            const bool is_in_way = std::ranges::any_of(
                made.procedure.alternatives,
                [&](const Alternative& each) { return each.way_of(item.id).has_value(); });
            REQUIRE((is_in_way || is_there(item.id)));
        }
        for (const Alternative& each : made.procedure.alternatives) {
            REQUIRE(std::ranges::all_of(each.ways.at(got.ways.at(each.id)), is_there));
        }
    }
}

TEST_CASE("no choice of ways asks less than the plan", "[domain]") {
    const SourceRegister known = all_published();
    Generator generator(4);

    for (int i = 0; i < kTrials; ++i) {
        Case made = generator.make();
        made.answers.insert_or_assign(ItemId("first"),
                                      Personal(std::string(i % 2 == 0 ? "yes" : "no")));
        REQUIRE(burden(made.procedure, planned(made, known)) == least(made, known, {}, 0));
    }
}

TEST_CASE("the same input gives the same plan", "[domain]") {
    const SourceRegister known = all_published();
    Generator generator(5);

    for (int i = 0; i < 200; ++i) {
        const Case made = generator.make();
        const AcquisitionPlan one = planned(made, known);
        const AcquisitionPlan other = planned(made, known);
        REQUIRE(one.ways == other.ways);
        REQUIRE(one.undecided == other.undecided);
        REQUIRE(
            std::ranges::equal(one.items, other.items, {}, &Acquisition::item, &Acquisition::item));
    }
}

}  // namespace motlan
