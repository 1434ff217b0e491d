// Six keys instead of a finger: where they stop, and what is said there.
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/focus.h"
#include "kiosk/ui/narrator.h"

namespace motlan {
namespace {

Node node(std::string id, NodeRole role, std::string words) {
    const bool is_control = role == NodeRole::Button || role == NodeRole::Choice;
    return {.id = std::move(id),
            .role = role,
            .label = plain(std::move(words)),
            .is_touchable = is_control};
}

/// A question with two choices, one private value and what goes on.
SemanticTree question() {
    SemanticTree tree;
    tree.add(node("title", NodeRole::Heading, "Ông/bà cần mấy bản?"));
    tree.add(node("hint", NodeRole::Text, "Lệ phí 8.000 đ một bản."));
    Node number = node("number", NodeRole::Text, "040200000017");
    number.privacy = Privacy::Masked;
    tree.add(number);
    tree.add(node("one", NodeRole::Choice, "Một bản"));
    Node two = node("two", NodeRole::Choice, "Hai bản");
    two.is_selected = true;
    tree.add(two);
    Node next = node("next", NodeRole::Button, "Tiếp tục");
    next.is_enabled = false;
    tree.add(next);
    return tree;
}

}  // namespace

TEST_CASE("up and down read everything, left and right go from control to control", "[ui]") {
    const SemanticTree tree = question();
    Focus focus;
    std::string read;
    for (int i = 0; i < 7; ++i) {
        focus.move(tree, FocusKey::Down);
        read += focus.id() + " ";
    }
    CHECK(read == "title hint number one two next title ");

    focus.move(tree, FocusKey::Right);
    CHECK(focus.id() == "one");
    focus.move(tree, FocusKey::Right);
    focus.move(tree, FocusKey::Right);
    CHECK(focus.id() == "one");
    focus.move(tree, FocusKey::Left);
    CHECK(focus.id() == "two");
    focus.move(tree, FocusKey::Up);
    CHECK(focus.id() == "one");
}

TEST_CASE("under a dialog nothing is reached, and what went away is forgotten", "[ui]") {
    SemanticTree tree = question();
    Focus focus;
    focus.move(tree, FocusKey::Right);
    tree.cover();
    tree.add(node("still_there", NodeRole::Button, "Tôi vẫn đang làm"));

    focus.follow(tree);
    CHECK(focus.id().empty());
    focus.move(tree, FocusKey::Left);
    CHECK(focus.id() == "still_there");
    focus.follow(SemanticTree());
    CHECK(focus.id().empty());
    focus.move(SemanticTree(), FocusKey::Down);
    CHECK(focus.id().empty());
}

TEST_CASE("a node is said with what it is, its state and its place", "[ui]") {
    const SemanticTree tree = question();

    CHECK(node_speech(*tree.find("two"), tree, Language::Vietnamese, Earshot::Room) ==
          "Hai bản. lựa chọn. đang chọn. thứ hai trong hai");
    CHECK(node_speech(*tree.find("next"), tree, Language::English, Earshot::Room) ==
          "Tiếp tục. button. not available");
    CHECK(node_speech(*tree.find("hint"), tree, Language::Vietnamese, Earshot::Room) ==
          "Lệ phí tám nghìn đồng một bản.");
}

TEST_CASE("a loudspeaker never says a private value, headphones do", "[ui]") {
    const SemanticTree tree = question();

    for (const std::string& said :
         {screen_speech(tree, Language::Vietnamese, Earshot::Room),
          node_speech(*tree.find("number"), tree, Language::Vietnamese, Earshot::Room)}) {
        CHECK_FALSE(said.contains("không bốn không"));
        CHECK(said.contains("Thông tin riêng"));
    }
    CHECK(screen_speech(tree, Language::Vietnamese, Earshot::Headphones)
              .contains("không bốn không, hai không không"));
}

TEST_CASE("in a list that became shorter the first is where the focus stays", "[ui]") {
    SemanticTree tree;
    tree.add(node("word.0", NodeRole::Choice, "Đức"));
    tree.add(node("word.1", NodeRole::Choice, "Đông"));
    Focus focus;
    focus.move(tree, FocusKey::Left);
    REQUIRE(focus.id() == "word.1");
    SemanticTree shorter;
    shorter.add(node("word.0", NodeRole::Text, "Chưa có"));

    focus.follow(shorter);
    CHECK(focus.id() == "word.0");
    focus.follow(SemanticTree());
    CHECK(focus.id().empty());
}

}  // namespace motlan
