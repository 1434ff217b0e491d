// What is said of a screen, and when; and what a loudspeaker keeps to itself.
#include "kiosk/ui/narrator.h"

#include <array>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/screens/screens.h"
#include "tests/flow/walk.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

using std::chrono::milliseconds;

Node node(std::string id, NodeRole role, std::string words) {
    return {.id = std::move(id),
            .role = role,
            .label = plain(words),
            .is_touchable = role == NodeRole::Choice || role == NodeRole::Key};
}

/// A screen that is heard, and the clock of who hears it.
struct Heard {
    SemanticTree tree;
    Focus focus;
    Narrator narrator;
    SteadyTime now = SteadyTime{} + std::chrono::hours(1);
    Language language = Language::Vietnamese;

    explicit Heard(Earshot earshot) : narrator(earshot) {
        tree.add(node("title", NodeRole::Heading, "Ông/bà cần mấy bản?"));
        tree.add(node("one", NodeRole::Choice, "Một bản"));
    }

    /// What is said when all that is shown is this.
    std::string next() { return narrator.next(tree, focus, {language, now}); }
    std::string next(Node changed) {
        SemanticTree other;
        for (const Node& one : tree.nodes()) {
            if (one.id != changed.id) other.add(one);
        }
        other.add(std::move(changed));
        tree = std::move(other);
        return next();
    }
};

Node field(std::string value, Privacy privacy) {
    Node one = node("answer", NodeRole::Field, "Câu trả lời");
    one.value = std::move(value);
    one.privacy = privacy;
    return one;
}

}  // namespace

TEST_CASE("a screen is said once, then what the keys are on, then what changes", "[ui]") {
    Heard heard(Earshot::Room);

    CHECK(heard.next().starts_with("Ông bà cần mấy bản?"));
    CHECK(heard.next().empty());

    heard.focus.move(heard.tree, FocusKey::Right);
    CHECK(heard.next().starts_with("Một bản"));
    CHECK(heard.next().empty());
    heard.focus.move(heard.tree, FocusKey::Again);
    CHECK(heard.next().starts_with("Một bản"));

    CHECK(heard.next(node("hint", NodeRole::Status, "Mời đưa thẻ lại gần")) ==
          "Mời đưa thẻ lại gần");
    CHECK(heard.next().empty());
    heard.language = Language::English;
    CHECK(heard.next().starts_with("Một bản"));
}

TEST_CASE("who does nothing for twenty seconds hears it once more, and only once", "[ui]") {
    Heard heard(Earshot::Room);
    const std::string first = heard.next();
    CHECK_FALSE(heard.narrator.was_news());

    heard.now += std::chrono::seconds(20);
    CHECK(heard.next().empty());
    heard.now += std::chrono::seconds(20);
    CHECK(heard.next() == first);
    CHECK(heard.narrator.was_news());
    heard.now += std::chrono::minutes(5);
    CHECK(heard.next().empty());

    heard.focus.move(heard.tree, FocusKey::Right);
    const std::string choice = heard.next();
    heard.now += std::chrono::seconds(40);
    CHECK(heard.next() == choice);
}

TEST_CASE("a countdown is said when its news changes, not at every number", "[ui]") {
    Heard heard(Earshot::Room);
    const auto counted = [&](int seconds, const char* news) {
        heard.now += milliseconds(1500);
        Node words = node("still.words0", NodeRole::Status, std::to_string(seconds) + " giây");
        words.news = news;
        return heard.next(std::move(words));
    };
    static_cast<void>(counted(30, "30"));

    CHECK(counted(29, "30").empty());
    CHECK(counted(10, "10").contains("mười giây"));
    CHECK(counted(9, "10").empty());
    CHECK(counted(5, "5").contains("năm giây"));
}

TEST_CASE("how much time is left is said at thirty, ten and five seconds", "[ui]") {
    State state = samples().front().state;
    Narrator narrator(Earshot::Room);
    Glass glass(kPortrait);
    std::vector<int> told;
    SteadyTime now = SteadyTime{} + std::chrono::hours(1);
    for (int left = 30; left > 0; --left) {
        state.overlay = StillThere{.ends = {}, .seconds_left = left};
        glass.draw(state);
        now += std::chrono::seconds(1);
        const Focus nowhere;
        if (!narrator.next(glass.tree(), nowhere, {Language::Vietnamese, now}).empty())
            told.push_back(left);
    }

    CHECK(told == std::vector{30, 10, 5});
}

TEST_CASE("what cannot be chosen says why", "[ui]") {
    SemanticTree tree;
    Node off = node("one", NodeRole::Choice, "Một bản");
    off.is_enabled = false;
    off.why_not = plain("Máy in hết giấy");
    tree.add(off);

    CHECK(node_speech(off, tree, Language::Vietnamese, Earshot::Room).contains("Máy in hết giấy"));
}

TEST_CASE("advice that changes at once is said to its end, then what it has become", "[ui]") {
    Heard heard(Earshot::Room);
    static_cast<void>(heard.next());
    CHECK(heard.next(node("hint", NodeRole::Status, "Mời đưa thẻ lại gần")) != "");
    CHECK(heard.next(node("hint", NodeRole::Status, "Thẻ bị lóa")).empty());
    heard.now += milliseconds(1199);
    CHECK(heard.next(node("hint", NodeRole::Status, "Mời giữ yên thẻ")).empty());
    heard.now += milliseconds(1);
    CHECK(heard.next() == "Mời giữ yên thẻ");
    CHECK(heard.next().empty());
}

