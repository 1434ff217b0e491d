// What can happen to a visit: a touch, an answer of a device or of the province, time that passes.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/kinds.h"
#include "kiosk/core/page_text.h"
#include "kiosk/domain/follow.h"
#include "kiosk/flow/behalf_event.h"
#include "kiosk/flow/card_event.h"
#include "kiosk/flow/comfort_event.h"
#include "kiosk/flow/opinion_event.h"
#include "kiosk/flow/saved_event.h"
#include "kiosk/flow/staff_event.h"
#include "kiosk/flow/state.h"

namespace motlan {

// --- the citizen ---
struct Started {};
struct ProcedureChosen {
    std::size_t index;
};
struct SearchWished {};  ///< look for a procedure by words
struct UnsureWished {};  ///< "I don't know": the three questions
struct GuideAnswered {
    std::string answer;  ///< one of those to the guide's question on the screen
};
/// The primary action of the screen, whatever it says: start, agree, right, continue, send.
struct Proceeded {};
struct WentBack {};
/// "No" where a screen offers it with equal weight, e.g. consent.
struct Refused {};
struct LeaveWished {};
struct LeaveConfirmed {};
struct OverlayClosed {};
struct WhyWished {
    ItemId item;
};
struct StaffWished {};
struct NoCardWished {};  ///< "I have no card here, or it cannot be read"
struct Touched {};       ///< what changes nothing but shows that somebody is there
struct NumberShownWished {};
struct SaidWrong {
    ItemId item;
};
/// "It is not mine", of the value that is looked at, in the words that go to the official.
struct SaidNotMine {
    std::string statement;
};
/// An answer as a whole: a choice's value, the counter's new number, or the code of a place.
struct DraftSet {
    std::string value;
};
/// Letters from a keyboard, on the screen or a real one (UTF-8).
struct LettersTyped {
    std::string letters;
};
struct LetterErased {};
/// A tone key of the on-screen keyboard: 's' sắc, 'f' huyền, 'r' hỏi, 'x' ngã, 'j' nặng, 'z' none.
struct ToneTyped {
    char tone;
};
/// One of the words that the last word of what is written may become.
struct WordChosen {
    std::string word;
};
struct ScanWished {};
struct PageRedone {};
struct PageAdded {};  ///< keep the pages and scan one more
/// One page before or after the shown one.
enum class PageStep : std::uint8_t { Before, After };
struct PageTurned {
    PageStep step;
};
struct PageMoved {
    PageStep step;
};
struct PageDropped {};
struct QuarterTurned {};  ///< the shown page lies wrong: a quarter clockwise
struct ArrangeWished {};  ///< move or drop the shown page
struct KeepWished {};     ///< use the shown page in spite of its doubts
struct PageKept {
    KeepReason reason;
};
struct PagesOpened {};  ///< look at the pages laid so far
struct AnswerReopened {
    ItemId item;
};
/// "I have something else": the next way of the alternative that this item belongs to.
struct OtherWayWished {
    ItemId item;
};
struct WiderPlaceWished {};  ///< from the chosen place to the list, from there to the provinces
struct SlipWished {};        ///< print, or print again
struct FollowWished {};      ///< where is a dossier that was filed before?
struct CodeWished {};        ///< type the code of that dossier
struct DossierOpened {
    std::size_t index;
};
struct ApologyWished {};
struct HomeWished {};  ///< everything that can be done here

// --- devices ---
struct ScanProgressed {
    int percent;
};
struct SheetScanned {};  ///< the scanner is done, the page is being checked
struct PageScanned {
    Page page;
    bool is_fed = false;  ///< the feeder is asked for another one
};
/// What was read on a page that was scanned a while ago.
struct PageRead {
    int sheet;
    PageText text;
    bool is_text_lost = false;  ///< part of its print was not recognised
    int turns = 0;              ///< that the page had when it was read
};
struct FeedEnded {};  ///< the feeder is empty
struct PaperSeen {    ///< by a document camera
    Picture sight;
    PaperHint hint;
};
struct ScanFailed {
    Fault fault;
};
struct SlipPrinted {};
struct SlipFailed {
    Fault fault;
};
struct DevicesChecked {
    std::vector<DeviceTrouble> out_of_order;
};

// --- the province ---
/// A source's signed and verified answer, or why there is none, for each concept it was asked.
struct SourceAnswered {
    SourceId source;
    SourceWords words;
};
struct CodeResolved {  ///< the province said whose code that was
    Profile profile;
};
struct CodeNotResolved {
    Fault fault;
};
/// What the province knows of this citizen's dossiers, verified; the newest first.
struct DossiersFound {
    std::vector<FollowedDossier> dossiers;
};
struct DossiersNotFound {
    Fault fault;
};
struct ReceiptChecked {
    ReceiptCode receipt;
};
struct ReceiptRefused {
    Fault fault;
};
struct DossierStored {
    std::string dossier;
};
struct DossierNotStored {
    Fault fault;
};
struct ReceiptArrived {
    Receipt receipt;
    std::string dossier = {};  ///< whose it is; empty: of the one that was stored last
};
struct ReceiptDelayed {
    Fault fault;
};
/// The rating or report is sealed in the outbox under this id.
struct OpinionStored {
    std::string id;
};
struct OpinionNotStored {
    Fault fault;
};
/// The province's newest word about a fee, verified.
struct PaymentSeen {
    Payment payment;
};
struct PaymentNotSeen {
    Fault fault;
};
struct LinkChanged {
    bool is_offline;
};
struct ServiceStopped {
    Fault fault;
};
struct ServiceResumed {};

// --- time ---
struct Ticked {
    SteadyTime steady;
    WallTime wall;
    bool is_heard = false;  ///< what somebody wished to hear is being read aloud
};

using EventKinds = std::variant<
    Started, ProcedureChosen, SearchWished, UnsureWished, GuideAnswered, Proceeded, WentBack,
    Refused, LeaveWished, LeaveConfirmed, OverlayClosed, WhyWished, StaffWished, NoCardWished,
    LanguageWished, TextSizeWished, ThemeWished, VoiceWished, TypingWayWished, KeyOrderWished,
    ReachWished, MirrorWished, StillnessWished, SettingsWished, Touched, NumberShownWished,
    SaidWrong, SaidNotMine, DraftSet, LettersTyped, LetterErased, ToneTyped, WordChosen, ScanWished,
    PageRedone, PageAdded, PageTurned, PageMoved, PageDropped, QuarterTurned, ArrangeWished,
    KeepWished, PageKept, PagesOpened, AnswerReopened, OtherWayWished, WiderPlaceWished, SlipWished,
    FollowWished, CodeWished, DossierOpened, ApologyWished, HomeWished, RatingWished, GradeChosen,
    ReasonChosen, ReportWished, DemandChosen, DemandPlaceChosen, CounterChosen, DemandDayChosen,
    EvidenceWished, PhoneWished, PhotoWished, PayWished, PayCodeWished, FeeLeft, VoicePanelWished,
    SpeechRateWished, SpeechVolumeWished, DarkWished, LampWished, EaseWished, StaffEntryWished,
    HelpScopeChosen, HandedBack, HelpedJudged, CallTakeWished, HelpHereWished, DeedsWished,
    WitnessWished, SigningNeedChosen, ExceptionWished, ExceptionReasonChosen, SubjectChosen,
    RelativeChosen, SaveWished, CardSeen, CardCodeRead, CameraFailed, CodeRefused, ChipProgressed,
    ChipRead, ChipFailed, ScanProgressed, SheetScanned, PageScanned, PageRead, ScanFailed,
    FeedEnded, PaperSeen, SlipPrinted, SlipFailed, DevicesChecked, StaffAdmitted, StaffRefused,
    CallAnswered, CallsListed, CallsNotListed, DeedsRead, DeedsNotRead, SourceAnswered,
    CodeResolved, CodeNotResolved, DossiersFound, DossiersNotFound, ReceiptChecked, ReceiptRefused,
    DossierStored, DossierNotStored, ReceiptArrived, ReceiptDelayed, OpinionStored,
    OpinionNotStored, PaymentSeen, PaymentNotSeen, WorkSaved, WorkNotSaved, SavedFound,
    SavedNotFound, WorkOpened, WorkNotOpened, LinkChanged, ServiceStopped, ServiceResumed, Ticked>;

/// One of them. Made, copied and destroyed in special_members.cpp, not anew in every file that has
/// one.
struct Event : EventKinds {
    template <OneOf<EventKinds> Kind>
    Event(Kind kind) : Event(kKindIndex<Kind, EventKinds>, &kind) {}
    Event(const Event&);
    Event(Event&&) noexcept;
    Event& operator=(const Event&);
    Event& operator=(Event&&) noexcept;
    ~Event();

private:
    Event(std::size_t index, void* kind);
};

}  // namespace motlan
