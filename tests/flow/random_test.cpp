// Many random events from a fixed seed: whatever happens, the visit keeps its promises.
#include <random>
#include <set>

#include "kiosk/core/utf8.h"
#include "kiosk/domain/id_card_qr.h"
#include "tests/flow/followed.h"
#include "tests/flow/random_staff.h"

namespace motlan {
namespace {

constexpr int kEvents = 400'000;
/// Of a paper that an officer wishes for; those of the examples have two.
constexpr int kMostPages = 10;

constexpr std::string_view kRelations = R"(
[[source]]
id = "ht"
name = { vi = "CSDL hộ tịch", en = "Civil status" }
publishes = [{ concept = "relation.children", act = "Nghị quyết", from = "2026-01-01", verified = true }]
)";

/// One that may be filed for a child.
Procedure for_child(const SourceRegister& sources) {
    return examples::procedure(
        "[behalf]\nfor = [\"child\"]\nbasis = { document = \"L\", verified = true }\n" +
            examples::item("name", "person.full_name") +
            examples::item(
                "where", "will.subject_number",
                std::string(examples::kText) + "\nwhen = { behalf = \"child\", known = false }"),
        sources);
}

/// The usual procedure, one for a child, and one with a dependent question and an alternative.
Office random_office() {
    Office office = example_office();
    office.sources = examples::sources(std::string(examples::kSources) + std::string(kRelations));
    office.has_chip_reader = true;
    office.procedures.push_back(for_child(office.sources));
    const std::string when = "\nwhen = { item = \"reason\", is = \"yes\" }";
    office.procedures.push_back(examples::procedure(
        examples::item("reason", "will.reason", examples::kChoice) +
        examples::item("where", "will.where", std::string(examples::kText) + when) +
        examples::item("lease", "document.lease", examples::kPaper) +
        examples::item("home", "document.house_ownership",
                       std::string(examples::kPaper) + std::string(examples::kFallback)) +
        "[[alternative]]\nid = \"proof\"\nlabel = { vi = \"A\", en = \"B\" }\n"
        "basis = { document = \"L\", verified = true }\nways = [[\"lease\"], [\"home\"]]\n"));
    return office;
}

/// The events that carry a visit forward.
Event forward(Dice& dice) {
    switch (dice.below(9)) {
        case 0: return Started{};
        case 1: return ProcedureChosen{dice.below(4)};
        case 2: return CardCodeRead{to_bytes(dice.below(4) == 0 ? "https://x" : kMarkedCard)};
        case 3: return Walk::population();
        case 4: return Walk::land(some_verdict(dice));
        case 5: return DraftSet{dice.one_of<std::string>({"yes", "3", "Vinh", "", "\xFF"})};
        case 6: return LettersTyped{dice.one_of<std::string>({"Nghê", " ", "\n", "aa"})};
        case 7: return PageScanned{Walk::page()};
        default: return Proceeded{};
    }
}

/// For whom it is, and who that is.
Event with_behalf(Dice& dice) {
    SourceWords words;
    words[relation_of(ForWhom::Child)] = {
        .verdict = some_verdict(dice),
        .source = SourceId("ht"),
        .value = Personal(dice.one_of<std::string>(
            {"040214000033|Dấu Vết Con|2014-11-21|Nam|held:1", "040214000033|Con", ""}))};
    switch (dice.below(6)) {
        case 0: return SubjectChosen{static_cast<ForWhom>(dice.below(5))};
        case 1: return RelativeChosen{dice.below(3)};
        case 2: return Refused{};
        case 3: return Proceeded{};
        case 4: return LinkChanged{dice.below(2) == 0};
        default: return SourceAnswered{SourceId("ht"), words};
    }
}

Event with_chip(Dice& dice) {
    switch (dice.below(3)) {
        case 0: return ChipProgressed{static_cast<int>(dice.below(101))};
        case 1:
            return ChipFailed{dice.one_of<Fault>(
                {Fault::ChipRemoved, Fault::ChipForged, Fault::ChipReaderUnavailable})};
        default: break;
    }
    ChipCard card{.profile = parse_id_card_qr(as_bytes(kMarkedCard), examples::today())->profile};
    card.trust = dice.below(2) == 0 ? ChipTrust::Authentic : ChipTrust::Unchecked;
    if (card.trust == ChipTrust::Authentic) card.profile.read_from = ReadFrom::CardChip;
    return ChipRead{std::move(card), nullptr};
}

Event with_vneid(Dice& dice) {
    switch (dice.below(3)) {
        case 0: return CardCodeRead{to_bytes(std::string(40, 'a'))};
        case 1: return CodeNotResolved{Fault::VneidUnknown};
        default:
            return CodeResolved{
                parse_id_card_qr(as_bytes(kMarkedCard), examples::today())->profile};
    }
}

FollowedDossier some_dossier(Dice& dice) {
    FollowedDossier dossier = asked(std::to_string(dice.below(3)));
    switch (dice.below(4)) {
        case 0: dossier.events.back().status = DossierStatus::PaymentAsked; break;
        case 1:
            dossier.events.back().status = static_cast<DossierStatus>(1 + dice.below(10));
            break;
        default: break;
    }
    dossier.events.back().is_apology = dice.below(2) == 0;
    if (dice.below(5) == 0) dossier.events.clear();
    return dossier;
}

/// A dossier that was filed before.
Event with_followed(Dice& dice) {
    switch (dice.below(12)) {
        case 9: return PayWished{};
        case 10: return CodeWished{};
        case 11: return LettersTyped{dice.one_of<std::string>({"261123", "0087", "H4-"})};
        case 0: return FollowWished{};
        case 1: return CardCodeRead{to_bytes(dice.below(2) == 0 ? kMarkedCard : kOtherCard)};
        case 2: return CardCodeRead{to_bytes(kReceiptText)};
        case 3: return ReceiptChecked{{.code = std::to_string(dice.below(5))}};
        case 4: return ReceiptRefused{Fault::ReceiptForged};
        case 5: return DossiersNotFound{Fault::EventForged};
        case 6: return DossierOpened{dice.below(4)};
        case 7: return ApologyWished{};
        default: break;
    }
    std::vector<FollowedDossier> dossiers;
    while (dossiers.size() < dice.below(4)) dossiers.push_back(some_dossier(dice));
    return DossiersFound{std::move(dossiers)};
}

/// Home, opinions and fees.
Event with_opinion(Dice& dice) {
    switch (dice.below(14)) {
        case 0: return HomeWished{};
        case 1: return RatingWished{};
        case 2: return GradeChosen{static_cast<int>(dice.below(8)) - 1};
        case 3: return ReasonChosen{static_cast<RatingReason>(dice.below(6))};
        case 4: return ReportWished{};
        case 5: return DemandChosen{static_cast<Demand>(dice.below(6))};
        case 6: return DemandPlaceChosen{static_cast<DemandPlace>(dice.below(4))};
        case 7: return DemandDayChosen{static_cast<DemandDay>(dice.below(4))};
        case 8:
            switch (dice.below(3)) {
                case 0: return EvidenceWished{dice.below(2) == 0};
                case 1: return PhotoWished{};
                default: return PhoneWished{dice.below(2) == 0};
            }
        case 9: return PayWished{};
        case 10:
            return PaymentSeen{{.state = static_cast<PaymentState>(dice.below(5)),
                                .dossier = std::string(32, 'f')}};
        case 11: return PaymentNotSeen{Fault::PaymentUnavailable};
        case 12: return dice.below(2) == 0 ? Event(PayCodeWished{}) : Event(FeeLeft{});
        default:
            return dice.below(2) == 0 ? Event(OpinionStored{"o"})
                                      : Event(OpinionNotStored{Fault::DiskFull});
    }
}

/// Everything else that people, devices and the province do.
Event sideways(Dice& dice) {
    switch (dice.below(36)) {
        case 32:
        case 33:
        case 34:
        case 35: return with_opinion(dice);
        case 29: return with_chip(dice);
        case 30: return with_vneid(dice);
        case 31: return CodeRefused{Fault::ReaderNotUtf8};
        case 0: return WentBack{};
        case 1: return Refused{};
        case 2: return LeaveWished{};
        case 3: return dice.below(8) == 0 ? Event(LeaveConfirmed{}) : Event(OverlayClosed{});
        case 4: return WhyWished{some_item(dice)};
        case 5: return StaffWished{};
        case 6: return SaidWrong{some_item(dice)};
        case 7: return LetterErased{};
        case 8: return ToneTyped{dice.one_of<char>({'s', 'f', 'z', '\0'})};
        case 9: return ScanWished{};
        case 10: return PageRedone{};
        case 11: return PageAdded{};
        case 12: return AnswerReopened{some_item(dice)};
        case 13: return SlipWished{};
        case 14: return CardSeen{nullptr, static_cast<CardHint>(dice.below(9))};
        case 15: return CameraFailed{Fault::CameraUnavailable};
        case 16: return ScanProgressed{static_cast<int>(dice.below(300)) - 100};
        case 17: return SheetScanned{};
        case 18:
            return ScanFailed{dice.one_of<Fault>({Fault::ScannerJam, Fault::ScannerCancelled})};
        case 19:
            return dice.below(2) == 0 ? Event(SlipPrinted{})
                                      : Event(SlipFailed{Fault::PrinterPaperOut});
        case 20:
            return dice.below(9) == 0 ? Event(DossierNotStored{Fault::DiskFull})
                                      : Event(DossierStored{"d"});
        case 21:
            return dice.below(2) == 0 ? Event(ReceiptArrived{})
                                      : Event(ReceiptDelayed{Fault::BackendUnreachable});
        case 22: return LinkChanged{dice.below(2) == 0};
        case 23: return dice.below(2) == 0 ? Event(ServiceStopped{}) : Event(ServiceResumed{});
        case 24: return OtherWayWished{some_item(dice)};
        case 25: return SearchWished{};
        case 26: return dice.below(2) == 0 ? Event(UnsureWished{}) : Event(NoCardWished{});
        case 28: return QuarterTurned{};
        case 27: return GuideAnswered{dice.one_of<std::string>({"child", "none", ""})};
        default: return NumberShownWished{};
    }
}

bool is_about_staff(const State& state) {
    return state.help || std::holds_alternative<StaffEntry>(state.overlay) ||
           std::holds_alternative<AskHelp>(state.overlay) ||
           std::holds_alternative<StaffBoard>(state.overlay) ||
           std::holds_alternative<WitnessWish>(state.overlay) ||
           std::holds_alternative<WitnessedSigning>(state.overlay) ||
           std::holds_alternative<ExceptionWish>(state.overlay) ||
           std::holds_alternative<Declare>(state.screen);
}

/// Saving for later, and taking up what may or may not fit.
Event with_saved(Dice& dice) {
    SavedSlip slip;
    slip.code = Personal(std::string("MLS1:A"));
    SavedWork work;
    work.procedure = ProcedureCode(dice.below(4) == 0 ? "9.999999" : "9.000001");
    work.answers.emplace(ItemId("copies"), Personal(dice.one_of<std::string>({"3", "900", "x"})));
    work.papers[ItemId("lease")].resize(1 + dice.below(3), SavedPage{.page = Walk::page()});
    switch (dice.below(7)) {
        case 0: return WorkSaved{slip};
        case 1: return WorkNotSaved{Fault::SavedNoRoom};
        case 2: return CardCodeRead{to_bytes("MLS1:A")};
        case 3: return SavedFound{slip};
        case 4: return WorkOpened{work};
        case 5: return WorkNotOpened{Fault::SavedOtherCard};
        default: return SaveWished{};
    }
}

bool is_about_saving(const Screen& screen) {
    return std::holds_alternative<SavingWork>(screen) ||
           std::holds_alternative<FindDossier>(screen);
}

bool is_following(const Screen& screen) {
    return std::visit([](const auto& one) { return requires { one.followed; }; }, screen) ||
           std::holds_alternative<FindDossier>(screen);
}

bool is_about_opinion(const Screen& screen) {
    return std::holds_alternative<Home>(screen) || std::holds_alternative<RateService>(screen) ||
           std::holds_alternative<ReportRequest>(screen) ||
           std::holds_alternative<OpinionKept>(screen) || std::holds_alternative<PayFee>(screen);
}

Event some_event(Dice& dice, const State& state) {
    const Screen& screen = state.screen;
    const std::size_t kind = dice.below(40);
    if (const auto* entry = std::get_if<StaffEntry>(&state.overlay); entry != nullptr && kind < 20)
        return with_entry(dice, *entry);
    if (const auto* wish = std::get_if<ExceptionWish>(&state.overlay); wish != nullptr && kind < 20)
        return with_exception(dice, *wish);
    if (kind < (is_about_staff(state) ? 18 : 1)) return with_staff(dice);
    if (kind < (is_following(screen) ? 20 : 2)) return with_followed(dice);
    if (kind == 39 || (kind >= 32 && is_about_saving(screen))) return with_saved(dice);
    if (kind < 15 && is_about_opinion(screen)) return with_opinion(dice);
    if (kind < 30 && std::holds_alternative<ChooseSubject>(screen)) return with_behalf(dice);
    return kind < 26 ? forward(dice) : sideways(dice);
}

bool is_asked_without_need(const Visit& visit) {
    return std::ranges::any_of(visit.plan.items, [&](const Acquisition& got) {
        const auto word = visit.words.find(visit.procedure.find(got.item)->concept_id);
        return got.is_asked() && got.asked_because != AskReason::Disputed &&
               word != visit.words.end() && word->second.verdict == SourceVerdict::Held;
    });
}

/// What must hold of every state that a visit can reach.
void check_invariants(const State& state) {
    if (const auto* screen = std::get_if<ChooseProcedure>(&state.screen)) {
        REQUIRE(is_utf8(screen->typed));
        REQUIRE(count_letters(screen->typed) <= 60);
        REQUIRE(screen->found.places.size() <= Search::kPage);
    }
    if (const auto* screen = std::get_if<AskQuestion>(&state.screen)) {
        REQUIRE(screen->visit.plan.find(screen->item)->is_asked());
        REQUIRE(is_utf8(screen->draft));
        REQUIRE((screen->number >= 1 && screen->number <= screen->total));
    }
    if (const auto* screen = std::get_if<ScanPaper>(&state.screen)) {
        REQUIRE(screen->visit.plan.find(screen->item)->is_asked());
        REQUIRE((screen->laid.size() <= 2 && screen->percent >= 0 && screen->percent <= 100));
    }
    if (const auto* screen = std::get_if<Declare>(&state.screen)) {
        REQUIRE_FALSE(is_asked_without_need(screen->visit));
        const bool is_nobody = screen->visit.behalf && !is_named(*screen->visit.behalf);
        REQUIRE_FALSE((is_nobody && !screen->visit.words.empty()));
    }
    if (const auto* screen = std::get_if<ChooseSubject>(&state.screen)) {
        REQUIRE((screen->stage == BehalfStage::Pick) == !screen->people.empty());
    }
    if (const auto* screen = std::get_if<RateService>(&state.screen)) {
        REQUIRE((screen->rating.grade >= 0 && screen->rating.grade <= kMostGrade));
    }
    if (const auto* screen = std::get_if<PayFee>(&state.screen)) {
        REQUIRE((screen->stage != FeeStage::Waiting || screen->payment));
        REQUIRE(screen->seconds_left >= 0);
    }
    const auto followed_of = [](const auto& screen) -> const Followed* {
        if constexpr (requires { screen.followed.chosen; }) return &screen.followed;
        return nullptr;
    };
    const Followed* followed = std::visit(followed_of, state.screen);
    if (followed != nullptr) {
        REQUIRE(followed->chosen < followed->dossiers.size());
        REQUIRE_FALSE(followed->dossier().events.empty());
    }
    // A helper stands where a citizen has begun, and never before a sent or forgotten dossier.
    if (is_helping(state)) {
        REQUIRE_FALSE(std::holds_alternative<Submitting>(state.screen));
        REQUIRE_FALSE(std::holds_alternative<Goodbye>(state.screen));
        REQUIRE_FALSE(std::holds_alternative<Welcome>(state.screen));
    }
    const auto visit_of = [](const auto& screen) -> const Visit* {
        if constexpr (requires { screen.visit; }) return &screen.visit;
        return nullptr;
    };
    const Visit* visit = std::visit(visit_of, state.screen);
    for (const auto& [item, pages] : visit != nullptr ? visit->papers : Papers{}) {
        REQUIRE(std::ssize(pages) <= kMostPages);
    }
}

}  // namespace

TEST_CASE("hundreds of thousands of random events break no promise and reach every screen",
          "[flow]") {
    Dice dice;
    Walk walk(random_office());
    std::set<std::size_t> screens;
    std::size_t stored = 0;
    std::size_t helped = 0;
    std::size_t witnessed = 0;

    for (int i = 0; i < kEvents; ++i) {
        if (dice.below(50) == 0) walk.wait(std::chrono::seconds(dice.below(40)));
        walk(some_event(dice, walk.state()));
        screens.insert(walk.state().screen.index());
        stored += walk.effects<StoreDossier>().size();
        helped += walk.effects<NoteHelp>().size();
        witnessed += walk.effects<NoteWitness>().size();
        check_invariants(walk.state());
        // A process serves one visit: after its end a fresh one starts.
        if (!walk.effects<EndVisit>().empty()) walk = Walk(random_office());
    }

    for (std::size_t i = 0; i < std::variant_size_v<ScreenKinds>; ++i) {
        INFO("screen " << i);
        CHECK(screens.contains(i));
    }
    CHECK(stored > 50);
    CHECK(helped > 20);
    CHECK(witnessed > 0);
}

}  // namespace motlan
