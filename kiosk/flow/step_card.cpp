#include <utility>

#include "kiosk/domain/id_card_qr.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// The data screen for a visit whose sources have said all they will say.
Turn check_details(Visit visit, const Scene& scene) {
    replan(visit, scene.office);
    return {CheckDetails{std::move(visit)}, {}};
}

}  // namespace

Turn on(ShowCard screen, const CardSeen& seen, const Scene&) {
    screen.preview = seen.preview;
    screen.hint = seen.hint;
    if (screen.refused == Fault::CameraUnavailable) screen.refused.reset();
    return {std::move(screen), {}};
}

Turn on(ShowCard screen, const CardCodeRead& read, const Scene& scene) {
    auto card = parse_id_card_qr(read.payload, scene.office.today);
    if (!card) {
        screen.refused = card.error();
        ++screen.refusals;
        return {std::move(screen), {}};
    }
    Visit visit{.procedure = std::move(screen.procedure),
                .profile = std::move(card->profile),
                .plan = std::move(screen.expected)};
    return {Consent{std::move(visit)}, {StopWatching{}}};
}

Turn on(ShowCard screen, const CameraFailed& failed, const Scene&) {
    screen.refused = failed.fault;
    screen.preview = nullptr;
    return {std::move(screen), {}};
}

Turn on(ShowCard screen, const WentBack&, const Scene&) {
    return {WhatYouNeed{std::move(screen.procedure), std::move(screen.expected)}, {StopWatching{}}};
}

Turn on(Consent screen, const Proceeded&, const Scene& scene) {
    Visit& visit = screen.visit;
    visit.consent = ConsentRecord{.reference = scene.state.reference,
                                  .given = scene.state.now,
                                  .language = scene.state.comfort.language};
    const auto queries =
        needed_queries(visit.procedure, scene.office.sources, scene.office.today, visit.profile);
    if (queries.empty()) return check_details(std::move(visit), scene);
    AskSources asking{.visit = std::move(visit), .sources = {}, .since = scene.state.steady};
    std::vector<Effect> effects;
    for (const auto& [source, concepts] : queries) {
        asking.sources.emplace(source, SourceProgress::Waiting);
        effects.emplace_back(QuerySource{source, concepts, asking.visit.procedure.code,
                                         asking.visit.profile, *asking.visit.consent});
    }
    return {std::move(asking), std::move(effects)};
}

// Nothing is queried; the office looks up by itself what the law tells it to.
Turn on(Consent screen, const Refused&, const Scene& scene) {
    screen.visit.consent.reset();
    screen.visit.disputes.clear();
    return check_details(std::move(screen.visit), scene);
}

Turn on(Consent screen, const WentBack&, const Scene& scene) {
    AcquisitionPlan expected =
        expected_plan(screen.visit.procedure, scene.office.sources, scene.office.today);
    return {WhatYouNeed{std::move(screen.visit.procedure), std::move(expected)}, {}};
}

}  // namespace motlan
