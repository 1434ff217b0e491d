// C23: the officer's wishes are checked against the sources, and what may be sent is sent.
#include <algorithm>
#include <utility>

#include "kiosk/flow/followed.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

Turn ask_sources(ReviewWishes screen, const Scene& scene) {
    const ConsentRecord consent = consent_now(scene.state);
    screen.stage = WishStage::Asking;
    screen.consent = consent;
    screen.since = scene.state.steady;
    std::vector<Effect> effects;
    for (const auto& [source, concepts] : queries_of(screen, scene.office)) {
        screen.sources.emplace(source, SourceProgress::Waiting);
        effects.emplace_back(QuerySource{source, concepts,
                                         ProcedureCode(screen.followed.dossier().procedure),
                                         screen.followed.profile, consent});
    }
    return {std::move(screen), std::move(effects)};
}

void note_when_done(ReviewWishes& screen) {
    const bool is_waiting = std::ranges::any_of(
        screen.sources, [](const auto& entry) { return entry.second == SourceProgress::Waiting; });
    if (screen.stage == WishStage::Asking && !is_waiting) screen.stage = WishStage::Checked;
}

/// From here on it is a dossier like any other, but that it is added to another one.
Turn begin(ReviewWishes screen, Procedure procedure, const Scene& scene) {
    Visit visit{.procedure = std::move(procedure),
                .profile = screen.followed.profile,
                .consent = std::move(screen.consent),
                .words = std::move(screen.words),
                .plan = {},
                .answers = {},
                .papers = {},
                .disputes = {},
                .drafts = {},
                .wished = {},
                .face = {},
                .dropped = {},
                .supplements = std::move(screen.followed)};
    replan(visit, scene.office);
    return next_task(std::move(visit));
}

}  // namespace

// A source speaks only of what it was asked.
Turn on(ReviewWishes screen, const SourceAnswered& answered, const Scene& scene) {
    const auto source = screen.sources.find(answered.source);
    if (source == screen.sources.end()) return {std::move(screen), {}};
    const auto queries = queries_of(screen, scene.office);
    for (const ConceptId& about : queries.at(answered.source)) {
        const auto word = answered.words.find(about);
        if (word != answered.words.end()) screen.words.insert_or_assign(about, word->second);
    }
    source->second = SourceProgress::Answered;
    note_when_done(screen);
    return {std::move(screen), {}};
}

// Who has not answered by then counts as silent.
Turn on(ReviewWishes screen, const Ticked& tick, const Scene& scene) {
    if (tick.steady - screen.since < scene.office.patience.sources) return {std::move(screen), {}};
    for (auto& [source, progress] : screen.sources) {
        if (progress == SourceProgress::Waiting) progress = SourceProgress::NotAnswered;
    }
    note_when_done(screen);
    return {std::move(screen), {}};
}

Turn on(ReviewWishes screen, const Proceeded&, const Scene& scene) {
    switch (screen.stage) {
        case WishStage::MayAsk: return ask_sources(std::move(screen), scene);
        case WishStage::Asking: return {std::move(screen), {}};
        case WishStage::Checked: break;
    }
    Procedure procedure = supplement_of(screen, scene.office);
    if (procedure.items.empty()) return {Goodbye{scene.state.steady}, {}};
    return begin(std::move(screen), std::move(procedure), scene);
}

Turn on(ReviewWishes screen, const WentBack&, const Scene&) {
    return {FollowDossier{.followed = std::move(screen.followed)}, {}};
}

}  // namespace motlan
