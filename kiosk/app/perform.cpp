// What the app does about each effect of a step.
#include <utility>

#include "kiosk/app/app.h"
#include "kiosk/core/log.h"

namespace motlan {

SlipPaper App::slip_paper(Language language) const {
    return {parts_.window.typeface(), parts_.devices.printer->width_dots(), language};
}

void App::print(const PrintReceipt& wish) {
    parts_.slips.print(
        receipt_slip(slip_paper(wish.language), wish.receipt, wish.burden, state_.helped));
}

void App::print(const PrintKeptSlip& wish) {
    parts_.slips.print(
        kept_slip(slip_paper(wish.language), {wish.dossier, wish.is_receipt_wrong}, state_.helped));
}

void App::print(const PrintState& wish) {
    parts_.slips.print(state_slip(slip_paper(wish.language), wish.dossier));
}

void App::print(const PrintSavedSlip& wish) {
    parts_.slips.print(saved_slip(slip_paper(wish.language), wish.saved, office_.center_name));
}

void App::print(const PrintReportSlip& wish) {
    parts_.slips.print(opinion_slip(slip_paper(wish.language), wish.slip));
}

/// Hands every effect of a step to the part that brings it about.
struct App::Performer {
    App& app;
    void operator()(const WatchForCard& wish) {
        app.parts_.sight.watch_for_card(wish.lamp);
        app.parts_.hand_reader.watch();
    }
    void operator()(const SetLamp& wish) { app.parts_.sight.set_lamp(wish.lamp); }
    void operator()(const StopWatching&) {
        app.parts_.sight.stop_watching();
        app.parts_.hand_reader.stop_watching();
    }
    void operator()(const ReadChip& chip) { app.parts_.chip_reader.read(chip.profile); }
    void operator()(const StopChip&) { app.parts_.chip_reader.stop(); }
    void operator()(const ResolveCode& code) { app.parts_.province.resolve(code); }
    void operator()(const FindDossiers& wish) { app.parts_.province.find(wish); }
    void operator()(const CheckReceipt& wish) { app.parts_.province.check(wish); }
    void operator()(const QuerySource& query) { app.parts_.province.query(query); }
    void operator()(const ScanSheet& sheet) { app.parts_.sight.scan_sheet(sheet); }
    void operator()(const TakeSheet&) { app.parts_.sight.take_sheet(); }
    void operator()(const CancelScan&) { app.parts_.sight.cancel_scan(); }
    void operator()(const LookForPaper&) { app.parts_.sight.look_for_paper(); }
    void operator()(const ReadTurned& wish) { app.parts_.sight.read_turned(wish); }
    void operator()(StoreDossier& store) {
        app.tally_.meet(store.dossier);
        app.parts_.province.store(std::move(store.dossier), app.parts_.sight);
    }
    void operator()(const AwaitReceipt&) { app.parts_.province.await_receipt(); }
    void operator()(const PrintReceipt& wish) { app.print(wish); }
    void operator()(const PrintKeptSlip& wish) { app.print(wish); }
    void operator()(const PrintState& wish) { app.print(wish); }
    void operator()(SaveWork& wish) { app.parts_.saved.save(std::move(wish)); }
    void operator()(const PrintSavedSlip& wish) { app.print(wish); }
    void operator()(const PrintReportSlip& wish) { app.print(wish); }
    void operator()(const LookForSaved& wish) { app.parts_.saved.look_for(wish); }
    void operator()(const OpenSaved& wish) { app.parts_.saved.open(wish); }
    void operator()(const StoreOpinion& store) {
        app.parts_.province.store(store, app.parts_.sight);
    }
    void operator()(const WatchFee& wish) { app.parts_.province.watch_fee(wish); }
    void operator()(const StopWatchingFee&) { app.parts_.province.stop_watching_fee(); }
    void operator()(const CallStaff&) { log(LogEvent::StaffCalled); }
    void operator()(const SignStaffIn& wish) { app.parts_.staff.sign_in(wish); }
    void operator()(const NoteHelp& note) { app.parts_.staff.note(note); }
    void operator()(const TellCall& wish) { app.parts_.bell.tell(wish); }
    void operator()(const ListCalls& wish) {
        app.parts_.staff.note(wish);
        app.parts_.bell.list(wish);
    }
    void operator()(const ReadDeeds& wish) { app.parts_.staff.read(wish); }
    void operator()(const NoteException& note) { app.parts_.staff.note(note); }
    void operator()(const NoteWitness& note) { app.parts_.staff.note(note); }
    void operator()(const CareWished& wish) {
        app.technician_ = wish.who;
        app.is_over_ = true;
    }
    void operator()(const EndVisit&) { app.is_over_ = true; }
};

void App::perform(Effect& effect) { std::visit(Performer{*this}, effect); }

}  // namespace motlan
