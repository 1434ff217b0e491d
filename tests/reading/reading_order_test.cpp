#include "kiosk/reading/reading_order.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

constexpr int kLeft = 200;
constexpr int kRight = 1300;

LineOfWords line(const std::string& text, int left, int top, int width = 900) {
    return {{.text = text, .left = left, .top = top, .width = width, .height = 60}};
}

std::vector<std::string> texts(const std::vector<BlockOfLines>& blocks) {
    std::vector<std::string> found;
    for (const PageWord& word : words_in(blocks)) found.push_back(word.text);
    return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a line that was read late stands in its column", "[reading]") {
    std::vector<BlockOfLines> blocks{
        {line("a1", kLeft, 500), line("a3", kLeft, 700)},
        {line("b1", kRight, 500), line("b2", kRight, 600), line("b3", kRight, 700)}};

    place_late({line("a2", kLeft, 600)}, blocks);

    CHECK(texts(blocks) == Texts{"a1", "a2", "a3", "b1", "b2", "b3"});
}

TEST_CASE("the end of a column that was read late comes before the next column", "[reading]") {
    std::vector<BlockOfLines> blocks{
        {line("a1", kLeft, 500)},
        {line("b1", kRight, 500), line("b2", kRight, 600), line("b3", kRight, 700)}};

    place_late({line("a2", kLeft, 600), line("a3", kLeft, 700)}, blocks);

    CHECK(texts(blocks) == Texts{"a1", "a2", "a3", "b1", "b2", "b3"});
}

TEST_CASE("columns of which both ends were read late, line by line, keep them", "[reading]") {
    std::vector<BlockOfLines> blocks{{line("a1", kLeft, 500)}, {line("b1", kRight, 510)}};

    place_late({line("a2", kLeft, 600)}, blocks);
    place_late({line("b2", kRight, 610)}, blocks);
    place_late({line("a3", kLeft, 700)}, blocks);
    place_late({line("b3", kRight, 710)}, blocks);

    CHECK(texts(blocks) == Texts{"a1", "a2", "a3", "b1", "b2", "b3"});
}

TEST_CASE("what stands beside and above nothing is read from the top", "[reading]") {
    std::vector<BlockOfLines> blocks{{line("right", kRight, 300)}, {line("foot", kLeft, 900)}};

    place_late({line("left", kLeft, 500)}, blocks);

    CHECK(texts(blocks) == Texts{"right", "left", "foot"});
}

TEST_CASE("a column that was read late as a whole stands beside the other", "[reading]") {
    const BlockOfLines head{line("head", kLeft, 300, 2000)};
    const BlockOfLines first{line("a1", kLeft, 500), line("a2", kLeft, 600)};
    const BlockOfLines second{line("b1", kRight, 505), line("b2", kRight, 605)};
    const BlockOfLines foot{line("foot", kLeft, 900, 2000)};
    const Texts expected{"head", "a1", "a2", "b1", "b2", "foot"};

    std::vector<BlockOfLines> without_first{head, second, foot};
    place_late(first, without_first);
    CHECK(texts(without_first) == expected);

    std::vector<BlockOfLines> without_second{head, first, foot};
    place_late(second, without_second);
    CHECK(texts(without_second) == expected);
}

TEST_CASE("a heading and the top of a column that were read late come first there", "[reading]") {
    std::vector<BlockOfLines> blocks{{line("a1", kLeft, 500), line("a2", kLeft, 600)},
                                     {line("b2", kRight, 600), line("b3", kRight, 700)}};

    place_late({line("b1", kRight, 500)}, blocks);
    place_late({line("head", 800, 300)}, blocks);

    CHECK(texts(blocks) == Texts{"head", "a1", "a2", "b1", "b2", "b3"});
}

TEST_CASE("the rest of a line that was read late follows its beginning", "[reading]") {
    std::vector<BlockOfLines> blocks{{line("wide", kLeft, 500, 2000),
                                      line("label", kLeft, 600, 300),
                                      line("below", kLeft, 700, 2000)}};

    place_late({line("value", kRight, 595, 300)}, blocks);

    CHECK(texts(blocks) == Texts{"wide", "label", "value", "below"});
}

TEST_CASE("what was read late on an empty page is all of it, its lines numbered", "[reading]") {
    LineOfWords two = line("one", kLeft, 500, 200);
    two.push_back(line("two", kLeft + 250, 500, 200).front());
    std::vector<BlockOfLines> blocks;

    place_late({two, line("three", kLeft, 600)}, blocks);

    const std::vector<PageWord> words = words_in(blocks);
    REQUIRE(words.size() == 3);
    CHECK(words[0].line == 0);
    CHECK(words[1].line == 0);
    CHECK(words[2].line == 1);
}
