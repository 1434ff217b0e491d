#include <algorithm>
#include <utility>

#include "kiosk/core/digits.h"
#include "kiosk/flow/ability.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/saving.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// Nobody can say who it is. A company is looked for by its code as well.
Turn unknown(ChooseSubject screen, SourceVerdict verdict) {
    const bool is_typed = screen.whom == ForWhom::Company && screen.draft.empty();
    screen.stage = is_typed ? BehalfStage::Type : BehalfStage::Unknown;
    screen.relation.verdict = verdict;
    screen.people.clear();
    return {std::move(screen), {}};
}

/// The visit is about that person from here on; nothing that was said of another one stays, and
/// what was saved about this one comes back.
Visit about(Visit visit, std::optional<Behalf> behalf, const Office& office) {
    visit.behalf = std::move(behalf);
    visit.consent.reset();
    visit.words.clear();
    visit.answers.clear();
    visit.papers.clear();
    visit.disputes.clear();
    visit.exceptions.clear();
    visit.drafts.clear();
    visit.wished.clear();
    visit.plan =
        expected_plan(visit.procedure, office.sources, office.today, acting_of(visit.behalf));
    lay_back(visit);
    return visit;
}

/// Choosing somebody else is the consent to this one question (formats, section 4.3). What was
/// typed says which company is meant.
Turn ask_who(ChooseSubject screen, const Scene& scene) {
    const ConceptId relation = relation_of(screen.whom);
    const Source* source = scene.office.sources.publisher_of(relation, scene.office.today);
    if (source == nullptr) return unknown(std::move(screen), SourceVerdict::NotFound);
    screen.stage = BehalfStage::Asking;
    screen.since = scene.state.steady;
    screen.relation = {.source = source->id, .at = scene.state.now};
    screen.people.clear();
    QuerySource query{.source = source->id,
                      .concepts = {relation},
                      .procedure = screen.visit.procedure.code,
                      .profile = screen.visit.profile,
                      .consent = consent_now(scene.state),
                      .company = TaxCode::parse(screen.draft)};
    return {std::move(screen), {std::move(query)}};
}

/// What the source has said, without the value: the dossier takes along one person, not all.
SourceWord without_value(SourceWord word) {
    word.value = Personal(std::string());
    return word;
}

/// The sources' list is about those who are tied to the citizen; of a company whose code was typed
/// it says just that one.
bool is_asked_list(const std::vector<Relative>& people, const ChooseSubject& screen) {
    if (screen.draft.empty()) {
        return std::ranges::none_of(people,
                                    [](const Relative& each) { return each.ground.empty(); });
    }
    return people.size() == 1 &&
           std::get<Company>(people.front().who).code.reveal() == TaxCode::parse(screen.draft);
}

/// The company whose code was typed, of which no register has said anything.
std::optional<Relative> typed_company(const ChooseSubject& screen) {
    const auto code = TaxCode::parse(screen.draft);
    if (!code) return std::nullopt;
    return Relative{.who = Company{.code = Personal(*code)}, .ground = {}};
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
    auto people = parse_relatives(word->second.value.reveal(), screen.whom);
    if (!people || !is_asked_list(*people, screen))
        return unknown(std::move(screen), SourceVerdict::Contradictory);
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

// "The one I need is not there": the register has a part of it. Another company has another code.
Turn on(ChooseSubject screen, const Refused&, const Scene&) {
    if (screen.stage != BehalfStage::Pick) return {std::move(screen), {}};
    screen.draft.clear();
    return unknown(std::move(screen), SourceVerdict::Incomplete);
}

// The digits of a code, as far as there is room for them.
Turn on(ChooseSubject screen, const LettersTyped& typed, const Scene&) {
    const bool fits = screen.stage == BehalfStage::Type && are_digits(typed.letters) &&
                      screen.draft.size() + typed.letters.size() <= TaxCode::kMostDigits;
    if (fits) screen.draft += typed.letters;
    return {std::move(screen), {}};
}

Turn on(ChooseSubject screen, const LetterErased&, const Scene&) {
    if (screen.stage == BehalfStage::Type && !screen.draft.empty()) screen.draft.pop_back();
    return {std::move(screen), {}};
}

// No person is looked up because somebody has typed a number: all about that person, or about a
// company that no register knows, stays open until an officer has checked it.
Turn on(ChooseSubject screen, const Proceeded&, const Scene& scene) {
    if (screen.stage == BehalfStage::Type && TaxCode::parse(screen.draft)) {
        if (scene.state.is_offline) return unknown(std::move(screen), SourceVerdict::Silent);
        return ask_who(std::move(screen), scene);
    }
    if (screen.stage != BehalfStage::Unknown) return {std::move(screen), {}};
    Behalf behalf{.whom = screen.whom,
                  .subject = typed_company(screen),
                  .relation = std::move(screen.relation)};
    Visit visit = about(std::move(screen.visit), std::move(behalf), scene.office);
    replan(visit, scene.office);
    return {CheckDetails{std::move(visit)}, {}};
}

Turn on(ChooseSubject screen, const WentBack&, const Scene& scene) {
    if (screen.stage == BehalfStage::Choose)
        return {what_you_need(screen.visit.procedure, scene.office, scene.state), {}};
    if (screen.stage == BehalfStage::Type || screen.draft.empty())
        return {ChooseSubject{.visit = std::move(screen.visit)}, {}};
    screen.stage = BehalfStage::Type;
    screen.people.clear();
    return {std::move(screen), {}};
}

}  // namespace motlan
