#include "kiosk/flow/assistance.h"

#include <algorithm>
#include <concepts>
#include <type_traits>
#include <utility>

#include "kiosk/flow/help_edits.h"
#include "kiosk/flow/staff_step.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

template <typename T, typename... Us>
constexpr bool kIsOneOf = (std::same_as<T, Us> || ...);

/// What anybody may do: how the kiosk is to be, why something is asked, the way out.
template <typename E>
constexpr bool kIsForAnybody =
    kIsOneOf<E, LanguageWished, TextSizeWished, ThemeWished, VoiceWished, TypingWayWished,
             KeyOrderWished, ReachWished, MirrorWished, StillnessWished, SettingsWished, Touched,
             VoicePanelWished, SpeechRateWished, SpeechVolumeWished, DarkWished, LampWished,
             OverlayClosed, WhyWished, LeaveWished, LeaveConfirmed, EaseWished>;

template <typename E>
constexpr bool kIsWriting = kIsOneOf<E, LettersTyped, LetterErased, ToneTyped, WordChosen>;

/// Whether a pair of screen and event is the helper's as well, by what the citizen allows.
struct Allowed {
    HelpScope scope;

    template <typename S, typename E>
    bool operator()(const S&, const E&) const {
        if constexpr (kIsForAnybody<E>) return true;
        if constexpr (kIsOneOf<S, Home>) return kIsOneOf<E, Started, WentBack>;
        if constexpr (kIsOneOf<S, ChooseProcedure>)
            return kIsWriting<E> || kIsOneOf<E, SearchWished, UnsureWished, GuideAnswered,
                                             ProcedureChosen, WentBack>;
        if constexpr (kIsOneOf<S, WhatYouNeed>) return kIsOneOf<E, Proceeded, WentBack>;
        if constexpr (kIsOneOf<S, ShowCard>)
            return kIsOneOf<E, CardCodeRead, NoCardWished, WentBack>;
        if constexpr (kIsOneOf<S, ReadCardChip>) return kIsOneOf<E, Proceeded, Refused, WentBack>;
        return scope == HelpScope::Type && may_type<S, E>();
    }

private:
    template <typename S, typename E>
    static constexpr bool may_type() {
        if constexpr (kIsOneOf<S, AskQuestion>)
            return kIsWriting<E> || kIsOneOf<E, DraftSet, WiderPlaceWished, Proceeded, WentBack>;
        if constexpr (kIsOneOf<S, ListPapers>)
            return kIsOneOf<E, AnswerReopened, Proceeded, WentBack>;
        if constexpr (kIsOneOf<S, ScanPaper>)
            return kIsOneOf<E, ScanWished, PagesOpened, Proceeded, WentBack>;
        if constexpr (kIsOneOf<S, ReviewPage>)
            return kIsOneOf<E, Proceeded, PageAdded, PageRedone, PageTurned, PageMoved, PageDropped,
                            QuarterTurned, ArrangeWished, KeepWished, PageKept, WentBack>;
        if constexpr (kIsOneOf<S, ReviewAll>)
            return kIsOneOf<E, AnswerReopened, Proceeded, WentBack>;
        return false;
    }
};

/// Screens that show a helper something: before the card, and those where a helper types.
struct ShownWhileHelping {
    HelpScope scope;

    template <typename S>
    bool operator()(const S&) const {
        if constexpr (kIsOneOf<S, Welcome, Home, ChooseProcedure, WhatYouNeed, ShowCard,
                               ReadCardChip, AskSources, Goodbye, OutOfService>)
            return true;
        return scope == HelpScope::Type &&
               kIsOneOf<S, AskQuestion, ListPapers, ScanPaper, ReviewPage, ReviewAll>;
    }
};

template <typename SomeScreen>
auto visit_in(SomeScreen& screen) {
    using Found = std::conditional_t<std::is_const_v<SomeScreen>, const Visit*, Visit*>;
    return std::visit(
        [](auto& one) -> Found {
            if constexpr (requires { one.visit; }) return &one.visit;
            return nullptr;
        },
        screen);
}

bool is_same(const std::vector<Page>& one, const std::vector<Page>& other) {
    return std::ranges::equal(one, other, [](const Page& left, const Page& right) {
        return left.packed.bytes == right.packed.bytes && left.turns == right.turns &&
               left.kept_because == right.kept_because;
    });
}

/// Whether the item has something now that it had not before.
bool is_entered(const Visit& visit, const Assistance& help, const ItemId& item) {
    const auto answer = visit.answers.find(item);
    const auto answer_before = help.answers.find(item);
    const bool is_answered =
        answer != visit.answers.end() &&
        (answer_before == help.answers.end() || answer->second != answer_before->second);
    const auto pages = visit.papers.find(item);
    const auto pages_before = help.papers.find(item);
    const bool is_laid =
        pages != visit.papers.end() && !pages->second.empty() &&
        (pages_before == help.papers.end() || !is_same(pages->second, pages_before->second));
    return is_answered || is_laid ||
           visit.exceptions.contains(item) != help.exceptions.contains(item);
}

