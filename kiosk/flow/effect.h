// What the visit asks the world to do. The app runs effects; their outcomes come back as events.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/kinds.h"
#include "kiosk/core/lamp.h"
#include "kiosk/domain/call.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/follow.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/opinion.h"
#include "kiosk/domain/receipt.h"
#include "kiosk/domain/saved_slip.h"
#include "kiosk/domain/saved_work.h"
#include "kiosk/domain/staff.h"

namespace motlan {

struct WatchForCard {
    std::optional<Lamp> lamp{};  ///< as this kiosk is set up when nothing is wished
};
/// From now on, while the camera looks for a card.
struct SetLamp {
    Lamp lamp;
};
struct StopWatching {};
/// Read the chip of this citizen's card, which lies on the reader or soon will.
struct ReadChip {
    Profile profile;  ///< as the card's code says
};
struct StopChip {};
/// Ask the province whose code this is; nothing of it is kept.
struct ResolveCode {
    Personal<Bytes> code;
    ProcedureCode procedure;
    std::string reference;  ///< of the visit: showing the code is the citizen's consent to this
};
/// Ask one source for these concepts, under this consent.
struct QuerySource {
    SourceId source;
    std::vector<ConceptId> concepts;
    ProcedureCode procedure;
    Profile profile;
    ConsentRecord consent;
    std::optional<TaxCode> company{};  ///< it is about this one, whom the profile acts for
};
/// Scan the sheet on the glass, those in the feeder but no more than `most`, or the next one that
/// lies still under a document camera.
struct ScanSheet {
    int most = 1;
    bool is_again = false;  ///< the same sheet as before may be meant
    std::vector<int>
        kept{};  ///< numbers of the sheets that the visit has; one of them again is doubted
};
/// Take what lies under the document camera as it is now, whether or not a sheet is seen.
struct TakeSheet {};
struct CancelScan {};
/// Whether a sheet is left on the document camera's desk; no picture of it is kept.
struct LookForPaper {};
/// A person has turned this sheet of the visit: what was read on it is read anew.
struct ReadTurned {
    int sheet;
    int turns;  ///< quarters clockwise, 0 to 3
};
/// Seal it and put it safely into the outbox.
struct StoreDossier {
    Dossier dossier;
};
/// What the province has said about this citizen's dossiers. Filed with the card just shown.
struct FindDossiers {
    CitizenNumber number;
};
/// Whether a receipt's code is the province's own; asks nobody.
struct CheckReceipt {
    Personal<Bytes> code;
};
struct AwaitReceipt {
    std::string dossier;
};
struct PrintReceipt {
    Receipt receipt;
    BurdenReceipt burden;
    Language language;
};
struct PrintKeptSlip {
    std::string dossier;
    Language language;
    bool is_receipt_wrong = false;
};
/// What is known of a dossier, to take home.
struct PrintState {
    FollowedDossier dossier;
    Language language;
};
/// Seal what the citizen has made, to be gone on with later.
struct SaveWork {
    SavedWork work;
    CitizenNumber holder;
};
/// Where, until when and with what it is taken up again.
struct PrintSavedSlip {
    SavedSlip saved;
    Language language;
};
/// Whether what the slip of this code names waits here.
struct LookForSaved {
    Personal<Bytes> code;
};
/// Open it with the number on the card that was just shown, and keep it no longer.
struct OpenSaved {
    Personal<std::string> code;
    CitizenNumber holder;
};
/// The code of a report, to take home.
struct PrintReportSlip {
    ReportSlip slip;
    Language language;
};
/// Seal a rating or a report and put it safely into the outbox.
struct StoreOpinion {
    Opinion opinion;
    Said said;
    bool awaits_receipt = false;
};
/// Ask the province about this fee, again and again until it is settled or nobody looks any more.
struct WatchFee {
    std::string dossier;
    bool wants_new_code = false;
};
/// Nobody looks any more. The payment itself is not touched.
struct StopWatchingFee {};
struct CallStaff {};
/// Check a badge and its owner's PIN.
struct SignStaffIn {
    Bytes badge;
    Pin pin;
};
/// What stood at an item when the citizen handed over and what the helper left there; only hashes
/// of it are ever written.
struct HelpEdit {
    ItemId item;
    Personal<std::string> before;  ///< empty: nothing
    Personal<std::string> after;
    bool is_confirmed = false;  ///< by the citizen
};
/// Write into the audit log that somebody helps, or has helped and what that changed.
struct NoteHelp {
    HelpRecord record;
    bool is_over = false;
    std::optional<ItemId> only{};  ///< what alone may be typed
    std::vector<HelpEdit> edits{};
};
/// Tell the province that somebody here waits for staff, again and again until another call is
/// told; empty: nobody waits any more.
struct TellCall {
    std::optional<HelpCall> call;
};
/// Ask the province who waits for staff, and say that this member of staff goes to one of them.
struct ListCalls {
    std::string taken;  ///< a kiosk's name; empty: only look
    StaffNumber staff;  ///< who looks
};
/// What has this member of staff done here today, by the audit log?
struct ReadDeeds {
    StaffNumber staff;
};
/// Write into the audit log that a paper is taken in the place of a silent source.
struct NoteException {
    PaperException exception;
};
/// Write into the audit log that two members of staff have witnessed a declaration.
struct NoteWitness {
    WitnessStatement statement;
};
/// A technician has signed in while nobody is served: the screen is theirs, and citizens' is over.
struct CareWished {
    StaffMember who;
};
/// The visit is over: the process ends and a fresh one takes its place.
struct EndVisit {};

using EffectKinds =
    std::variant<WatchForCard, SetLamp, StopWatching, ReadChip, StopChip, ResolveCode, QuerySource,
                 FindDossiers, CheckReceipt, ScanSheet, TakeSheet, CancelScan, LookForPaper,
                 ReadTurned, StoreDossier, AwaitReceipt, PrintReceipt, PrintKeptSlip, PrintState,
                 SaveWork, PrintSavedSlip, PrintReportSlip, LookForSaved, OpenSaved, StoreOpinion,
                 WatchFee, StopWatchingFee, CallStaff, SignStaffIn, NoteHelp, TellCall, ListCalls,
                 ReadDeeds, NoteException, NoteWitness, CareWished, EndVisit>;

/// One of them. Made, copied and destroyed in special_members.cpp, not anew in every file that has
/// one.
struct Effect : EffectKinds {
    template <OneOf<EffectKinds> Kind>
    Effect(Kind kind) : Effect(kKindIndex<Kind, EffectKinds>, &kind) {}
    Effect(const Effect&);
    Effect(Effect&&) noexcept;
    Effect& operator=(const Effect&);
    Effect& operator=(Effect&&) noexcept;
    ~Effect();

private:
    Effect(std::size_t index, void* kind);
};

}  // namespace motlan