TEST_CASE("what changes by itself is told from what somebody has wished to hear", "[ui]") {
    Heard heard(Earshot::Room);
    static_cast<void>(heard.next());
    CHECK_FALSE(heard.narrator.was_news());

    static_cast<void>(heard.next(node("hint", NodeRole::Status, "Thẻ bị lóa")));
    CHECK(heard.narrator.was_news());

    heard.focus.move(heard.tree, FocusKey::Right);
    static_cast<void>(heard.next());
    CHECK_FALSE(heard.narrator.was_news());
    heard.focus.move(heard.tree, FocusKey::Again);
    static_cast<void>(heard.next());
    CHECK_FALSE(heard.narrator.was_news());
}

TEST_CASE("silence does not change what was said last", "[ui]") {
    Heard heard(Earshot::Room);
    static_cast<void>(heard.next());

    REQUIRE(heard.next().empty());

    CHECK_FALSE(heard.narrator.was_news());
}

TEST_CASE("a part of a hundred is said at every quarter", "[ui]") {
    Heard heard(Earshot::Room);
    std::vector<std::string> said;
    for (int percent = 0; percent <= 100; percent += 5) {
        Node bar = node("progress", NodeRole::Progress, "Đang quét " + std::to_string(percent));
        bar.value = std::to_string(percent);
        heard.now += std::chrono::seconds(2);
        if (auto words = heard.next(bar); !words.empty()) said.push_back(std::move(words));
    }
    // The first is the screen itself.
    CHECK(said.size() == 5);
}

TEST_CASE("what was typed is said before what the keys are on", "[ui]") {
    Heard heard(Earshot::Headphones);
    static_cast<void>(heard.next(field("", Privacy::Masked)));
    heard.focus.move(heard.tree, FocusKey::Right);

    CHECK(heard.next(field("x", Privacy::Masked)).starts_with("ích. Một bản"));
    CHECK(heard.next(field("xã", Privacy::Masked)) == "a dấu ngã");
    CHECK_FALSE(heard.narrator.was_news());
}

TEST_CASE("what another screen shows was not typed", "[ui]") {
    Heard heard(Earshot::Headphones);
    static_cast<void>(heard.next(field("xã", Privacy::Masked)));

    static_cast<void>(heard.next(field("", Privacy::Masked)));
    const std::string said = [&] {
        heard.tree.add(node("title.2", NodeRole::Heading, "Ông/bà ở đâu?"));
        return heard.next(field("Kim Liên", Privacy::Masked));
    }();

    CHECK(said.starts_with("Ông bà cần mấy bản?"));
    CHECK_FALSE(said.contains("Kim Liên"));
}

TEST_CASE("a loudspeaker says nothing of the citizen's on any screen", "[ui]") {
    for (const Sample& sample : samples()) {
        Glass glass(kPortrait);
        glass.draw(sample.state);
        INFO(sample.name);
        for (const Node& one : glass.tree().nodes()) {
            if (one.privacy != Privacy::Public) continue;
            INFO(one.id << ": " << one.label.shown);
            // A dossier's code names nobody and opens nothing without the card.
            for (const std::string_view word : kPrivateWords)
                CHECK_FALSE((word != "H41-" && one.label.shown.contains(word)));
            // What can be chosen has to be heard; it is no answer yet.
            if (one.role == NodeRole::Choice) continue;
            for (const std::string_view word : kAnsweredWords)
                CHECK_FALSE((one.label.shown.contains(word) || one.value.contains(word)));
        }
    }
}

TEST_CASE("a loudspeaker does not say why somebody has nothing to pay", "[ui]") {
    std::string text(examples::kHead);
    const std::size_t at = text.find("fee = ");
    const std::string basis = "basis = { document = \"L\", verified = true }";
    text.replace(at, text.find('\n', at) - at,
                 "fee = { dong = 8000, " + basis +
                     ", exemption = [{ label = { vi = \"Hộ nghèo\", en = \"Poor\" }, dong = 0, "
                     "when = { item = \"reason\", is = \"yes\" }, " +
                     basis + " }] }");
    Office office = example_office();
    office.procedures = {
        examples::read(text + examples::item("reason", "will.reason", examples::kChoice)).value()};
    Walk walk(office);
    walk.to_consent()(Refused{})(Proceeded{})(DraftSet{"yes"})(Proceeded{})(Proceeded{});
    REQUIRE(walk.is_at<Declare>());

    Glass glass(kPortrait);
    glass.draw([&](Ui& ui) { static_cast<void>(draw_state(ui, walk.state(), office)); });

    int told = 0;
    for (const Node& one : glass.tree().nodes()) {
        if (!one.label.shown.contains("nghèo")) continue;
        INFO(one.id);
        CHECK(one.privacy != Privacy::Public);
        ++told;
    }
    CHECK(told > 0);
}

}  // namespace motlan::testing
