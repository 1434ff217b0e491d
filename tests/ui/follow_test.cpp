// What a citizen reads about a dossier that was filed before: nothing is lost, nothing is promised
// that nobody promised, and the room hears nothing of it.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/narrator.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

State sample(std::string_view name) {
    const std::vector<Sample> all = samples();
    return std::ranges::find(all, name, &Sample::name)->state;
}

/// The words of all nodes whose id begins so, over all pages.
std::string read_all(const State& state, const std::string& id) {
    Glass glass(kLandscape);
    std::string words;
    glass.draw(state);
    while (true) {
        std::string after;
        for (const Node& node : glass.tree().nodes()) {
            if (node.id.starts_with(id)) words += node.label.shown;
            if (node.is_live() && node.id.ends_with(".page.after")) after = node.id;
        }
        if (after.empty()) return words;
        glass.draw(state, {.chosen = after});
        glass.draw(state);
    }
}

std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

std::string shown(const State& state, std::string_view id) {
    Glass glass(kPortrait);
    glass.draw(state);
    const Node* node = glass.tree().find(id);
    return node == nullptr ? "" : node->label.shown;
}

State at_hour(State state, int hours) {
    const auto due_day = std::get<FollowDossier>(state.screen).followed.dossier().events[0].due;
    state.now = *due_day + std::chrono::hours(hours);
    return state;
}

}  // namespace

TEST_CASE("of an officer's words none is lost, however many there are", "[ui]") {
    State state = sample("follow_dossier.endless");
    state.comfort.size = TextSize::ExtraLarge;
    const auto& latest = std::get<FollowDossier>(state.screen).followed.dossier().latest();

    CHECK(without_blanks(read_all(state, "follow.words")) == without_blanks(latest.words));
}

TEST_CASE("the time to the promised moment is told in days and hours", "[ui]") {
    const State state = sample("follow_dossier.accepted");

    CHECK(shown(at_hour(state, -27), "follow.due.title") == "Còn 1 ngày 3 giờ");
    CHECK(shown(at_hour(state, -1), "follow.due.title") == "Còn 1 giờ");
    CHECK(shown(at_hour(state, 0), "follow.due.title") == "Còn chưa đến 1 giờ");
    CHECK(shown(at_hour(state, 51), "follow.due.title") == "Trễ hẹn 2 ngày");
}

TEST_CASE("each wish says what is to be done about it", "[ui]") {
    const State asked = sample("review_wishes.checked");

    CHECK(shown(asked, "wish.0.verdict").contains("không phải nộp"));
    CHECK(shown(asked, "wish.0.basis").contains("104/2022"));
    CHECK(shown(asked, "wish.1.basis").contains("chưa nêu căn cứ"));
    CHECK(read_all(asked, "wish.2.verdict").contains("bổ sung được tại đây"));
    CHECK(read_all(sample("review_wishes.spared"), "wish.send_held").contains("gửi thay ông/bà"));
}

TEST_CASE("the letter names the office, the reason and both days", "[ui]") {
    const State state = sample("read_apology");

    CHECK(shown(state, "apology.sorry").starts_with("Sở Tư pháp tỉnh Nghệ An xin lỗi"));
    CHECK(shown(state, "apology.words").contains("kho lưu trữ"));
    CHECK(shown(state, "apology.promised").contains("20/11/2026"));
    CHECK(shown(state, "apology.due").contains("21/11/2026"));
}

TEST_CASE("a code that is too short says how many digits it has, and cannot be used", "[ui]") {
    Glass glass(kPortrait);
    glass.draw(sample("find_dossier.half_typed"));
    CHECK_FALSE(glass.tree().find("action.next")->is_live());
    CHECK(glass.tree().find("answer")->value == "261120-0");
    CHECK(screen_speech(glass.tree(), Language::Vietnamese, Earshot::Headphones)
              .contains("hiện có bảy"));

    glass.draw(sample("find_dossier.all_typed"));
    CHECK(glass.tree().find("action.next")->is_live());
}

TEST_CASE("a typed code that the card has not is said to look at again", "[ui]") {
    const State state = sample("choose_dossier.sought_typed");

    CHECK(read_all(state, "dossiers.sought").contains("Mời xem lại Mã hồ sơ"));
}

TEST_CASE("whoever leaves is told what is lost and what is not", "[ui]") {
    CHECK(shown(sample("overlay.really_leave"), "leave.words0").contains("không được nộp"));
    CHECK(shown(sample("follow_dossier.leaving"), "leave.words0").contains("không bị ảnh hưởng"));
    CHECK(shown(sample("report_request.leaving"), "leave.words0").contains("chưa được gửi"));
}

TEST_CASE("a loudspeaker says neither the dossier nor what is written about it", "[ui]") {
    for (const char* name : {"follow_dossier.late", "follow_dossier.refused", "read_apology",
                             "review_wishes.checked"}) {
        Glass glass(kPortrait);
        glass.draw(sample(name));
        const std::string said = screen_speech(glass.tree(), Language::Vietnamese, Earshot::Room);
        INFO(name << ": " << said);
        for (const char* mark : {"khai sinh", "lưu trữ", "sai nơi", "cư trú (", "thuê nhà"}) {
            CHECK_FALSE(said.contains(mark));
        }
        CHECK_FALSE(said.empty());
    }
}

}  // namespace motlan::testing
