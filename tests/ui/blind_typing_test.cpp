// A citizen who cannot see writes an answer with six keys on the keyboard of the screen itself, and
// what is heard meanwhile.
#include <algorithm>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/flow/step.h"
#include "kiosk/ui/narrator.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

/// At an empty question for an address, with the six keys under the fingers.
class Listener {
public:
    explicit Listener(Earshot earshot) : narrator_(earshot) {
        const std::vector<Sample> all = samples();
        state_ = std::ranges::find(all, "ask_question.empty", &Sample::name)->state;
        glass_.draw(state_);
        static_cast<void>(listen());
    }

    /// Goes to the key and hears what it is; then chooses it and hears what it did.
    std::string go_to(const std::string& key) {
        std::string heard;
        for (std::size_t i = 0; i < glass_.tree().nodes().size() && focus_.id() != key; ++i) {
            focus_.move(glass_.tree(), FocusKey::Right);
            heard = listen();
        }
        REQUIRE(focus_.id() == key);
        return heard;
    }
    std::string press(const std::string& key) {
        static_cast<void>(go_to(key));
        choose();
        return listen();
    }
    /// The key is chosen again and again before anything is drawn, as a quick finger does.
    std::string press_often(const std::string& key, int times) {
        static_cast<void>(go_to(key));
        for (int i = 0; i < times; ++i) choose();
        return listen();
    }
    void choose() {
        const auto event = glass_.draw(state_, {.chosen = focus_.id()});
        if (event) state_ = step(std::move(state_), *event, sample_office()).state;
        glass_.draw(state_);
    }
    std::string listen() {
        return narrator_.next(glass_.tree(), focus_,
                              {state_.comfort.language, SteadyTime{} + std::chrono::hours(1)});
    }
    [[nodiscard]] std::string draft() const { return std::get<AskQuestion>(state_.screen).draft; }

private:
    Glass glass_{kPortrait};
    State state_;
    Focus focus_;
    Narrator narrator_;
};

}  // namespace

TEST_CASE("in headphones a blind citizen hears what each key is and what it did", "[ui]") {
    Listener citizen(Earshot::Headphones);

    CHECK(citizen.go_to("key.x") == "ích. phím");
    CHECK(citizen.press("key.x") == "ích");
    CHECK(citizen.press("key.a") == "a");
    CHECK(citizen.go_to("key.tone_x") == "dấu ngã. phím");
    CHECK(citizen.press("key.tone_x") == "dấu ngã. xã");
    CHECK(citizen.press("key.space") == "xã");
    CHECK(citizen.press("key.ă") == "á");
    CHECK(citizen.press("key.erase") == "đã xóa á. còn xã");
    CHECK(citizen.go_to("key.,") == "dấu phẩy. phím");
    CHECK(citizen.press("key.,") == "dấu phẩy");
    CHECK(citizen.draft() == "xã ,");
}

TEST_CASE("a capital is heard as one, and the key that is small again is not", "[ui]") {
    Listener citizen(Earshot::Headphones);

    CHECK(citizen.press("key.shift").contains("đang chọn"));
    CHECK(citizen.go_to("key.k") == "ca hoa. phím");
    CHECK(citizen.press("key.k") == "ca hoa");
    CHECK(citizen.draft() == "K");
}

TEST_CASE("over the loudspeaker a private answer is typed unheard", "[ui]") {
    Listener citizen(Earshot::Room);

    for (const char* key : {"key.x", "key.a", "key.tone_x", "key.space", "key.ă"}) {
        INFO(key);
        CHECK(citizen.press(key) == "đã nhập");
    }
    CHECK(citizen.press("key.erase") == "đã xóa");
    CHECK(citizen.draft() == "xã ");
}

TEST_CASE("keys chosen faster than they are said leave nothing to catch up with", "[ui]") {
    Listener citizen(Earshot::Headphones);

    CHECK(citizen.press_often("key.a", 50) == "aaaaaaaaaaaa");
    CHECK(citizen.listen().empty());
    CHECK(citizen.press_often("key.erase", 49) == "đã xóa. còn a");
    CHECK(citizen.listen().empty());
}

TEST_CASE("a suggested word is heard, chosen with the keys, and taken back with one delete",
          "[ui]") {
    Listener citizen(Earshot::Headphones);
    for (const char* key : {"key.x", "key.o"}) static_cast<void>(citizen.press(key));

    CHECK(citizen.go_to("key.word.0") == "Gợi ý: xóm. phím");
    citizen.choose();
    CHECK(citizen.listen().contains("xóm"));
    CHECK(citizen.draft() == "xóm ");
    CHECK(citizen.press("key.erase").contains("xo"));
    CHECK(citizen.draft() == "xo");
}

TEST_CASE("over the loudspeaker a suggested word is not said", "[ui]") {
    Listener citizen(Earshot::Room);
    for (const char* key : {"key.x", "key.o"}) static_cast<void>(citizen.press(key));

    const std::string heard = citizen.go_to("key.word.0");
    CHECK_FALSE(heard.empty());
    CHECK_FALSE(heard.contains("xóm"));
}

TEST_CASE("over the loudspeaker no letter of a private answer is named, only what edits it",
          "[ui]") {
    Listener citizen(Earshot::Room);
    const std::string letter = citizen.go_to("key.x");

    CHECK_FALSE(letter.contains("ích"));
    CHECK(citizen.go_to("key.a") == letter);
    CHECK(citizen.go_to("key.7") == letter);
    CHECK(citizen.go_to("key.tone_x") == letter);
    CHECK(citizen.go_to("key.space") != letter);
    CHECK(citizen.go_to("key.erase") != letter);
}

TEST_CASE("over the loudspeaker the digits of somebody's number are typed unheard", "[ui]") {
    const std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "ask_question.digits", &Sample::name)->state;
    auto& asked = std::get<AskQuestion>(state.screen);
    const auto digits_that_are = [&](const std::string& item) {
        asked.item = ItemId(item);
        asked.draft = "12";
        Glass glass(kPortrait);
        glass.draw(state);
        const Node* key = glass.tree().find("key.5");
        REQUIRE(key != nullptr);
        return key->privacy;
    };

    CHECK(digits_that_are("capital") == Privacy::Public);
    CHECK(digits_that_are("subject_number") == Privacy::Masked);
}

}  // namespace motlan::testing
