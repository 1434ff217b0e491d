#include <algorithm>
#include <utility>

#include "kiosk/flow/ability.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// Nobody can say who it is.
Turn unknown(ChooseSubject screen, SourceVerdict verdict) {
    screen.stage = BehalfStage::Unknown;
    screen.relation.verdict = verdict;
    screen.people.clear();
    return {std::move(screen), {}};
}

/// The visit is about that person from here on; nothing that was said of another one stays.
Visit about(Visit visit, std::optional<Behalf> behalf, const Office& office) {
    visit.behalf = std::move(behalf);
    visit.consent.reset();
    visit.words.clear();
    visit.answers.clear();
    visit.papers.clear();
    visit.disputes.clear();
    visit.drafts.clear();
    visit.wished.clear();
    visit.plan = expected_plan(visit.procedure, office.sources, office.today);
    return visit;
}

/// Choosing somebody else is the consent to this one question (formats, section 4.3).
Turn ask_who(ChooseSubject screen, const Scene& scene) {
    const ConceptId relation = relation_of(screen.whom);
    const Source* source = scene.office.sources.publisher_of(relation, scene.office.today);
    if (source == nullptr) return unknown(std::move(screen), SourceVerdict::NotFound);
    screen.stage = BehalfStage::Asking;
    screen.since = scene.state.steady;
    screen.relation = {.source = source->id, .at = scene.state.now};
    QuerySource query{.source = source->id,
                      .concepts = {relation},
                      .procedure = screen.visit.procedure.code,
                      .profile = screen.visit.profile,
                      .consent = consent_now(scene.state)};
    return {std::move(screen), {std::move(query)}};
}

/// What the source has said, without the value: the dossier takes along one person, not all.
SourceWord without_value(SourceWord word) {
    word.value = Personal(std::string());
    return word;
}

bool may_file_for(const Visit& visit, ForWhom whom) {
    return visit.procedure.behalf && std::ranges::contains(visit.procedure.behalf->whom, whom);
}

}  // namespace

Turn on(ChooseSubject screen, const SubjectChosen& chosen, const Scene& scene) {
    if (screen.stage != BehalfStage::Choose) return {std::move(screen), {}};
    if (chosen.whom == ForWhom::Self)
        return {Consent{about(std::move(screen.visit), {}, scene.office)}, {}};
    const bool may_ask = may_file_for(screen.visit, chosen.whom) && !scene.state.is_offline;
    if (!may_ask) return {std::move(screen), {}};
    screen.whom = chosen.whom;
    return ask_who(std::move(screen), scene);
}

Turn on(ChooseSubject screen, const SourceAnswered& answered, const Scene& scene) {
    const auto word = answered.words.find(relation_of(screen.whom));
    const bool is_awaited =
        screen.stage == BehalfStage::Asking && answered.source == screen.relation.source;
    if (!is_awaited || word == answered.words.end()) return {std::move(screen), {}};
    screen.relation = without_value(word->second);
    if (word->second.verdict != SourceVerdict::Held)
        return unknown(std::move(screen), word->second.verdict);
    auto people = parse_relatives(word->second.value.reveal());
    if (!people) return unknown(std::move(screen), SourceVerdict::Contradictory);
    screen.people = eligible(*std::move(people), screen.whom, scene.office.today);
    if (screen.people.empty()) return unknown(std::move(screen), SourceVerdict::NotFound);
    screen.stage = BehalfStage::Pick;
    return {std::move(screen), {}};
}

// Whoever has not answered by then counts as silent.
Turn on(ChooseSubject screen, const Ticked& tick, const Scene& scene) {
    const bool is_over = screen.stage == BehalfStage::Asking &&
                         tick.steady - screen.since >= scene.office.patience.sources;
    if (!is_over) return {std::move(screen), {}};
    return unknown(std::move(screen), SourceVerdict::Silent);
}

Turn on(ChooseSubject screen, const LinkChanged& link, const Scene&) {
    if (screen.stage != BehalfStage::Asking || !link.is_offline) return {std::move(screen), {}};
    return unknown(std::move(screen), SourceVerdict::Silent);
}

Turn on(ChooseSubject screen, const RelativeChosen& chosen, const Scene& scene) {
    const bool is_there = screen.stage == BehalfStage::Pick && chosen.index < screen.people.size();
    if (!is_there) return {std::move(screen), {}};
    Behalf behalf{.whom = screen.whom,
                  .subject = screen.people[chosen.index],
                  .relation = std::move(screen.relation)};
    return {Consent{about(std::move(screen.visit), std::move(behalf), scene.office)}, {}};
}

// "The one I need is not there": the register has a part of it.
Turn on(ChooseSubject screen, const Refused&, const Scene&) {
    if (screen.stage != BehalfStage::Pick) return {std::move(screen), {}};
    return unknown(std::move(screen), SourceVerdict::Incomplete);
}

// Nobody is looked up because somebody has typed a number: all about that person stays open until
// an officer has checked it.
Turn on(ChooseSubject screen, const Proceeded&, const Scene& scene) {
    if (screen.stage != BehalfStage::Unknown) return {std::move(screen), {}};
    Behalf behalf{.whom = screen.whom, .subject = {}, .relation = std::move(screen.relation)};
    Visit visit = about(std::move(screen.visit), std::move(behalf), scene.office);
    replan(visit, scene.office);
    return {CheckDetails{std::move(visit)}, {}};
}

Turn on(ChooseSubject screen, const WentBack&, const Scene& scene) {
    if (screen.stage == BehalfStage::Choose)
        return {what_you_need(screen.visit.procedure, scene.office, scene.state), {}};
    return {ChooseSubject{.visit = std::move(screen.visit)}, {}};
}

}  // namespace motlan
