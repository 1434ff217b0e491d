// What can happen to a visit: somebody touched something, a device or the province answered,
// or time passed.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/domain/chip_card.h"
#include "kiosk/domain/follow.h"
#include "kiosk/flow/state.h"

namespace motlan {

// --- the citizen ---
struct Started {};
struct ProcedureChosen {
    std::size_t index;
};
struct SearchWished {};  ///< look for a procedure by words
struct UnsureWished {};  ///< "I don't know": the three questions
/// One of the answers to the guide's question on the screen.
struct GuideAnswered {
    std::string answer;
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
struct LanguageWished {
    Language language;
};
struct TextSizeWished {
    TextSize size;
};
struct ThemeWished {
    ColourTheme theme;
};
/// Whatever can be touched in the lower half of the screen, or everywhere again.
struct ReachWished {
    bool is_wished;
};
/// The ways on at the left hand.
struct MirrorWished {
    bool is_wished;
};
/// Let nothing move on the screen.
struct StillnessWished {
    bool is_wished;
};
struct SettingsWished {};  ///< everything that makes the kiosk easier to use
/// How keys become Vietnamese letters, on the screen's keyboard and on a real one.
struct TypingWayWished {
    TypingWay way;
};
/// Read the screen aloud, or stop it.
struct VoiceWished {
    bool is_wished;
};
/// Something was touched that changes nothing but shows that somebody is there.
struct Touched {};
struct NumberShownWished {};
struct SaidWrong {
    ItemId item;
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
struct ScanWished {};
struct PageRedone {};
struct PageAdded {};  ///< keep this page and scan one more
struct AnswerReopened {
    ItemId item;
};
/// "I have something else": the next way of the alternative that this item belongs to.
struct OtherWayWished {
    ItemId item;
};
/// One step up from a place: from the one chosen to the list, from the list to the provinces.
struct WiderPlaceWished {};
struct SlipWished {};    ///< print, or print again
struct FollowWished {};  ///< where is a dossier that was filed before?
struct DossierOpened {
    std::size_t index;
};
struct ApologyWished {};

// --- devices ---
struct CardSeen {
    Picture preview;
    CardHint hint;
};
struct CardCodeRead {
    Bytes payload;
};
struct CameraFailed {
    Fault fault;
};
/// A reader that decodes by itself sent what is no code for us.
struct CodeRefused {
    Fault fault;
};
struct ChipProgressed {
    int percent;
};
struct ChipRead {
    ChipCard card;
    Picture face;  ///< where this kiosk shows it
};
struct ChipFailed {
    Fault fault;
};
struct ScanProgressed {
    int percent;
};
struct SheetScanned {};  ///< the scanner is done, the page is being checked
struct PageScanned {
    Page page;
};
struct ScanFailed {
    Fault fault;
};
struct SlipPrinted {};
struct SlipFailed {
    Fault fault;
};
struct DevicesChecked {
    std::vector<Fault> out_of_order;
};

// --- the province ---
/// A source's signed and verified answer, or why there is none, for each concept it was asked.
struct SourceAnswered {
    SourceId source;
    SourceWords words;
};
/// The province said whose code that was.
struct CodeResolved {
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
};
struct ReceiptDelayed {
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
};

using Event = std::variant<
    Started, ProcedureChosen, SearchWished, UnsureWished, GuideAnswered, Proceeded, WentBack,
    ReachWished, MirrorWished, StillnessWished, SettingsWished, Refused, LeaveWished,
    LeaveConfirmed, OverlayClosed, WhyWished, StaffWished, LanguageWished, TextSizeWished,
    ThemeWished, VoiceWished, TypingWayWished, Touched, NumberShownWished, SaidWrong, DraftSet,
    LettersTyped, LetterErased, ToneTyped, ScanWished, PageRedone, PageAdded, AnswerReopened,
    OtherWayWished, WiderPlaceWished, SlipWished, FollowWished, DossierOpened, ApologyWished,
    CardSeen, CardCodeRead, CameraFailed, CodeRefused, ChipProgressed, ChipRead, ChipFailed,
    ScanProgressed, SheetScanned, PageScanned, ScanFailed, SlipPrinted, SlipFailed, DevicesChecked,
    SourceAnswered, CodeResolved, CodeNotResolved, DossiersFound, DossiersNotFound, ReceiptChecked,
    ReceiptRefused, DossierStored, DossierNotStored, ReceiptArrived, ReceiptDelayed, LinkChanged,
    ServiceStopped, ServiceResumed, Ticked>;

}  // namespace motlan
