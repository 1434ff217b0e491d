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
#include "kiosk/core/device_role.h"
#include "kiosk/core/fault.h"
#include "kiosk/core/image.h"
#include "kiosk/core/kinds.h"
#include "kiosk/domain/place.h"
#include "kiosk/domain/search.h"
#include "kiosk/flow/assistance.h"
#include "kiosk/flow/behalf_state.h"
#include "kiosk/flow/card_state.h"
#include "kiosk/flow/comfort.h"
#include "kiosk/flow/follow_state.h"
#include "kiosk/flow/hindrance.h"
#include "kiosk/flow/opinion_state.h"
#include "kiosk/flow/overlay.h"
#include "kiosk/flow/paper_state.h"
#include "kiosk/flow/progress.h"
#include "kiosk/flow/saved_state.h"
#include "kiosk/flow/submit_state.h"
#include "kiosk/flow/visit.h"

namespace motlan {

// --- before anything personal is known ---

/// C01: the welcome screen. Faults of devices are said before anybody starts.
struct Welcome {
    std::vector<DeviceTrouble> out_of_order;
    bool is_offline = false;
    Ability ability{};
};

/// C03: everything that can be done here.
struct Home {};

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
    Hindrance hindrance = Hindrance::None;
    ChooseProcedure chosen_from{};  ///< where going back leads
};

// --- with a Visit ---

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
    /// What stood there before a word was chosen; delete brings it back, any other key forgets it.
    std::optional<std::string> unchosen{};
    PlaceSearch place;  ///< of a question for a commune or ward
};

/// C14: everything once more.
struct ReviewAll {
    Visit visit;
};

/// C15: the declaration.
struct Declare {
    Visit visit;
};

enum class ReportStage : std::uint8_t { What, Words, Where, Counter, When, Check, Phone };

/// C24 and C25: what was demanded, where and when, then everything once more before it is sent.
/// It names nobody; only from there a telephone number is written, by whoever wishes to leave one.
struct ReportRequest {
    UnlawfulRequest request;
    std::variant<Home, WhatYouNeed, FollowDossier, OpinionKept> back;
    ReportStage stage = ReportStage::What;
    std::optional<std::string> unchosen{};  ///< as in AskQuestion, of the words
};

/// C25: the demand in writing, laid and scanned as a paper is, and looked at before it goes along.
struct ReportPhoto {
    ReportRequest report;  ///< at ReportStage::Check
    std::optional<Page> page{};
    ScanStage stage = ScanStage::LayPaper;
    int percent = 0;
    std::optional<Fault> fault{};  ///< what went wrong with the last try
    Picture sight{};               ///< what a document camera sees
    PaperHint hint = PaperHint::NoPaper;
    bool is_again = false;  ///< the sheet that was just looked at may be meant
};

/// C29: everything is forgotten; take your papers.
struct Goodbye {
    SteadyTime since{};          ///< when it came, or when it last reminded
    bool is_paper_left = false;  ///< the document camera sees a sheet
    int reminders = 0;           ///< of that sheet, so far
};

/// C28: this kiosk serves nobody now.
struct OutOfService {
    Fault fault;
    WallTime since{};
};

using ScreenKinds =
    std::variant<Welcome, Home, ChooseProcedure, WhatYouNeed, ShowCard, ReadCardChip, ChooseSubject,
                 Consent, AskSources, CheckDetails, SayWrong, AskQuestion, ListPapers, ScanPaper,
                 ReviewPage, ReviewAll, Declare, Submitting, Submitted, KeptForLater, NotFiled,
                 PayFee, FindDossier, ChooseDossier, FollowDossier, ReadApology, ReviewWishes,
                 RateService, ReportRequest, ReportPhoto, OpinionKept, SavingWork, SavedForLater,
                 Goodbye, OutOfService>;

struct Screen : ScreenKinds {
    template <OneOf<ScreenKinds> Kind>
    Screen(Kind kind) : Screen(kKindIndex<Kind, ScreenKinds>, &kind) {}
    Screen() noexcept;
    Screen(const Screen&);
    Screen(Screen&&) noexcept;
    Screen& operator=(const Screen&);
    Screen& operator=(Screen&&) noexcept;
    ~Screen();

private:
    Screen(std::size_t index, void* kind);
};

struct State {
    Screen screen = Welcome{};
    Overlay overlay;
    Overlay beneath;  ///< what StillThere was laid over; there again once somebody answers
    Comfort comfort;
    bool is_offline = false;  ///< the province cannot be reached now
    std::vector<DeviceTrouble> out_of_order;
    Ability ability;                    ///< what the devices allow now
    std::vector<Hindrance> hindrances;  ///< of the office's procedures; empty: none has any
    SteadyTime last_touch{};            ///< for the idle time
    SteadyTime steady{};                ///< as of the last tick
    WallTime now{};                     ///< as of the last tick, for the header's clock
    std::optional<SignedIn> staff;      ///< who has signed in here and may ask to help
    std::optional<Assistance> help;     ///< while the citizen lets somebody help
    std::vector<HelpRecord> helped;     ///< the times that somebody has helped in this visit
    std::optional<WitnessStatement> witnessed;  ///< of a citizen who could not declare alone
    std::string reference;  ///< random, made once by the app; names this visit's consent
};

}  // namespace motlan
