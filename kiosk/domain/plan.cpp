#include <algorithm>
#include <utility>

#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/obtaining.h"
#include "kiosk/domain/paper_exception.h"
#include "kiosk/domain/ways.h"

namespace motlan {
namespace {

std::optional<int> age_of(const std::optional<Profile>& profile, const CivilDate& day) {
    if (!profile) return std::nullopt;
    return age_on(profile->birth_date.reveal(), day);
}

Facts facts_about(const std::optional<Profile>& profile, const CivilDate& day,
                  const std::optional<Acting>& acting = {}) {
    Facts facts;
    facts.acting = acting;
    facts.age = age_of(profile, day);
    if (profile) facts.sex = profile->sex;
    return facts;
}

/// The value that an item has by its acquisition; nothing while it is open or pending.
std::optional<std::string> value_of(const Item& item, const Acquisition& acquisition,
                                    const Known& known) {
    if (acquisition.from == Provenance::Source) {
        const auto word = known.words.find(item.concept_id);
        // A value that is only expected is not known.
        if (word == known.words.end() || word->second.value.reveal().empty()) return std::nullopt;
        return word->second.value.reveal();
    }
    if (is_from_profile(acquisition.from)) {
        const auto printed = from_card(item.concept_id, known.profile);
        if (printed) return printed->reveal();
    }
    const auto answer = known.answers.find(item.id);
    if (!acquisition.is_asked() || answer == known.answers.end()) return std::nullopt;
    return answer->second.reveal();
}

Cost cost_of(const Item& item, const Acquisition& acquisition) {
    if (acquisition.from == Provenance::Pending) return Cost::office();
    if (!acquisition.is_asked()) return {};
    const Question* question = std::get_if<Question>(&item.otherwise);
    if (question == nullptr) return Cost::paper();
    // Letters lead to a unit: it takes keys like a text.
    const bool is_typed = std::holds_alternative<TextQuestion>(question->kind) ||
                          std::holds_alternative<PersonNumberQuestion>(question->kind) ||
                          std::holds_alternative<UnitQuestion>(question->kind);
    return is_typed ? Cost::typed() : Cost::choice();
}

/// Makes one plan: how each item would be obtained, which are needed, which ways are taken.
class Planner {
public:
    Planner(const Procedure& procedure, const SourceRegister& sources, const CivilDate& day,
            const Known& known)
        : procedure_(procedure),
          known_(known),
          facts_(facts_about(known.profile, day, known.acting)) {
        for (const Item& item : procedure_.items) {
            const Source* source = sources.publisher_of(item.concept_id, day);
            obtained_.push_back(obtain(item, standing_of(item, source)));
            needs_.push_back(need_of(item));
        }
    }

    AcquisitionPlan plan() {
        AcquisitionPlan made;
        mark_items_of_ways();
        take_ways(Truth::Yes, made);
        take_ways(Truth::Unknown, made);
        for (std::size_t i = 0; i < procedure_.items.size(); ++i) {
            const Truth need = std::min(needs_[i], taken_[i], less_sure);
            if (need == Truth::Yes) made.items.push_back(std::move(obtained_[i]));
            if (need == Truth::Unknown) made.undecided.push_back(procedure_.items[i].id);
        }
        return made;
    }

private:
    /// No before Unknown before Yes.
    static bool less_sure(Truth one, Truth other) {
        const auto rank = [](Truth truth) {
            return truth == Truth::No ? 0 : truth == Truth::Unknown ? 1 : 2;
        };
        return rank(one) < rank(other);
    }

    Standing standing_of(const Item& item, const Source* source) const {
        const auto word = known_.words.find(item.concept_id);
        const bool has_word = word != known_.words.end();
        Standing standing{.source = source,
                          .verdict = has_word ? word->second.verdict : SourceVerdict::Silent,
                          .is_disputed = known_.disputes.contains(item.id),
                          .is_excepted = is_excepted(item)};
        if (!from_card(item.concept_id, known_.profile)) return standing;
        standing.on_card = provenance_of(known_.profile->read_from);
        standing.is_proven = is_proven(item.concept_id, *known_.profile);
        return standing;
    }

    [[nodiscard]] bool is_excepted(const Item& item) const {
        return known_.exceptions != nullptr && known_.exceptions->contains(item.id);
    }

    /// Items stand in the order in which conditions look back at them.
    Truth need_of(const Item& item) {
        const Truth need = evaluate(item.when, facts_);
        if (need == Truth::No) facts_.left_out.insert(item.id);
        if (need != Truth::Yes) return need;
        if (auto value = value_of(item, obtained_.back(), known_)) {
            facts_.values.emplace(item.id, *std::move(value));
        }
        return need;
    }

    [[nodiscard]] std::size_t place_of(const ItemId& id) const {
        const auto found = std::ranges::find(procedure_.items, id, &Item::id);
        return static_cast<std::size_t>(found - procedure_.items.begin());
    }

