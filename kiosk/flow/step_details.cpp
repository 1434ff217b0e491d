#include <algorithm>
#include <utility>

#include "kiosk/core/utf8.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/tasks.h"

namespace motlan {

namespace {

constexpr std::size_t kLongestStatement = 500;

/// Long enough to compare twelve digits with a card.
constexpr std::chrono::seconds kNumberShown{20};

/// The data screen once no source is waited for any more; until then the screen as it is.
Turn check_when_done(AskSources screen, const Scene& scene) {
    const bool is_waiting = std::ranges::any_of(
        screen.sources, [](const auto& entry) { return entry.second == SourceProgress::Waiting; });
    if (is_waiting) return {std::move(screen), {}};
    Visit& visit = screen.visit;
    replan(visit, scene.office);
    return {CheckDetails{std::move(visit)}, {}};
}

/// Only what came from a source or the card, and is shown, can be wrong. What was said to be wrong
/// is looked at again, for whoever touched it by mistake.
bool can_be_wrong(const Visit& visit, const ItemId& item) {
    const Acquisition* acquisition = visit.plan.find(item);
    return acquisition != nullptr && may_see_values(visit.behalf) &&
           (acquisition->from == Provenance::Source || is_from_profile(acquisition->from) ||
            visit.disputes.contains(item));
}

}  // namespace

// A source speaks only of what it was asked.
Turn on(AskSources screen, const SourceAnswered& answered, const Scene& scene) {
    const auto source = screen.sources.find(answered.source);
    if (source == screen.sources.end()) return {std::move(screen), {}};
    const auto queries = needed_queries(screen.visit.procedure, scene.office.sources,
                                        scene.office.today, asked_about(screen.visit));
    const auto asked = queries.find(answered.source);
    bool any_held = false;
    for (const auto& [concept_id, word] : answered.words) {
        if (asked == queries.end() || !std::ranges::contains(asked->second, concept_id)) continue;
        screen.visit.words.insert_or_assign(concept_id, word);
        any_held = any_held || word.verdict == SourceVerdict::Held;
    }
    source->second = any_held ? SourceProgress::Answered : SourceProgress::NotAnswered;
    return check_when_done(std::move(screen), scene);
}

// Who has not answered by then counts as silent.
Turn on(AskSources screen, const Ticked& tick, const Scene& scene) {
    if (tick.steady - screen.since < scene.office.patience.sources) return {std::move(screen), {}};
    for (auto& [source, progress] : screen.sources) {
        if (progress == SourceProgress::Waiting) progress = SourceProgress::NotAnswered;
    }
    return check_when_done(std::move(screen), scene);
}

// What a finger has uncovered covers itself again: who looks over a shoulder sees it for seconds.
Turn on(CheckDetails screen, const NumberShownWished&, const Scene& scene) {
    screen.number_shown = !screen.number_shown;
    screen.shown_since = scene.state.steady;
    return {std::move(screen), {}};
}

Turn on(CheckDetails screen, const Ticked& tick, const Scene&) {
    if (tick.steady - screen.shown_since >= kNumberShown) screen.number_shown = false;
    return {std::move(screen), {}};
}

Turn on(CheckDetails screen, const SaidWrong& wrong, const Scene&) {
    if (!can_be_wrong(screen.visit, wrong.item)) return {std::move(screen), {}};
    return {SayWrong{std::move(screen.visit), wrong.item}, {}};
}

// Whoever went back all the way may have papers already.
Turn on(CheckDetails screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit);
    return {std::move(screen), {}};
}

Turn on(CheckDetails screen, const Proceeded&, const Scene&) {
    return next_task(std::move(screen.visit));
}

Turn on(CheckDetails screen, const WentBack&, const Scene&) {
    screen.visit.words.clear();
    const bool is_nobody = screen.visit.behalf && !is_named(*screen.visit.behalf);
    if (is_nobody) return identified(std::move(screen.visit));
    return {Consent{std::move(screen.visit)}, {}};
}

// The statement travels with the dossier; the source's value stays as it is (ux 5.4). An empty one
// takes an earlier one back.
Turn on(SayWrong screen, const DraftSet& said, const Scene& scene) {
    const auto statement = to_nfc(trimmed(said.value));
    if (!statement || count_letters(*statement) > kLongestStatement) return {std::move(screen), {}};
    screen.visit.disputes.erase(screen.item);
    if (!statement->empty()) screen.visit.disputes.emplace(screen.item, Personal(*statement));
    replan(screen.visit, scene.office);
    return {CheckDetails{std::move(screen.visit)}, {}};
}

// Of what says who somebody is the step asks first whose data this is.
Turn on(SayWrong screen, const SaidNotMine& said, const Scene& scene) {
    return on(std::move(screen), DraftSet{said.statement}, scene);
}

Turn on(SayWrong screen, const WentBack&, const Scene&) {
    return {CheckDetails{std::move(screen.visit)}, {}};
}

}  // namespace motlan
