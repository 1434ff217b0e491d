#include "kiosk/flow/saving.h"

#include <algorithm>
#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

#include "kiosk/flow/draft.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

template <typename S, typename... Others>
constexpr bool kIsOneOf = (std::same_as<S, Others> || ...);

struct CanBeSaved {
    template <typename S>
    bool operator()(const S& screen) const {
        if constexpr (kIsOneOf<S, AskQuestion, ListPapers, ScanPaper, ReviewPage, ReviewAll,
                               Declare>)
            return !screen.visit.supplements;
        if constexpr (kIsOneOf<S, Consent, CheckDetails, SayWrong>)
            return has_made_anything(screen.visit) || is_source_down(screen.visit);
        return false;
    }
};

/// Going back from a screen of papers keeps what is worth keeping and stops the scanner.
template <typename S>
void go_back_from(Screen& screen, const Scene& scene, std::vector<Effect>& effects) {
    auto* one = std::get_if<S>(&screen);
    if (one == nullptr) return;
    if constexpr (std::same_as<S, ReviewPage>) one->stage = ReviewStage::Look;
    Turn turn = on(S(std::move(*one)), WentBack{}, scene);
    for (Effect& effect : turn.effects) effects.push_back(std::move(effect));
    screen = std::move(turn.screen);
}

void keep_begun(Screen& screen) {
    auto* asking = std::get_if<AskQuestion>(&screen);
    const Item* item = asking == nullptr ? nullptr : asking->visit.procedure.find(asking->item);
    if (item != nullptr) keep_draft(asking->visit, *item, asking->draft);
}

/// The visit as it is when nobody is in the middle of anything.
std::optional<Visit> put_down(Screen screen, const Scene& scene, std::vector<Effect>& effects) {
    keep_begun(screen);
    go_back_from<ReviewPage>(screen, scene, effects);
    go_back_from<ScanPaper>(screen, scene, effects);
    return std::visit(
        [](auto& one) -> std::optional<Visit> {
            if constexpr (requires { one.visit; }) return std::move(one.visit);
            return std::nullopt;
        },
        screen);
}

bool is_laid_back(const Item* item, const std::string& answer) {
    return item != nullptr && kind_of(*item) != nullptr && is_acceptable(answer, *item);
}

/// Begun answers may be too short, but no text where there is none to type.
bool is_begun(const Item* item, const std::string& draft) {
    if (item == nullptr || kind_of(*item) == nullptr) return false;
    const bool is_written = is_typed(*item) || question_of<UnitQuestion>(*item) != nullptr;
    return is_written || is_acceptable(draft, *item);
}

void lay_back_words(Visit& visit, SavedWork& work) {
    std::erase_if(work.answers, [&](const auto& entry) {
        return !is_laid_back(visit.procedure.find(entry.first), entry.second.reveal());
    });
    std::erase_if(work.drafts, [&](const auto& entry) {
        return !is_begun(visit.procedure.find(entry.first), entry.second.reveal());
    });
    std::erase_if(work.disputes,
                  [&](const auto& entry) { return visit.procedure.find(entry.first) == nullptr; });
    visit.answers = std::move(work.answers);
    visit.drafts = std::move(work.drafts);
    visit.disputes = std::move(work.disputes);
    for (const Alternative& alternative : visit.procedure.alternatives) {
        const auto wished = work.wished.find(alternative.id);
        if (wished != work.wished.end() && wished->second < alternative.ways.size())
            visit.wished.insert(*wished);
    }
}

}  // namespace

bool has_made_anything(const Visit& visit) {
    const auto is_begun = [](const auto& draft) { return !draft.second.reveal().empty(); };
    return !(visit.answers.empty() && visit.papers.empty() && visit.disputes.empty()) ||
           std::ranges::any_of(visit.drafts, is_begun);
}

bool is_source_down(const Visit& visit) {
    return std::ranges::any_of(visit.words, [](const auto& entry) {
        return entry.second.verdict == SourceVerdict::Silent;
    });
}

bool can_be_saved(const Screen& screen) { return std::visit(CanBeSaved{}, screen); }

SavedWork work_of(const Visit& visit, const std::vector<HelpRecord>& helped) {
    SavedWork work;
    work.procedure = visit.procedure.code;
    work.subject = saved_subject(visit.behalf);
    work.answers = visit.answers;
    work.drafts = visit.drafts;
    work.wished = visit.wished;
    work.disputes = visit.disputes;
    work.helped = helped;
    for (const auto& [item, pages] : visit.papers) {
        // Why staff took it was proven for that hour only.
        if (pages.empty() || visit.exceptions.contains(item)) continue;
        for (const Page& page : pages) work.papers[item].push_back({.page = page});
    }
    return work;
}

void lay_back(Visit& visit) {
    if (!visit.saved || visit.saved->subject != saved_subject(visit.behalf)) return;
    SavedWork work = *std::move(visit.saved);
    visit.saved.reset();
    lay_back_words(visit, work);
    for (auto& [item, saved] : work.papers) {
        const bool fits = static_cast<int>(saved.size()) <= most_pages(visit, item);
        if (!fits) continue;
        std::vector<Page> pages;
        for (SavedPage& each : saved) pages.push_back(std::move(each.page));
        accept_pages(visit, item, std::move(pages));
    }
}

bool take_saving_event(State& state, std::vector<Effect>& effects, const Office& office,
                       const Event& event) {
    const auto* opened = std::get_if<WorkOpened>(&event);
    const auto* finding = std::get_if<FindDossier>(&state.screen);
    if (opened != nullptr && finding != nullptr && finding->holder)
        state.helped = opened->work.helped;
    if (!std::holds_alternative<SaveWished>(event)) return false;
    if (state.help || !can_be_saved(state.screen)) return true;
    const bool is_before_sources = std::holds_alternative<Consent>(state.screen);
    Screen screen = std::move(state.screen);
    auto visit = put_down(std::move(screen), Scene{office, state}, effects);
    if (!visit) return true;
    state.overlay = {};
    state.beneath = {};
    state.witnessed.reset();
    effects.emplace_back(SaveWork{work_of(*visit, state.helped), visit->profile.number.reveal()});
    state.screen = SavingWork{*std::move(visit), is_before_sources, {}};
    return true;
}

}  // namespace motlan
