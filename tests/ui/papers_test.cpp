// What the screens say about papers: which of them came into doubt.
#include <algorithm>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

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
    for (const Row& row :
         {Row{"list_papers.doubtful", "papers.certificate.badge",
              "Mời xem lại: Máy chưa đọc hết chữ"},
          Row{"review_all.doubtful", "review.dwelling.badge", "Mời xem lại: Có vẻ là giấy khác"}}) {
        glass.forget();
        glass.draw(std::ranges::find(all, row.sample, &Sample::name)->state);
        const Node* node = glass.tree().find(row.badge);
        REQUIRE(node != nullptr);
        CHECK(node->role == NodeRole::Status);
        CHECK(node->label.shown == row.words);
    }
}

}  // namespace motlan::testing
