#include <algorithm>
#include <utility>

#include "kiosk/flow/followed.h"
#include "kiosk/flow/handlers.h"

namespace motlan {
namespace {

std::map<SourceId, std::vector<ConceptId>> queries_of(const ReviewWishes& screen,
                                                      const Office& office) {
    const Followed& followed = screen.followed;
    return supplement_queries(followed.dossier(), office.sources, office.today, followed.profile);
}

Turn end(const Scene& scene) { return {Goodbye{scene.state.steady}, {}}; }

Turn print(FollowDossier screen, const Scene& scene) {
    screen.slip = SlipStage::Printing;
    PrintState wish{screen.followed.dossier(), scene.state.comfort.language};
    return {std::move(screen), {std::move(wish)}};
}

/// The wishes, and whether there is a source to ask before anybody brings anything.
Turn see_wishes(Followed followed, const Scene& scene) {
    ReviewWishes screen{.followed = std::move(followed)};
    if (!queries_of(screen, scene.office).empty()) screen.stage = WishStage::MayAsk;
    return {std::move(screen), {}};
}

Turn ask_sources(ReviewWishes screen, const Scene& scene) {
    const ConsentRecord consent{.reference = scene.state.reference,
                                .given = scene.state.now,
                                .language = scene.state.comfort.language};
    screen.stage = WishStage::Asking;
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

}  // namespace

Turn on(ChooseDossier screen, const DossierOpened& opened, const Scene&) {
    if (opened.index >= screen.followed.dossiers.size()) return {std::move(screen), {}};
    screen.followed.chosen = opened.index;
    return {FollowDossier{.followed = std::move(screen.followed)}, {}};
}

Turn on(ChooseDossier, const Proceeded&, const Scene& scene) { return end(scene); }

Turn on(FollowDossier screen, const ApologyWished&, const Scene&) {
    if (!last_apology(screen.followed.dossier())) return {std::move(screen), {}};
    return {ReadApology{std::move(screen.followed)}, {}};
}

Turn on(FollowDossier screen, const SlipWished&, const Scene& scene) {
    if (screen.slip == SlipStage::Printing) return {std::move(screen), {}};
    return print(std::move(screen), scene);
}

Turn on(FollowDossier screen, const SlipPrinted&, const Scene&) {
    if (screen.slip) screen.slip = SlipStage::Printed;
    return {std::move(screen), {}};
}

Turn on(FollowDossier screen, const SlipFailed& failed, const Scene&) {
    if (!screen.slip) return {std::move(screen), {}};
    screen.slip = SlipStage::NotPrinted;
    screen.slip_fault = failed.fault;
    return {std::move(screen), {}};
}

Turn on(FollowDossier screen, const Proceeded&, const Scene& scene) {
    const DossierEvent& now = screen.followed.dossier().latest();
    const bool is_asked = now.status == DossierStatus::SupplementAsked && !now.wishes.empty();
    return is_asked ? see_wishes(std::move(screen.followed), scene) : end(scene);
}

// The way back to the list; where there is but one dossier nothing lies before it.
Turn on(FollowDossier screen, const WentBack&, const Scene&) {
    const Followed& followed = screen.followed;
    if (followed.dossiers.size() == 1 && followed.sought.empty()) return {std::move(screen), {}};
    return {ChooseDossier{std::move(screen.followed)}, {}};
}

Turn on(ReadApology screen, const WentBack&, const Scene&) {
    return {FollowDossier{.followed = std::move(screen.followed)}, {}};
}

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
    return end(scene);
}

Turn on(ReviewWishes screen, const WentBack&, const Scene&) {
    return {FollowDossier{.followed = std::move(screen.followed)}, {}};
}

}  // namespace motlan
