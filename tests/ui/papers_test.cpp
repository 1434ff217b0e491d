// What the screens say about papers: where they lie, and which of them came into doubt.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/page_words.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/badges.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {

TEST_CASE("a page in doubt is told in its paper's row, aloud as well", "[ui]") {
    struct Row {
        const char* sample;
        const char* badge;
        const char* words;
    };
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    for (const Row& row : {Row{"list_papers.doubtful", "papers.certificate.badge",
                               "Mời xem lại: Máy chưa đọc hết chữ"},
                           Row{"review_all.doubtful", "review.certificate.badge",
                               "Mời xem lại: Máy chưa đọc hết chữ"}}) {
        glass.forget();
        glass.draw(std::ranges::find(all, row.sample, &Sample::name)->state);
        const Node* node = glass.tree().find(row.badge);
        REQUIRE(node != nullptr);
        CHECK(node->role == NodeRole::Status);
        CHECK(node->label.shown == row.words);
    }
}

TEST_CASE("a paper of which a page still waits for a word is not counted as done", "[ui]") {
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "list_papers.doubtful", &Sample::name)->state;
    const auto next = [&] {
        glass.forget();
        glass.draw(state);
        const Node* node = glass.tree().find("action.next");
        REQUIRE(node != nullptr);
        return node->label.shown;
    };
    CHECK(next() == phrase(Text::PapersReview, Language::Vietnamese).shown);

    auto& papers = std::get<ListPapers>(state.screen).visit.papers;
    papers.at(ItemId("certificate")).at(1).is_accepted = false;

    CHECK(next() == phrase(Text::PapersNext, Language::Vietnamese).shown);
}

TEST_CASE("every doubt of a page is seen and heard, however large the letters are", "[ui]") {
    std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "review_page.doubtful", &Sample::name)->state;
    auto& review = std::get<ReviewPage>(state.screen);
    for (const TextSize size : {TextSize::Normal, TextSize::ExtraLarge}) {
        state.comfort.size = size;
        for (const Fault doubt :
             {Fault::PageNotFound, Fault::PageBlurred, Fault::PageGlare, Fault::PageDark,
              Fault::PageBlank, Fault::PageUpsideDown, Fault::PageTooSmall, Fault::PageTextTooSmall,
              Fault::PageDuplicate, Fault::PageOtherPaper, Fault::PageHeld, Fault::PageTextLost}) {
            review.pages[3].doubts = {Fault::PageCutOff, doubt};
            Glass glass(kPortrait);
            glass.draw(state);
            const Node* first = glass.tree().find("page.doubt");
            const Node* second = glass.tree().find("page.doubt." + std::string(code(doubt)));
            INFO(code(doubt));
            REQUIRE(first != nullptr);
            REQUIRE(second != nullptr);
            CHECK(first->label.shown ==
                  phrase(fault_text(Fault::PageCutOff), Language::Vietnamese).shown);
            CHECK_FALSE(second->label.spoken.empty());
        }
    }
}

TEST_CASE("a check has passed only where nothing speaks against it", "[ui]") {
    const auto passed = [](std::vector<Fault> doubts, int turns = 0) {
        return passed_checks(
            Page{.packed = {}, .preview = {}, .doubts = std::move(doubts), .turns = turns}, true);
    };
    using Checks = std::vector<Text>;
    const Checks all{Text::PageCorners, Text::PageUpright, Text::PageSharp};

    CHECK(passed({}) == all);
    CHECK(passed({Fault::PageGlare, Fault::PageOtherPaper}) == all);
    CHECK(passed({Fault::PageCutOff}) == Checks{Text::PageUpright, Text::PageSharp});
    CHECK(passed({Fault::PageNotFound}) == Checks{Text::PageUpright, Text::PageSharp});
    CHECK(passed({Fault::PageUpsideDown}) == Checks{Text::PageCorners, Text::PageSharp});
    CHECK(passed({}, 1) == Checks{Text::PageCorners, Text::PageSharp});
    CHECK(passed({Fault::PageBlurred}) == Checks{Text::PageCorners, Text::PageUpright});
    CHECK(passed({Fault::PageTextLost}) == Checks{Text::PageCorners, Text::PageUpright});
    CHECK(passed({Fault::PageDark}) == Checks{Text::PageCorners, Text::PageUpright});
    CHECK(passed({Fault::PageBlank}).empty());
}

TEST_CASE("what is right with a page stands side by side, and is heard in whole words", "[ui]") {
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    Office office = sample_office();
    office.has_document_camera = true;
    const auto sample = std::ranges::find(all, "review_page", &Sample::name);
    glass.draw([&](Ui& ui) { (void)draw_state(ui, sample->state, office); });
    const Node* corners = glass.tree().find("page.corners");
    const Node* upright = glass.tree().find("page.upright");
    const Node* sharp = glass.tree().find("page.sharp");

    REQUIRE(corners != nullptr);
    REQUIRE(upright != nullptr);
    REQUIRE(sharp != nullptr);
    CHECK(corners->rect.y == sharp->rect.y);
    CHECK(corners->rect.right() < upright->rect.x);
    CHECK(upright->rect.right() < sharp->rect.x);
    CHECK(upright->label.spoken == "Trang nằm đúng chiều");
}

