// When something is heard and when nothing is: sounds of cards and keys before the words, silence
// wherever nobody wishes to hear, and never more than there is to say now.
#include "kiosk/app/read_aloud.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/volume_keys.h"
#include "tests/flow/walk.h"

using namespace motlan;

namespace {

constexpr std::string_view kVneidToken = "dGhpcyBpcyBub3QgYSByZWFsIGNvZGU_-1234";

CardCodeRead code(std::string_view text) { return {to_bytes(text)}; }

/// A visit that is heard, and the clock of who hears it.
class HeardVisit {
public:
    explicit HeardVisit(Earshot earshot = Earshot::Headphones) : aloud_(earshot) {
        comfort.is_voiced = true;
        static_cast<void>(listen());
    }

    HeardVisit& operator()(const Event& event) {
        const Offered before = offered(walk.state());
        walk(event);
        aloud_.meet(event, before, offered(walk.state()));
        return *this;
    }
    /// To the screen where a card is shown.
    HeardVisit& to_card() {
        walk.to_card();
        static_cast<void>(listen());
        return *this;
    }
    /// What is heard now; the screen shows a heading and what was typed.
    Utterance listen() {
        SemanticTree tree;
        tree.add({.id = "title",
                  .role = NodeRole::Heading,
                  .label = plain("Bước " + std::to_string(walk.state().screen.index()))});
        tree.add({.id = "answer",
                  .role = NodeRole::Field,
                  .label = plain("Câu trả lời"),
                  .value = typed,
                  .privacy = Privacy::Masked});
        return aloud_.next(tree, Focus(), comfort, now);
    }
    bool hear(Earshot earshot) { return aloud_.hear(earshot); }
    [[nodiscard]] const ReadAloud& aloud() const { return aloud_; }

    Walk walk;
    Comfort comfort;
    std::string typed;
    SteadyTime now = SteadyTime{} + std::chrono::hours(1);

private:
    ReadAloud aloud_;
};

}  // namespace

TEST_CASE("a card that was read is heard before the words of the next screen", "[app]") {
    HeardVisit visit;
    visit.to_card();

    const Utterance heard = visit(code(kMarkedCard)).listen();

    REQUIRE(visit.walk.is_at<Consent>());
    CHECK(heard.sound == Earcon::CardRead);
    CHECK(heard.words.starts_with("Bước"));
    CHECK(visit.listen().is_empty());
}

TEST_CASE("a code that is no card is heard as refused", "[app]") {
    HeardVisit visit;
    visit.to_card();

    CHECK(visit(code("WIFI:S:cafe;;")).listen().sound == Earcon::Refused);
    visit.now += std::chrono::seconds(3);
    CHECK(visit(CodeRefused{Fault::ReaderIsKeyboard}).listen().sound == Earcon::Refused);
    CHECK(visit(CodeRefused{Fault::ReaderUnavailable}).listen().is_empty());
    CHECK(visit(CardSeen{}).listen().is_empty());
}

TEST_CASE("a code that only the province knows is heard once when it was read", "[app]") {
    HeardVisit visit;
    visit.to_card();

    CHECK(visit(code(kVneidToken)).listen().sound == Earcon::CardRead);
    CHECK(visit(code(kVneidToken)).listen().is_empty());
    CHECK(visit(CodeNotResolved{Fault::VneidUnknown}).listen().sound == Earcon::Refused);
}

TEST_CASE("a reader that sends nonsense all the time is heard now and then", "[app]") {
    HeardVisit visit;
    visit.to_card();

    int sounds = 0;
    for (int i = 0; i < 1'000; ++i) {
        sounds += visit(code("nonsense")).listen().sound.has_value() ? 1 : 0;
        visit.now += std::chrono::milliseconds(10);
    }

    CHECK(sounds == 5);
}

