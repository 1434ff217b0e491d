// What is laid over a screen: questions, help, staff, and how the kiosk is made easier to use.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/card_hint.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/kinds.h"
#include "kiosk/domain/acquisition.h"
#include "kiosk/domain/call.h"
#include "kiosk/domain/deed.h"
#include "kiosk/domain/help.h"
#include "kiosk/domain/item.h"
#include "kiosk/domain/paper_exception.h"

namespace motlan {

/// X03: why is this asked, or why not.
struct WhyAsked {
    ItemId item;
};
/// X01: the idle time is over; `ends` is when the visit ends by itself.
struct StillThere {
    SteadyTime ends{};
    int seconds_left = 0;
};
/// X02: an officer was called at that time.
struct StaffCalled {
    WallTime at{};
    bool is_taken = false;  ///< somebody is on the way
};
/// C06: what to do without a card, or with one that cannot be read.
struct NoCard {};
/// X05: really leave and lose everything?
struct ReallyLeave {};
/// Whose data this is: the card and its source disagree, or the citizen says that it is not theirs.
/// Staff look at it, or all of it is forgotten (ux 5.4).
struct NotTheSame {
    bool is_said = false;  ///< by the citizen
};
/// What was answered, once more in words, before it counts: for whom all is made easy.
struct AnswerSaid {};
/// Leaving a fee that may have been paid already.
struct LeaveFee {};
/// C02, the page about how it is read aloud: speed, loudness, once more, with a dark screen.
struct VoicePanel {};
/// C02: size, colours, reach, hand and motion, changed at once.
struct EasySettings {};

/// What for somebody signs in: to help, or to read or witness a declaration.
enum class EntryFor : std::uint8_t { Help, Reader, Witness };

enum class EntryStage : std::uint8_t { Badge, Pin, Checking };

/// S01: staff sign in, over whatever is shown; nothing of it is seen meanwhile.
struct StaffEntry {
    EntryStage stage = EntryStage::Badge;
    SteadyTime ends{};  ///< unless something is done
    Picture preview{};
    CardHint hint = CardHint::NoCard;
    Bytes badge{};    ///< the code that was read
    std::string pin;  ///< the digits so far
    std::optional<Fault> refused{};
    bool is_for_machines = false;    ///< a technician's badge, which helps nobody
    std::optional<HelpCall> call{};  ///< that it answers; open until somebody is there
    EntryFor purpose = EntryFor::Help;
    SigningNeed need = SigningNeed::CannotRead;  ///< of a declaration
    std::optional<StaffMember> reader{};         ///< who has signed in before the witness
    bool is_same_person = false;                 ///< whoever came cannot be the witness
};

/// S03: may staff help, and with what? The citizen's to answer.
struct AskHelp {
    StaffMember who;
    SteadyTime ends{};
    std::optional<HelpScope> scope{};
    std::optional<ItemId> here{};  ///< the item that is asked below; nothing elsewhere
    bool is_here_only = false;     ///< the scope is for that item alone
};

/// The helper wanted to do what only the citizen may do.
struct OnlyForCitizen {};

/// S05: what the helper has entered, for the citizen to confirm.
struct HelpReview {};

enum class BoardPage : std::uint8_t { Calls, Deeds };

/// S02 and S08: what staff see who have signed in where nobody is served: who has called for help,
/// and what they have done here today.
struct StaffBoard {
    BoardPage page = BoardPage::Calls;
    SteadyTime ends{};                ///< unless something is touched
    SteadyTime asked{};               ///< when the province was asked last
    std::optional<CallList> calls{};  ///< empty: not known yet
    bool is_cut = false;              ///< the province does not answer: nobody elsewhere is known
    std::optional<std::vector<StaffDeed>> deeds{};
    std::optional<Fault> fault{};  ///< why the deeds cannot be read
};

/// S06: why somebody cannot declare alone. The citizen's to say.
struct WitnessWish {
    std::optional<SigningNeed> need{};
};

/// S06: the declaration was read; two members of staff say so, and the citizen agrees.
struct WitnessedSigning {
    WitnessStatement statement;
    StaffMember reader;
    StaffMember witness;
    SteadyTime ends{};
};

enum class ExceptionStage : std::uint8_t {
    Checking,  ///< the source is asked anew
    Choosing,  ///< it does not answer
    Blocked,   ///< it answers: nothing is taken
};

/// S07: a supervisor wants to take a paper that a source should hold.
struct ExceptionWish {
    ItemId item;
    ExceptionStage stage = ExceptionStage::Checking;
    SourceWord word{};  ///< what the source has just said, or that it says nothing
    std::optional<ExceptionReason> reason{};
    SteadyTime ends{};
};

using OverlayKinds = std::variant<std::monostate, WhyAsked, StillThere, StaffCalled, NoCard,
                                  ReallyLeave, NotTheSame, AnswerSaid, LeaveFee, VoicePanel,
                                  EasySettings, StaffEntry, AskHelp, OnlyForCitizen, HelpReview,
                                  StaffBoard, WitnessWish, WitnessedSigning, ExceptionWish>;

/// One of them. Made, copied and destroyed in special_members.cpp, not anew in every file that has
/// one.
struct Overlay : OverlayKinds {
    template <OneOf<OverlayKinds> Kind>
    Overlay(Kind kind) : Overlay(kKindIndex<Kind, OverlayKinds>, &kind) {}
    Overlay() noexcept;
    Overlay(const Overlay&);
    Overlay(Overlay&&) noexcept;
    Overlay& operator=(const Overlay&);
    Overlay& operator=(Overlay&&) noexcept;
    ~Overlay();

private:
    Overlay(std::size_t index, void* kind);
};

}  // namespace motlan