    [[nodiscard]] WaysOfItems ways_of(const Alternative& alternative) const {
        WaysOfItems ways;
        for (const auto& way : alternative.ways) {
            auto& places = ways.emplace_back();
            for (const ItemId& item : way) places.push_back(place_of(item));
        }
        const auto wished = known_.wished.find(alternative.id);
        const bool is_wished = wished != known_.wished.end() && wished->second < ways.size();
        if (is_wished) std::ranges::fill(ways, std::vector(ways[wished->second]));
        return ways;
    }

    /// What each item costs here: nothing when it is needed anyway or not needed at all.
    [[nodiscard]] std::vector<Cost> costs() const {
        std::vector<Cost> all;
        for (std::size_t i = 0; i < procedure_.items.size(); ++i) {
            const bool is_free = taken_[i] == Truth::Yes || needs_[i] == Truth::No;
            all.push_back(is_free ? Cost() : cost_of(procedure_.items[i], obtained_[i]));
        }
        return all;
    }

    void mark_items_of_ways() {
        taken_.assign(procedure_.items.size(), Truth::Yes);
        for (const Alternative& alternative : procedure_.alternatives) {
            for (const auto& way : alternative.ways) {
                for (const ItemId& item : way) taken_[place_of(item)] = Truth::No;
            }
        }
    }

    /// Takes ways for the alternatives whose need is that, and with them their items.
    void take_ways(Truth need, AcquisitionPlan& made) {
        std::vector<const Alternative*> open;
        std::vector<WaysOfItems> choices;
        for (const Alternative& alternative : procedure_.alternatives) {
            if (evaluate(alternative.when, facts_) != need) continue;
            open.push_back(&alternative);
            choices.push_back(ways_of(alternative));
        }
        const auto cheapest = cheapest_ways(choices, costs());
        for (std::size_t i = 0; i < open.size(); ++i) {
            const auto wished = known_.wished.find(open[i]->id);
            const bool is_wished =
                wished != known_.wished.end() && wished->second < choices[i].size();
            made.ways.emplace(open[i]->id, is_wished ? wished->second : cheapest[i]);
            for (const std::size_t item : choices[i][cheapest[i]]) {
                taken_[item] = std::max(taken_[item], need, less_sure);
            }
        }
    }

    const Procedure& procedure_;
    const Known& known_;
    Facts facts_;
    std::vector<Acquisition> obtained_;
    std::vector<Truth> needs_;  ///< by the items' own conditions
    std::vector<Truth> taken_;  ///< by the alternatives; Yes for items of none
};

}  // namespace

AcquisitionPlan plan(const Procedure& procedure, const SourceRegister& sources,
                     const CivilDate& day, const Known& known) {
    return Planner(procedure, sources, day, known).plan();
}

AcquisitionPlan expected_plan(const Procedure& procedure, const SourceRegister& sources,
                              const CivilDate& day, std::optional<Acting> acting) {
    SourceWords expected;
    for (const Item& item : procedure.items) {
        const Source* source = sources.publisher_of(item.concept_id, day);
        if (source != nullptr) expected[item.concept_id].verdict = SourceVerdict::Held;
    }
    if (!procedure.behalf) acting = Acting{};
    return plan(procedure, sources, day, {expected, std::nullopt, {}, {}, {}, acting});
}

Facts facts_of(const Procedure& procedure, const AcquisitionPlan& plan, const CivilDate& day,
               const Known& known) {
    Facts facts = facts_about(known.profile, day, known.acting);
    for (const Item& item : procedure.items) {
        const Acquisition* acquisition = plan.find(item.id);
        if (acquisition == nullptr) {
            if (!std::ranges::contains(plan.undecided, item.id)) facts.left_out.insert(item.id);
            continue;
        }
        auto value = value_of(item, *acquisition, known);
        if (value) facts.values.emplace(item.id, *std::move(value));
    }
    return facts;
}

std::map<SourceId, std::vector<ConceptId>> needed_queries(const Procedure& procedure,
                                                          const SourceRegister& sources,
                                                          const CivilDate& day,
                                                          const Subject& subject) {
    std::map<SourceId, std::vector<ConceptId>> queries;
    const auto& profile = subject.profile;
    const Facts facts = facts_about(profile, day, subject.acting);
    for (const Item& item : procedure.items) {
        const Source* source = sources.publisher_of(item.concept_id, day);
        if (source == nullptr || evaluate(item.when, facts) == Truth::No) continue;
        if (profile && is_proven(item.concept_id, *profile)) continue;
        auto& concepts = queries[source->id];
        if (!std::ranges::contains(concepts, item.concept_id)) concepts.push_back(item.concept_id);
    }
    return queries;
}

}  // namespace motlan