TEST_CASE("a card that comes closer is heard in rising notes", "[app]") {
    HeardVisit visit;
    visit.to_card();
    const auto held_at = [&](int percent) {
        visit.now += std::chrono::milliseconds(500);
        return visit(CardSeen{.hint = CardHint::TooFar, .distance = CardDistance{percent}})
            .listen()
            .sound;
    };

    CHECK(held_at(95) == Earcon::Far);
    CHECK_FALSE(held_at(90));
    CHECK(held_at(80) == Earcon::Closer);
    CHECK(held_at(50) == Earcon::Near);
    CHECK_FALSE(held_at(10));
    CHECK(visit(code(kMarkedCard)).listen().sound == Earcon::CardRead);
}

TEST_CASE("a hand that trembles between two notes is not nagged", "[app]") {
    HeardVisit visit;
    visit.to_card();
    int sounds = 0;
    for (int i = 0; i < 100; ++i) {
        const CardDistance distance{i % 2 == 0 ? 69 : 71};
        visit.now += std::chrono::milliseconds(20);
        visit(CardSeen{.hint = CardHint::TooFar, .distance = distance});
        sounds += visit.listen().sound.has_value() ? 1 : 0;
    }

    CHECK(sounds <= 5);
}

TEST_CASE("where nobody wishes to hear there is neither word nor sound", "[app]") {
    HeardVisit visit;
    visit.to_card();
    visit.comfort.is_voiced = false;
    CHECK(visit.listen().is_empty());
    CHECK_FALSE(visit.aloud().is_on());

    visit(code("nonsense"))(code(kMarkedCard))(LettersTyped{"a"});
    CHECK(visit.listen().is_empty());

    visit.comfort.is_voiced = true;
    const Utterance heard = visit.listen();
    CHECK_FALSE(heard.sound);
    CHECK(heard.words.starts_with("Bước"));
}

TEST_CASE("a key that changes nothing is heard as refused, one that does by its letter", "[app]") {
    HeardVisit visit;
    CHECK(visit(LetterErased{}).listen().sound == Earcon::Refused);

    visit.typed = "a";
    const Utterance heard = visit(LettersTyped{"a"}).listen();
    CHECK_FALSE(heard.sound);
    CHECK(heard.words == "a");

    CHECK(visit(ToneTyped{'z'}).listen().sound == Earcon::Refused);
    CHECK(visit.listen().is_empty());
}

TEST_CASE("over a loudspeaker no key of a private answer is told from another", "[app]") {
    HeardVisit visit(Earshot::Room);
    std::string heard;
    for (const std::string letter : {"b", "á", " ", "7"}) {
        visit.typed += letter;
        const Utterance one = visit(LettersTyped{letter}).listen();
        CHECK_FALSE(one.sound);
        if (heard.empty()) heard = one.words;
        CHECK(one.words == heard);
    }
}

TEST_CASE("what one hears in headphones is said anew without private words in the room", "[app]") {
    HeardVisit visit;
    visit.typed = "Nguyễn Thị Hoa";
    CHECK(visit.hear(Earshot::Headphones) == false);
    CHECK(visit.listen().words.contains("Hoa"));

    CHECK(visit.hear(Earshot::Room));
    const Utterance heard = visit.listen();
    CHECK(heard.words.starts_with("Bước"));
    CHECK_FALSE(heard.words.contains("Hoa"));

    CHECK(visit.hear(Earshot::Headphones));
    CHECK(visit.listen().words.starts_with("Bước"));
}

TEST_CASE("ten thousand keys at once are one utterance", "[app]") {
    HeardVisit visit;
    for (int i = 0; i < 10'000; ++i) {
        visit.typed += 'a';
        visit(LettersTyped{"a"});
    }

    CHECK(visit.listen().words == "aaaaaaaaaaaa");
    CHECK(visit.listen().is_empty());
}

