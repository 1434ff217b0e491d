// S07: a paper that a source should hold is taken only while that source, asked anew, does not
// answer; its silence is the proof that goes with the dossier.
#include <utility>

#include "kiosk/flow/assistance.h"
#include "kiosk/flow/staff_step.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// The review is the screen that offers it; nullptr on any other.
Visit* reviewed(State& state) {
    auto* review = std::get_if<ReviewAll>(&state.screen);
    return review != nullptr ? &review->visit : nullptr;
}

/// What happens while the supervisor decides.
struct Excepting {
    const StaffStage& stage;
    ExceptionWish& wish;
    Visit& visit;
    const Item& item;

    bool operator()(const SourceAnswered& answered) const {
        const auto word = answered.words.find(item.concept_id);
        if (wish.stage != ExceptionStage::Checking || word == answered.words.end()) return false;
        wish.word = word->second;
        wish.word.value = Personal(std::string());  // the answer belongs to the visit alone
        visit.words.insert_or_assign(item.concept_id, word->second);
        const bool is_down = is_outage(word->second.verdict);
        wish.stage = is_down ? ExceptionStage::Choosing : ExceptionStage::Blocked;
        if (!is_down) replan(visit, stage.office);
        touch();
        return true;
    }
    bool operator()(const ExceptionReasonChosen& chosen) const {
        if (wish.stage == ExceptionStage::Choosing) wish.reason = chosen.reason;
        touch();
        return true;
    }
    bool operator()(const Proceeded&) const {
        touch();
        if (wish.stage != ExceptionStage::Choosing || !wish.reason) return true;
        PaperException taken{.reason = *wish.reason,
                             .basis = *item.fallback_law,
                             .staff = stage.state.help->who.number,
                             .at = stage.state.now,
                             .outage = wish.word};
        visit.exceptions.insert_or_assign(item.id, taken);
        replan(visit, stage.office);
        stage.effects.emplace_back(NoteException{std::move(taken)});
        const Item wanted = item;
        Visit kept = std::move(visit);
        stage.state.overlay = {};
        stage.state.screen = task(std::move(kept), wanted, true);
        return true;
    }
    bool operator()(const HandedBack&) const { return stage.state.overlay = {}, false; }
    bool operator()(const Ticked& tick) const {
        if (tick.steady >= wish.ends) stage.state.overlay = {};
        return false;
    }
    bool operator()(const auto&) const { return false; }

private:
    void touch() const {
        wish.ends = stage.state.steady + kStaffLock;
        if (stage.state.staff) stage.state.staff->touched = stage.state.steady;
    }
};

}  // namespace

void open_exception(const StaffStage& stage, const ItemId& id) {
    State& state = stage.state;
    Visit* visit = reviewed(state);
    const bool may_take = is_helping(state) &&
                          scope_on(state.screen, *state.help) == HelpScope::Type &&
                          state.help->who.role == StaffRole::Supervisor;
    if (visit == nullptr || !may_take || !visit->consent) return;
    const Item* item = visit->procedure.find(id);
    const Acquisition* acquisition = visit->plan.find(id);
    const auto subject = subject_of(*visit);
    if (item == nullptr || acquisition == nullptr || !subject ||
        !may_be_excepted(*item, *acquisition))
        return;
    stage.effects.emplace_back(QuerySource{.source = *acquisition->source,
                                           .concepts = {item->concept_id},
                                           .procedure = visit->procedure.code,
                                           .profile = *subject,
                                           .consent = *visit->consent});
    state.overlay = ExceptionWish{.item = id, .ends = state.steady + kStaffLock};
}

bool take_exception_event(const StaffStage& stage, const Event& event) {
    auto& wish = std::get<ExceptionWish>(stage.state.overlay);
    Visit* visit = reviewed(stage.state);
    const Item* item = visit != nullptr ? visit->procedure.find(wish.item) : nullptr;
    if (item == nullptr || !is_helping(stage.state)) return stage.state.overlay = {}, false;
    return std::visit(Excepting{stage, wish, *visit, *item}, event);
}

}  // namespace motlan
