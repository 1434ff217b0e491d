// What the screens say about papers: where they lie, and which of them came into doubt.
#include <algorithm>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/page_words.h"
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