TEST_CASE("nobody praises corners that a scanner's glass does not show", "[ui]") {
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    glass.draw(std::ranges::find(all, "review_page", &Sample::name)->state);

    CHECK(glass.tree().find("page.corners") == nullptr);
    CHECK(glass.tree().find("page.sharp") != nullptr);
}

TEST_CASE("beside a doubt stands what is right, and never what is doubted", "[ui]") {
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    glass.draw(std::ranges::find(all, "review_page.one_doubt", &Sample::name)->state);

    CHECK(glass.tree().find("page.doubt.SCAN-13") != nullptr);
    CHECK(glass.tree().find("page.corners") == nullptr);
    CHECK(glass.tree().find("page.upright") != nullptr);
    CHECK(glass.tree().find("page.sharp") != nullptr);
}

TEST_CASE("badges go on in the next line where one has no more room", "[ui]") {
    constexpr std::array kIds{"one", "two", "three"};
    Glass glass(kPortrait);
    std::vector<int> tops;
    glass.draw([&](Ui& ui) {
        ui.dress({});
        const Phrase words = ui.text(Text::PageCorners);
        std::vector<BadgeSpec> badges;
        for (const char* id : kIds) badges.push_back({.words = words, .id = id});
        const int two = 2 * badge_width(ui, words) + ui.dp(32);
        Pieces pieces(ui, two);
        add_badges(ui, pieces, badges);
        CHECK(pieces.height() == 2 * badge_height(ui, words, two) + ui.dp(8));
        pieces.draw({100, 100, two, 400}, "badges");
        for (const char* id : kIds) tops.push_back(ui.tree().find(id)->rect.y);
    });

    REQUIRE(tops.size() >= 3);
    CHECK(tops[0] == tops[1]);
    CHECK(tops[2] > tops[0]);
}

TEST_CASE("an answer that a paper gave says so at the end, unless somebody wrote another", "[ui]") {
    Glass glass(kPortrait);
    std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "review_all.residence", &Sample::name)->state;
    Visit& visit = std::get<ReviewAll>(state.screen).visit;
    const ItemId address("new_address");
    const ItemId paper("dwelling");
    const auto item = std::ranges::find(visit.procedure.items, address, &Item::id);
    REQUIRE(item != visit.procedure.items.end());
    std::get<Question>(item->otherwise).on_paper = ValueOnPaper{.paper = paper};
    const auto told = [&](std::string on_paper) {
        visit.papers.at(paper).front().said.insert_or_assign(address,
                                                             Personal(std::move(on_paper)));
        glass.forget();
        glass.draw(state);
        const Node* row = glass.tree().find("review.new_address.row");
        return row == nullptr ? std::string() : row->provenance;
    };

    CHECK(told(visit.answers.at(address).reveal()) == "scan");
    CHECK(glass.tree().find("review.new_address.badge") != nullptr);
    CHECK(told("Số 13") == "citizen");
    CHECK(glass.tree().find("review.new_address.badge") == nullptr);
}

TEST_CASE("the review begins with what is still to be done, and its button says so", "[ui]") {
    Glass glass(kPortrait);
    const std::vector<Sample> all = samples();
    State state = std::ranges::find(all, "review_all.residence", &Sample::name)->state;
    const auto drawn = [&](std::string_view id) {
        glass.forget();
        glass.draw(state);
        const Node* node = glass.tree().find(id);
        return node == nullptr ? std::string() : node->label.shown;
    };
    CHECK(drawn("review.todo").empty());
    CHECK(drawn("action.next") == "Đúng, tiếp tục");

    std::get<ReviewAll>(state.screen).visit.answers.erase(ItemId("new_address"));

    CHECK(drawn("review.todo.label") == "Còn 1 việc cần làm");
    CHECK(drawn("review.todo") == drawn("review.new_address.label"));
    CHECK(drawn("action.next") == "Làm việc còn thiếu");
}

TEST_CASE("nobody is told of a glass where the paper lies in a feeder or under a camera", "[ui]") {
    const Office& glass = sample_office();
    Office feeder = glass;
    feeder.has_feeder = true;
    Office camera = glass;
    camera.has_document_camera = true;
    for (const Fault fault : {Fault::ScannerNoPaper, Fault::PageBlank}) {
        const auto shown = [&](const Office& office, Language language) {
            return phrase(scan_fault_text(fault, office), language).shown;
        };
        INFO(code(fault));
        CHECK(shown(glass, Language::Vietnamese).contains("kính"));
        CHECK(shown(feeder, Language::Vietnamese).contains("khay"));
        CHECK(shown(camera, Language::Vietnamese).contains("ngửa mặt"));
        CHECK(shown(glass, Language::English).contains("face down"));
        CHECK(shown(feeder, Language::English).contains("feeder"));
        CHECK(shown(camera, Language::English).contains("face up"));
    }
    CHECK(scan_fault_text(Fault::ScannerJam, feeder) == fault_text(Fault::ScannerJam));
}

}  // namespace motlan::testing
