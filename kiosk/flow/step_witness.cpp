// S06: the declaration of somebody who cannot read or sign. Two members of staff say that it was
// read and agreed to; the second is another person than the first, and has entered nothing.
#include <algorithm>

#include "kiosk/flow/staff_step.h"

namespace motlan {
namespace {

void await_badge(const StaffStage& stage, StaffEntry entry) {
    entry.stage = EntryStage::Badge;
    entry.ends = stage.state.steady + kUnanswered;
    stage.state.overlay = std::move(entry);
    watch_for_badge(stage, true);
}

bool has_entered(const State& state, const StaffNumber& number) {
    return std::ranges::any_of(state.helped, [&](const HelpRecord& help) {
        return help.staff == number && help.entered > 0;
    });
}

/// What happens while the citizen says why.
struct Wishing {
    const StaffStage& stage;
    WitnessWish& wish;

    bool operator()(const SigningNeedChosen& chosen) const {
        wish.need = chosen.need;
        return true;
    }
    bool operator()(const Proceeded&) const {
        if (!wish.need) return true;
        await_badge(stage, {.purpose = EntryFor::Reader, .need = *wish.need});
        return true;
    }
    bool operator()(const auto&) const { return false; }
};

/// What happens before both members of staff.
struct Signing {
    const StaffStage& stage;
    const WitnessedSigning& signing;

    // The declaration below is thereby made: it is handled as if no statement lay over it.
    bool operator()(const Proceeded&) const {
        stage.state.witnessed = signing.statement;
        stage.effects.emplace_back(NoteWitness{signing.statement});
        stage.state.overlay = {};
        return false;
    }
    bool operator()(const Ticked& tick) const {
        if (tick.steady >= signing.ends) stage.state.overlay = {};
        return false;
    }
    bool operator()(const auto&) const { return false; }
};

}  // namespace

void open_witness_wish(const StaffStage& stage) {
    if (!std::holds_alternative<Declare>(stage.state.screen) || stage.state.help) return;
    stage.state.overlay = WitnessWish{};
}

bool take_witness_event(const StaffStage& stage, const Event& event) {
    Overlay& overlay = stage.state.overlay;
    if (auto* wish = std::get_if<WitnessWish>(&overlay))
        return std::visit(Wishing{stage, *wish}, event);
    const WitnessedSigning signing = std::get<WitnessedSigning>(overlay);
    return std::visit(Signing{stage, signing}, event);
}

void admit_for_signing(const StaffStage& stage, const StaffMember& who) {
    State& state = stage.state;
    const StaffEntry entry = std::get<StaffEntry>(state.overlay);
    if (entry.purpose == EntryFor::Reader) {
        await_badge(stage, {.purpose = EntryFor::Witness, .need = entry.need, .reader = who});
        return;
    }
    const bool is_same = entry.reader->number == who.number || has_entered(state, who.number);
    if (is_same) {
        await_badge(stage, {.purpose = EntryFor::Witness,
                            .need = entry.need,
                            .reader = entry.reader,
                            .is_same_person = true});
        return;
    }
    state.overlay = WitnessedSigning{.statement = {.need = entry.need,
                                                   .reader = entry.reader->number,
                                                   .witness = who.number,
                                                   .at = state.now},
                                     .reader = *entry.reader,
                                     .witness = who,
                                     .ends = state.steady + kStaffLock};
}

}  // namespace motlan
