// Every procedure of the catalogue with every invented person, all sources up, each one down, all
// down: the visit always ends with a receipt, and nobody is asked what an answering source holds.
#include <filesystem>
#include <format>
#include <set>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/catalogue.h"
#include "kiosk/app/person_file.h"
#include "kiosk/app/settings.h"
#include "kiosk/flow/step.h"
#include "tests/support/checkout.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr int kMostSteps = 400;

CivilDate today() { return CivilDate::make(2026, 11, 23).value(); }

template <typename... Handlers>
struct Match : Handlers... {
    using Handlers::operator()...;
};

/// What a citizen who has everything at hand answers.
std::string answer_to(const Item& item) {
    const auto& kind = std::get<Question>(item.otherwise).kind;
    return std::visit(
        Match{[](const ChoiceQuestion& choice) { return choice.choices.front().value; },
              [](const NumberQuestion& number) { return std::to_string(number.usual); },
              [](const TextQuestion&) { return std::string("Bốn"); },
              [](const PersonNumberQuestion&) { return std::string("040200000099"); },
              [](const UnitQuestion&) { return std::string("17971"); }},
        kind);
}

/// A citizen, the devices and the province around one visit.
class Citizen {
public:
    Citizen(const Office& office, const PersonFile& person, std::set<SourceId> down)
        : office_(office), person_(person), down_(std::move(down)) {
        state_.reference = "c0ffee";
    }

    /// The dossier that was filed, with its receipt; nothing when the visit never ends.
    std::optional<Dossier> file(std::size_t procedure) {
        happen(Started{});
        happen(ProcedureChosen{procedure});
        for (int i = 0; i < kMostSteps && !std::holds_alternative<Submitted>(state_.screen); ++i) {
            act();
        }
        if (!std::holds_alternative<Submitted>(state_.screen)) return std::nullopt;
        return filed_;
    }

private:
    void act() {
        std::visit(Match{[this](const ShowCard&) { happen(CardCodeRead{to_bytes(person_.code)}); },
                         [this](const AskQuestion& screen) { answer(screen); },
                         [this](const ScanPaper& screen) {
                             if (screen.stage == ScanStage::LayPaper) {
                                 happen(ScanWished{});
                             } else {
                                 happen(PageScanned{});
                             }
                         },
                         [this](const AskSources&) { pass_second(); },
                         [this](const ChooseSubject&) { happen(SubjectChosen{ForWhom::Self}); },
                         [this](const auto&) { happen(Proceeded{}); }},
                   Screen(state_.screen));
    }

    void answer(const AskQuestion& screen) {
        if (!screen.is_complete)
            happen(DraftSet{answer_to(*screen.visit.procedure.find(screen.item))});
        happen(Proceeded{});
    }

    void pass_second() {
        now_ += std::chrono::seconds(1);
        happen(Ticked{SteadyTime(now_), WallTime(std::chrono::sys_days(today().day())) + now_});
    }

    void happen(const Event& event) {
        Next next = step(std::move(state_), event, office_);
        state_ = std::move(next.state);
        for (Effect& effect : next.effects) perform(effect);
    }

    void perform(Effect& effect) {
        if (const auto* query = std::get_if<QuerySource>(&effect)) {
            happen(SourceAnswered{query->source,
                                  person_.words({{query->source, query->concepts}}, down_)});
        } else if (auto* store = std::get_if<StoreDossier>(&effect)) {
            filed_ = std::move(store->dossier);
            happen(DossierStored{"d1"});
        } else if (std::holds_alternative<AwaitReceipt>(effect)) {
            happen(ReceiptArrived{Receipt{.code = "H41-261123-0001"}});
        }
    }

    const Office& office_;
    const PersonFile& person_;
    std::set<SourceId> down_;
    State state_;
    std::optional<Dossier> filed_;
    std::chrono::seconds now_{0};
};

Office office() {
    const auto settings = read_settings(checkout() / "config/kiosk.toml", "/state");
    REQUIRE(settings.has_value());
    auto read = read_office(*settings, today());
    if (!read) FAIL(to_text(read.error()));
    return *std::move(read);
}

std::vector<PersonFile> people() {
    std::vector<PersonFile> all;
    for (const auto& entry : fs::directory_iterator(checkout() / "tests/data/people")) {
        auto person = read_person(entry.path(), today());
        if (!person) FAIL(to_text(person.error()));
        all.push_back(*std::move(person));
    }
    return all;
}

/// No source down, each one alone, all of them.
std::vector<std::set<SourceId>> outages(const Office& office) {
    std::vector<std::set<SourceId>> all{{}};
    std::set<SourceId> everything;
    for (const Source& source : office.sources.all()) {
        all.push_back({source.id});
        everything.insert(source.id);
    }
    all.push_back(everything);
    return all;
}

/// The items asked although a source that has published them answered with them.
std::vector<std::string> asked_in_vain(const Dossier& dossier, const Office& office) {
    std::vector<std::string> wrong;
    for (const Acquisition& each : dossier.plan.items) {
        const Item& item = *dossier.procedure.find(each.item);
        const auto word = dossier.words.find(item.concept_id);
        const bool is_held = word != dossier.words.end() &&
                             word->second.verdict == SourceVerdict::Held &&
                             office.sources.publisher_of(item.concept_id, office.today) != nullptr;
        if (each.is_asked() && is_held) wrong.push_back(item.id.value());
    }
    return wrong;
}

/// Items that the plan needs but the dossier has not.
std::vector<std::string> forgotten(const Dossier& dossier) {
    std::vector<std::string> missing;
    for (const Acquisition& each : dossier.plan.items) {
        const bool is_there = !each.is_asked() || dossier.answers.contains(each.item) ||
                              dossier.papers.contains(each.item);
        if (!is_there) missing.push_back(each.item.value());
    }
    return missing;
}

}  // namespace

TEST_CASE("every visit ends with a receipt and asks nothing that is held", "[app]") {
    const Office catalogue = office();
    const auto citizens = people();
    const auto downs = outages(catalogue);
    for (std::size_t i = 0; i < catalogue.procedures.size(); ++i) {
        for (const PersonFile& person : citizens) {
            for (const auto& down : downs) {
                INFO(std::format("{}, {} sources down, card of {}",
                                 catalogue.procedures[i].code.value(), down.size(), person.code));
                const auto dossier = Citizen(catalogue, person, down).file(i);
                REQUIRE(dossier.has_value());
                REQUIRE(asked_in_vain(*dossier, catalogue).empty());
                REQUIRE(forgotten(*dossier).empty());
            }
        }
    }
}

}  // namespace motlan
