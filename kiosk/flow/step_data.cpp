#include <algorithm>
#include <utility>

#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {

Turn on(AskSources screen, const SourceAnswered& answered, const Scene& scene) {
    const auto asked = screen.sources.find(answered.source);
    if (asked == screen.sources.end()) return {std::move(screen), {}};
    bool any_held = false;
    for (const auto& [concept_id, word] : answered.words) {
        screen.visit.words.insert_or_assign(concept_id, word);
        any_held = any_held || word.verdict == SourceVerdict::Held;
    }
    asked->second = any_held ? SourceProgress::Answered : SourceProgress::NotAnswered;
    const bool all_done = std::ranges::none_of(screen.sources, [](const auto& entry) {
        return entry.second == SourceProgress::Waiting;
    });
    if (!all_done) return {std::move(screen), {}};
    Visit& visit = screen.visit;
    visit.plan = plan(visit.procedure, scene.office.sources, scene.office.today, visit.words,
                      visit.profile);
    return {CheckData{std::move(visit)}, {}};
}

Turn on(CheckData screen, const NumberShownWished&, const Scene&) {
    screen.number_shown = !screen.number_shown;
    return {std::move(screen), {}};
}

Turn on(CheckData screen, const SaidWrong& wrong, const Scene&) {
    if (screen.visit.procedure.find(wrong.item) == nullptr) return {std::move(screen), {}};
    return {SayWrong{std::move(screen.visit), wrong.item}, {}};
}

Turn on(CheckData screen, const Proceeded&, const Scene&) {
    return next_task(std::move(screen.visit));
}

Turn on(CheckData screen, const WentBack&, const Scene&) {
    screen.visit.words.clear();
    screen.visit.disputes.clear();
    return {Consent{std::move(screen.visit)}, {}};
}

// The statement travels with the dossier; the source's value stays as it is (ux 5.4).
Turn on(SayWrong screen, const DraftSet& said, const Scene&) {
    screen.visit.disputes.insert_or_assign(screen.item, Personal(said.value));
    return {CheckData{std::move(screen.visit)}, {}};
}

Turn on(SayWrong screen, const WentBack&, const Scene&) {
    screen.visit.disputes.erase(screen.item);
    return {CheckData{std::move(screen.visit)}, {}};
}

}  // namespace motlan