TEST_CASE("a PIN that is wrong is heard as refused, a badge as read", "[app]") {
    const Offered nothing = offered({});
    State badge;
    badge.overlay = StaffEntry{};
    State pin;
    pin.overlay = StaffEntry{.stage = EntryStage::Pin};
    State wrong = pin;
    std::get<StaffEntry>(wrong.overlay).refused = Fault::PinWrong;
    const CardCodeRead read = code("MLB1:");

    CHECK(nothing.to == OfferedTo::Nothing);
    CHECK(earcon_of(read, offered(badge), offered(pin)) == Earcon::CardRead);
    CHECK(earcon_of(StaffRefused{Fault::PinWrong}, offered(pin), offered(wrong)) ==
          Earcon::Refused);
    CHECK_FALSE(earcon_of(read, offered(wrong), offered(wrong)));
    CHECK_FALSE(earcon_of(Ticked{}, offered(badge), nothing));
}

TEST_CASE("a chip that was read is heard, and so is one that was not", "[app]") {
    Office office = example_office();
    office.has_chip_reader = true;
    Walk walk(office);
    walk.to_consent();
    const State reading = walk.state();
    const ChipRead read{.card = {.profile = walk.at<ReadCardChip>().visit.profile}, .face = {}};
    const ChipFailed failed{Fault::ChipRemoved};
    walk(failed);

    CHECK(earcon_of(failed, offered(reading), offered(walk.state())) == Earcon::Refused);
    CHECK_FALSE(earcon_of(read, offered(reading), offered(reading)));
    walk(read);
    CHECK(earcon_of(read, offered(reading), offered(walk.state())) == Earcon::CardRead);
}

TEST_CASE("a paper that cannot be scanned is heard as refused", "[app]") {
    Walk walk;
    walk.to_paper()(ScanWished{});
    const Offered scanning = offered(walk.state());
    const ScanFailed jam{Fault::ScannerJam};
    walk(jam);

    CHECK(earcon_of(jam, scanning, offered(walk.state())) == Earcon::Refused);
}

TEST_CASE("two keys make the voice louder and softer, where there is one", "[app]") {
    Comfort comfort{.is_voiced = true};
    comfort.speech_volume = 50;

    CHECK(volume_wish("VolumeUp", comfort)->percent == 60);
    CHECK(volume_wish("VolumeDown", comfort)->percent == 40);
    CHECK_FALSE(volume_wish("A", comfort));
    comfort.is_voiced = false;
    CHECK_FALSE(volume_wish("VolumeUp", comfort));
}

TEST_CASE("a slip and a card that open a saved work are heard, and so are those that do not",
          "[app]") {
    SavedSlip slip;
    slip.code = Personal(std::string("MLS1:ABC"));
    Walk walk;
    walk(FollowWished{})(CardCodeRead{to_bytes("MLS1:ABC")});
    const State looking = walk.state();
    const SavedNotFound gone{Fault::SavedUnknown};
    Walk lost = walk;
    lost(gone);
    CHECK(earcon_of(gone, offered(looking), offered(lost.state())) == Earcon::Refused);

    walk(SavedFound{slip});
    const State found = walk.state();
    const CardCodeRead card = code(kMarkedCard);
    walk(card);
    const State opening = walk.state();
    CHECK(earcon_of(card, offered(found), offered(opening)) == Earcon::CardRead);
    const WorkNotOpened other{Fault::SavedOtherCard};
    walk(other);
    CHECK(earcon_of(other, offered(opening), offered(walk.state())) == Earcon::Refused);
}

TEST_CASE("a photo that could not be taken is heard", "[app]") {
    Walk walk;
    walk(HomeWished{})(ReportWished{})(DemandChosen{Demand::Copies});
    walk(DemandPlaceChosen{DemandPlace::Commune})(DemandDayChosen{DemandDay::Today});
    walk(PhotoWished{})(ScanWished{});
    const State scanning = walk.state();
    const ScanFailed jam{Fault::ScannerJam};
    walk(jam);

    CHECK(earcon_of(jam, offered(scanning), offered(walk.state())) == Earcon::Refused);
}
