// A kiosk made easy: offered to whom it may help, and every answer said once more before it counts.
#include "kiosk/flow/ease.h"

#include "tests/flow/walk.h"

namespace motlan {
namespace {

constexpr std::string_view kOld =
    "040151000217||Nguyễn Thị Hòa|12031951|Nữ|Xóm 4, Kim Liên, Nam Đàn, Nghệ An|10052021";

Walk shown(std::string_view card) {
    Walk walk;
    walk.to_card()(CardCodeRead{to_bytes(card)});
    return walk;
}

}  // namespace

TEST_CASE("whoever is sixty by the year of their birth is offered an easier kiosk", "[flow]") {
    const auto is_offered = [](std::string_view card, Comfort comfort = {}) {
        Walk walk = shown(card);
        return may_like_ease(walk.at<Consent>().visit, example_office(), comfort);
    };

    CHECK(is_offered(kOld));
    CHECK_FALSE(is_offered(kMarkedCard));
    CHECK_FALSE(is_offered(kOld, {.size = TextSize::Large}));
    CHECK_FALSE(is_offered(kOld, {.is_easy = true}));
}

TEST_CASE("where all is easy an answer is said once more before it counts", "[flow]") {
    Walk walk;
    walk.to_data(SourceVerdict::Held)(EaseWished{})(Proceeded{})(DraftSet{"3"})(Proceeded{});

    REQUIRE(walk.shows<AnswerSaid>());
    CHECK(walk.at<AskQuestion>().item == ItemId("copies"));
    CHECK(walk.at<AskQuestion>().visit.answers.empty());
    walk(OverlayClosed{})(DraftSet{"2"})(Proceeded{})(Proceeded{});

    CHECK(walk.shows<std::monostate>());
    CHECK(walk.at<AskQuestion>().item == ItemId("reason"));
    CHECK(walk.at<AskQuestion>().visit.answers.at(ItemId("copies")).reveal() == "2");
}

}  // namespace motlan
