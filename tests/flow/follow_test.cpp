// A dossier that was found: what is told of it, what an officer still wishes for, and that all of
// it is gone with the citizen.
#include "kiosk/flow/followed.h"

#include "tests/flow/followed.h"

namespace motlan {
namespace {

/// Every screen that shows somebody's dossiers.
std::vector<Walk> everywhere() {
    std::vector<Walk> walks(6);
    FollowedDossier late = filed("A");
    late.events.back().is_apology = true;
    to_asking(walks[0]);
    to_followed(walks[1], {filed("A"), filed("B")});
    to_followed(walks[2], {filed("A")});
    to_followed(walks[3], {late})(ApologyWished{});
    to_followed(walks[4], {asked()})(Proceeded{});
    to_followed(walks[5], {asked()})(Proceeded{})(Proceeded{});
    return walks;
}

CheckedWish checked(const Walk& walk, std::size_t index) {
    return wishes_of(walk.at<ReviewWishes>(), example_office()).at(index);
}

}  // namespace

TEST_CASE("leaving a followed dossier asks first and then forgets everything", "[flow]") {
    for (Walk& walk : everywhere()) {
        INFO("screen number " << walk.state().screen.index());
        CHECK(walk(LeaveWished{}).shows<ReallyLeave>());
        CHECK(walk(LeaveConfirmed{}).is_at<Goodbye>());
        CHECK(walk.wait(8s).effects<EndVisit>().size() == 1);
    }
}

TEST_CASE("somebody's dossiers do not stay on the screen alone", "[flow]") {
    for (Walk& walk : everywhere()) {
        INFO("screen number " << walk.state().screen.index());
        const bool is_finding = walk.is_at<FindDossier>();
        CHECK_FALSE(walk.wait(is_finding ? 119s : 89s).shows<StillThere>());
        CHECK(walk.wait(1s).shows<StillThere>());
        CHECK(walk.wait(30s).is_at<Goodbye>());
    }
}

TEST_CASE("language, size and an officer's call keep the place in a followed dossier", "[flow]") {
    for (Walk& walk : everywhere()) {
        const auto screen = walk.state().screen.index();
        walk(LanguageWished{Language::English})(TextSizeWished{TextSize::ExtraLarge});
        walk(StaffWished{});
        CHECK(walk.shows<StaffCalled>());
        CHECK(walk(OverlayClosed{}).state().screen.index() == screen);
    }
}

TEST_CASE("the time to the promised moment runs while somebody works on it", "[flow]") {
    struct Case {
        int after_hours;
        DossierStatus status;
        std::optional<TimeLeft> left;
    };
    const std::vector<Case> cases{
        {21, DossierStatus::InWork, TimeLeft{false, 1, 3}},
        {47, DossierStatus::InWork, TimeLeft{false, 0, 1}},
        {48, DossierStatus::InWork, TimeLeft{false, 0, 0}},
        {48 + 50, DossierStatus::InWork, TimeLeft{true, 2, 2}},
        {100, DossierStatus::SupplementAsked, std::nullopt},
        {100, DossierStatus::Decided, std::nullopt},
    };
    for (const Case& one : cases) {
        const auto left = time_left(filed("A", one.status), hour(one.after_hours));
        INFO(one.after_hours << " hours, status " << static_cast<int>(one.status));
        REQUIRE(left.has_value() == one.left.has_value());
        if (!left) continue;
        CHECK(left->is_late == one.left->is_late);
        CHECK(left->days == one.left->days);
        CHECK(left->hours == one.left->hours);
    }
}

TEST_CASE("a dossier without a promised day counts no time", "[flow]") {
    FollowedDossier dossier = filed("A");
    dossier.events[0].due.reset();

    CHECK_FALSE(time_left(dossier, hour(1)).has_value());
}

TEST_CASE("the letter of apology names the day that was not kept and the new one", "[flow]") {
    FollowedDossier dossier = filed("A");
    dossier.events.back().is_apology = true;
    dossier.events.back().due = hour(96);
    Walk walk;
    to_followed(walk, {dossier})(ApologyWished{});

    const auto apology = last_apology(walk.at<ReadApology>().followed.dossier());
    REQUIRE(apology.has_value());
    CHECK(apology->promised == hour(48));
    CHECK(apology->letter->due == hour(96));
    CHECK(walk(WentBack{}).is_at<FollowDossier>());
}

TEST_CASE("of several letters the last counts, with the day before it", "[flow]") {
    FollowedDossier dossier = filed("A");
    for (const int day : {96, 144}) {
        dossier.events.push_back(dossier.events.back());
        dossier.events.back().is_apology = true;
        dossier.events.back().due = hour(day);
    }

    CHECK(last_apology(dossier)->promised == hour(96));
    CHECK(last_apology(dossier)->letter->due == hour(144));
}

TEST_CASE("where nobody apologised there is no letter to read", "[flow]") {
    Walk walk;

    CHECK(to_followed(walk, {filed("A")})(ApologyWished{}).is_at<FollowDossier>());
    CHECK(walk(WentBack{}).is_at<FollowDossier>());
    CHECK(walk(Proceeded{}).is_at<Goodbye>());
}

TEST_CASE("the state is printed when wished, once at a time", "[flow]") {
    Walk walk;
    to_followed(walk, {filed("A")});
    walk(SlipPrinted{});
    CHECK_FALSE(walk.at<FollowDossier>().slip);

    walk(SlipWished{});
    const auto prints = walk.effects<PrintState>();
    REQUIRE(prints.size() == 1);
    CHECK(prints.front().dossier.code == "A");
    CHECK_FALSE(walk(SlipWished{}).has_effects());
    walk(SlipFailed{Fault::PrinterPaperOut});
    CHECK(walk.at<FollowDossier>().slip == SlipStage::NotPrinted);
    CHECK(walk(SlipWished{}).effects<PrintState>().size() == 1);
    CHECK(walk(SlipPrinted{}).at<FollowDossier>().slip == SlipStage::Printed);
}

TEST_CASE("sources are asked about a wish only after the citizen agreed", "[flow]") {
    Walk walk;
    to_followed(walk, {asked()})(Proceeded{});
    CHECK(walk.at<ReviewWishes>().stage == WishStage::MayAsk);
    CHECK_FALSE(walk.has_effects());
    CHECK(checked(walk, 0).is_source_unasked);

    walk(Proceeded{});

    CHECK(walk.at<ReviewWishes>().stage == WishStage::Asking);
    const auto queries = walk.effects<QuerySource>();
    REQUIRE_FALSE(queries.empty());
    for (const QuerySource& query : queries) {
        CHECK(query.consent.reference == "c0ffee");
        CHECK(query.profile.number.reveal().digits() == "040200000017");
        CHECK(query.procedure == ProcedureCode("1.000001"));
    }
    CHECK_FALSE(walk(Proceeded{}).has_effects());
}

TEST_CASE("what a source holds need not be brought, what nobody holds must be", "[flow]") {
    Walk walk;
    to_followed(walk, {asked()})(Proceeded{})(Proceeded{})(Walk::population());
    CHECK(walk.at<ReviewWishes>().stage == WishStage::Asking);
    walk(Walk::land(SourceVerdict::Held));

    CHECK(walk.at<ReviewWishes>().stage == WishStage::Checked);
    CHECK(checked(walk, 0).obtained.from == Provenance::Source);
    CHECK(checked(walk, 1).obtained.is_asked());
    CHECK_FALSE(checked(walk, 2).obtained.is_asked());
}

TEST_CASE("what the source looked for and has not must be brought", "[flow]") {
    Walk walk;
    to_followed(walk, {asked()})(Proceeded{})(Proceeded{})(Walk::population());
    walk(Walk::land(SourceVerdict::NotFound));

    CHECK(checked(walk, 0).obtained.asked_because == AskReason::NotFound);
}

TEST_CASE("a source that never answers keeps nobody waiting and asks nobody for paper", "[flow]") {
    Walk walk;
    to_followed(walk, {asked()})(Proceeded{})(Proceeded{});
    walk.wait(20s);

    CHECK(walk.at<ReviewWishes>().stage == WishStage::Checked);
    CHECK(checked(walk, 0).obtained.from == Provenance::Pending);
    walk(Walk::land(SourceVerdict::Held));
    CHECK(checked(walk, 0).obtained.from == Provenance::Source);
}

TEST_CASE("a source that was not asked, or speaks of something else, is not listened to",
          "[flow]") {
    Walk walk;
    to_followed(walk, {asked()})(Proceeded{})(Walk::land(SourceVerdict::NotFound));
    CHECK(walk.at<ReviewWishes>().words.empty());
    walk(Proceeded{});
    SourceAnswered other = Walk::land(SourceVerdict::NotFound);
    other.words[ConceptId("document.lease")] = {.verdict = SourceVerdict::Held,
                                                .source = SourceId("dd")};

    walk(other);

    CHECK_FALSE(walk.at<ReviewWishes>().words.contains(ConceptId("document.lease")));
}

TEST_CASE("wishes that no source can grant need no question", "[flow]") {
    FollowedDossier dossier = asked();
    dossier.events.back().wishes = {{ConceptId("document.lease"), "Hợp đồng", ""}};
    Walk walk;
    to_followed(walk, {dossier})(Proceeded{});

    CHECK(walk.at<ReviewWishes>().stage == WishStage::Checked);
    CHECK(walk(WentBack{}).is_at<FollowDossier>());
}

TEST_CASE("a supplement that names nothing has nothing to review", "[flow]") {
    Walk walk;
    to_followed(walk, {filed("A", DossierStatus::SupplementAsked)})(Proceeded{});

    CHECK(walk.is_at<Goodbye>());
}

TEST_CASE("a procedure that this kiosk does not know is followed all the same", "[flow]") {
    FollowedDossier dossier = asked();
    dossier.procedure = "9.999999";
    Walk walk;
    to_followed(walk, {dossier})(Proceeded{})(Proceeded{})(Walk::population());
    walk(Walk::land(SourceVerdict::Held));

    CHECK(checked(walk, 0).obtained.from == Provenance::Source);
    CHECK(checked(walk, 1).obtained.is_asked());
}

TEST_CASE("sixty-four moments and endless words change nothing", "[flow]") {
    FollowedDossier dossier = filed("A");
    while (dossier.events.size() < 64) {
        dossier.events.push_back(dossier.events.back());
        dossier.events.back().words = std::string(10'000, 'W');
    }
    Walk walk;
    to_followed(walk, {dossier});

    CHECK(walk.at<FollowDossier>().followed.dossier().events.size() == 64);
    CHECK(walk(SlipWished{}).effects<PrintState>().size() == 1);
}

}  // namespace motlan