template <typename Kept>
void restore(Kept& now, const Kept& before, const ItemId& item) {
    const auto found = before.find(item);
    if (found == before.end()) {
        now.erase(item);
    } else {
        now.insert_or_assign(item, found->second);
    }
}

/// The task that was begun and not done is begun anew.
Screen begun_anew(Screen screen) {
    return std::visit(
        [](auto& one) -> Screen {
            if constexpr (kIsOneOf<std::remove_reference_t<decltype(one)>, AskQuestion, ScanPaper,
                                   ReviewPage>) {
                const Item* found = one.visit.procedure.find(one.item);
                if (found == nullptr) return std::move(one);
                const Item item = *found;
                return task(std::move(one.visit), item, one.from_review);
            }
            return std::move(one);
        },
        screen);
}

bool is_among_tasks(const Screen& screen) {
    return std::holds_alternative<AskQuestion>(screen) ||
           std::holds_alternative<ListPapers>(screen) ||
           std::holds_alternative<ScanPaper>(screen) ||
           std::holds_alternative<ReviewPage>(screen) ||
           std::holds_alternative<ReviewAll>(screen) || std::holds_alternative<Declare>(screen);
}

/// Takes back everything unconfirmed. The way goes on at the first open task.
void take_back(Screen& screen, const Assistance& help, const std::vector<ItemId>& items,
               const Office& office) {
    Visit* visit = visit_in(screen);
    if (visit == nullptr) return;
    for (const ItemId& item : items) {
        if (help.confirmed.contains(item)) continue;
        restore(visit->answers, help.answers, item);
        restore(visit->papers, help.papers, item);
        restore(visit->exceptions, help.exceptions, item);
    }
    // What the helper's answers had made needless may be needed again.
    visit->answers.insert(help.answers.begin(), help.answers.end());
    visit->papers.insert(help.papers.begin(), help.papers.end());
    replan(*visit, office);
    if (!is_among_tasks(screen)) return;
    Visit kept = std::move(*visit);
    screen = next_task(std::move(kept)).screen;
}

/// What the helper began and nobody has accepted is gone in any case.
void forget_begun(const StaffStage& stage, const Assistance& help) {
    Screen& screen = stage.state.screen;
    if (Visit* visit = visit_in(screen)) visit->drafts = help.drafts;
    const bool is_scanning =
        std::holds_alternative<ScanPaper>(screen) || std::holds_alternative<ReviewPage>(screen);
    if (is_scanning) stage.effects.emplace_back(CancelScan{});
    screen = begun_anew(std::move(screen));
}

}  // namespace

const Visit* visit_of(const Screen& screen) { return visit_in(screen); }

bool is_helping(const State& state) {
    return state.help && state.help->phase == HelpPhase::Helping;
}

std::optional<ItemId> item_at(const Screen& screen) {
    return std::visit(
        [](const auto& one) -> std::optional<ItemId> {
            if constexpr (kIsOneOf<std::remove_cvref_t<decltype(one)>, AskQuestion, ScanPaper,
                                   ReviewPage>)
                return one.item;
            return std::nullopt;
        },
        screen);
}

HelpScope scope_on(const Screen& screen, const Assistance& help) {
    const bool is_granted = !help.only || item_at(screen) == help.only;
    return is_granted ? help.scope : HelpScope::Guide;
}

int help_minutes(const State& state) {
    if (!is_helping(state)) return 0;
    const auto left = state.help->ends - state.steady;
    return static_cast<int>(std::chrono::ceil<std::chrono::minutes>(left).count());
}

bool is_citizens_turn(const State& state) {
    if (!is_helping(state)) return false;
    return !std::visit(ShownWhileHelping{scope_on(state.screen, *state.help)}, state.screen);
}

bool may_help(const Screen& screen, const Event& event, HelpScope scope) {
    return std::visit(Allowed{scope}, screen, event);
}

std::vector<ItemId> helped_items(const State& state) {
    std::vector<ItemId> items;
    const Visit* visit = visit_of(state.screen);
    if (visit == nullptr || !state.help) return items;
    for (const Item& item : visit->procedure.items)
        if (is_entered(*visit, *state.help, item.id)) items.push_back(item.id);
    return items;
}

void conclude_help(const StaffStage& stage) {
    State& state = stage.state;
    const std::vector<ItemId> items = helped_items(state);
    const Assistance help = *std::exchange(state.help, {});
    HelpRecord record{.staff = help.who.number,
                      .scope = help.scope,
                      .from = help.since,
                      .to = state.now,
                      .entered = static_cast<int>(items.size())};
    record.confirmed = static_cast<int>(std::ranges::count_if(
        items, [&](const ItemId& item) { return help.confirmed.contains(item); }));
    NoteHelp note{record, true};
    if (const Visit* visit = visit_of(state.screen)) note.edits = help_edits(help, *visit, items);
    if (help.scope == HelpScope::Type) forget_begun(stage, help);
    if (record.confirmed < record.entered) take_back(state.screen, help, items, stage.office);
    state.helped.push_back(record);
    state.overlay = {};
    stage.effects.emplace_back(std::move(note));
}

}  // namespace motlan
