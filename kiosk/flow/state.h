// Where a visit is. One struct per screen; everything personal lives in one Visit, which only
// the states between the card and the goodbye hold: leaving them destroys it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/card_hint.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/domain/dossier.h"
#include "kiosk/domain/place.h"
#include "kiosk/domain/receipt.h"
#include "kiosk/domain/search.h"
#include "kiosk/flow/comfort.h"
#include "kiosk/flow/follow_state.h"
#include "kiosk/flow/progress.h"

namespace motlan {

/// What a citizen files and has said so far.
struct Visit {
    Procedure procedure;
    Profile profile;
    std::optional<ConsentRecord> consent;
    SourceWords words;
    AcquisitionPlan plan;
    Answers answers;
    Papers papers;
    Disputes disputes;
    Answers drafts;  ///< what was begun and not yet said, so that going back loses nothing
    Ways wished;     ///< the citizen's own choice among alternatives
    Picture face;    ///< from the chip, where this kiosk shows it; never leaves it
    std::vector<ItemId> dropped;  ///< answers that the last one has made needless, to be told
};

// --- before anything personal is known ---

/// C01: the welcome screen. Faults of devices are said before anybody starts.
struct Welcome {
    std::vector<Fault> out_of_order;
    bool is_offline = false;
};

enum class ChooseBy : std::uint8_t { Questions, Words };

/// C04: which procedure, by what has happened in life, by three questions, or by words.
struct ChooseProcedure {
    ChooseBy by = ChooseBy::Questions;
    std::vector<std::string> asked;  ///< ids of the guide's questions so far; empty: its first
    std::string typed;               ///< the words so far
    Found found;                     ///< what the words or the last answer lead to
};

/// The question on the screen; nullptr when the guide has none.
[[nodiscard]] const GuideQuestion* current_question(const ChooseProcedure& screen,
                                                    const Guide& guide);

/// C05: what is needed, and above all what is not.
struct WhatYouNeed {
    Procedure procedure;
    AcquisitionPlan expected;
    bool may_start = true;        ///< false: offline, and an item may not be left to the office
    ChooseProcedure chosen_from;  ///< where going back leads
};

/// C07: the card is held before the camera.
struct ShowCard {
    Procedure procedure;
    AcquisitionPlan expected;
    Picture preview;  ///< what the camera sees; empty until the first frame
    CardHint hint = CardHint::NoCard;
    std::optional<Fault> refused;  ///< why the last code was not taken
    int refusals = 0;              ///< after three, staff is suggested
    bool is_resolving = false;     ///< the province is asked whose VNeID code was shown
};

// --- with a Visit ---

/// C07b: where this kiosk has a chip reader, the card is laid on it; nothing depends on that.
struct ReadCardChip {
    Visit visit;
    std::optional<int> percent;  ///< while the chip is being read
    std::optional<Fault> fault;  ///< what went wrong with the last try
};

/// C08: may the sources be asked?
struct Consent {
    Visit visit;
};

/// Between C08 and C09: the sources are being asked.
struct AskSources {
    Visit visit;
    std::map<SourceId, SourceProgress> sources;
    SteadyTime since{};
};

/// C09: is what we know right?
struct CheckDetails {
    Visit visit;
    bool number_shown = false;
    SteadyTime shown_since{};  ///< the number is hidden again by itself
};

/// C09b: one value is said to be wrong.
struct SayWrong {
    Visit visit;
    ItemId item;
};

/// C10: one question.
struct AskQuestion {
    Visit visit;
    ItemId item;
    int number = 1;  ///< "question 2 of 3"
    int total = 1;
    std::string draft;         ///< the answer so far: a choice's value, digits, text or a place
    bool is_complete = false;  ///< the draft can be taken as it stands
    bool from_review = false;  ///< go back to the review afterwards
    PlaceSearch place;         ///< of a question for a commune or ward
};

enum class ScanStage : std::uint8_t { LayPaper, Scanning, Checking };

/// C12: a paper is laid on the glass and scanned.
struct ScanPaper {
    Visit visit;
    ItemId item;
    ScanStage stage = ScanStage::LayPaper;
    int percent = 0;
    std::optional<Fault> fault;  ///< what went wrong with the last try
    bool from_review = false;
    int pages = 0;          ///< accepted so far; with one or more, Proceeded goes on
    bool may_scan = true;   ///< false: there are as many pages as the paper may have
    bool replaces = false;  ///< the next accepted page takes the place of the earlier ones
};

/// C13: is the picture of the page good?
struct ReviewPage {
    Visit visit;
    ItemId item;
    Page page;
    bool from_review = false;
    bool may_add = true;  ///< one more page may follow this one
    bool replaces = false;
};

/// C14: everything once more.
struct ReviewAll {
    Visit visit;
};

/// C15: the declaration.
struct Declare {
    Visit visit;
};

enum class SendStage : std::uint8_t { Sealing, Sending, WaitingForReceipt };

/// C18: sealed, sent, waiting for the province. The visit's data is gone from here on.
struct Submitting {
    SendStage stage = SendStage::Sealing;
    std::string dossier;  ///< its id once it is safely in the outbox
    SteadyTime since{};
    BurdenReceipt burden;
    bool may_leave = false;      ///< after ten seconds waiting becomes a choice
    std::optional<Fault> delay;  ///< why it is not there yet
};

/// C19: the province has it, verified.
struct Submitted {
    Receipt receipt;
    BurdenReceipt burden;
    SlipStage slip = SlipStage::Printing;
    std::optional<Fault> slip_fault;
};

/// C18b: safe on this kiosk, not yet at the province.
struct KeptForLater {
    std::string dossier;
    BurdenReceipt burden;
    SlipStage slip = SlipStage::Printing;
    std::optional<Fault> slip_fault;
};

/// The dossier could not even be stored: nothing was promised, the citizen goes to the counter.
struct NotFiled {
    Fault fault;
};

/// C29: everything is forgotten; take your papers.
struct Goodbye {
    SteadyTime since{};
};

/// C28: this kiosk serves nobody now.
struct OutOfService {
    Fault fault;
};

using Screen =
    std::variant<Welcome, ChooseProcedure, WhatYouNeed, ShowCard, ReadCardChip, Consent, AskSources,
                 CheckDetails, SayWrong, AskQuestion, ScanPaper, ReviewPage, ReviewAll, Declare,
                 Submitting, Submitted, KeptForLater, NotFiled, FindDossier, ChooseDossier,
                 FollowDossier, ReadApology, ReviewWishes, Goodbye, OutOfService>;

// --- laid over a screen ---

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
};
/// X05: really leave and lose everything?
struct ReallyLeave {};

/// C02: size, colours, reach, hand and motion, changed at once.
struct EasySettings {};

using Overlay =
    std::variant<std::monostate, WhyAsked, StillThere, StaffCalled, ReallyLeave, EasySettings>;

struct State {
    Screen screen = Welcome{};
    Overlay overlay;
    Comfort comfort;
    bool is_offline = false;          ///< the province cannot be reached now
    std::vector<Fault> out_of_order;  ///< devices that do not work now
    SteadyTime last_touch{};          ///< for the idle time
    SteadyTime steady{};              ///< as of the last tick
    WallTime now{};                   ///< as of the last tick, for the header's clock
    std::string reference;            ///< random, made once by the app; names this visit's consent
};

}  // namespace motlan
