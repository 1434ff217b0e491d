#include "kiosk/eye/service.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <utility>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/png.h"
#include "kiosk/eye/picture_words.h"
#include "kiosk/imaging/prepared_page.h"
#include "tests/bench/page_flaws.h"
#include "tests/support/card_picture.h"

using namespace motlan;

namespace {

Message message_of(Tree body, std::initializer_list<Bytes> blocks) {
    Message message{.body = std::move(body), .blocks = {}};
    for (const Bytes& bytes : blocks)
        message.blocks.push_back(SharedMemory::copy_of(bytes).value());
    return message;
}

EncodedPicture code_picture() {
    return {.coding = PictureCoding::Png,
            .bytes = encode_png(testing::draw_code("mã thử", 4).view())};
}

Message answer_of(const Message& request) {
    EyeMemory memory;
    return answer(request, memory);
}

Tree ask_about(std::string_view kind, const EncodedPicture& picture) {
    return Tree::Table{{"ask", kind}, {"picture", words_of(view_of(picture))}};
}

}  // namespace

TEST_CASE("a card's picture is answered with its payload and step", "[eye]") {
    const auto picture = code_picture();

    const Message answered = answer_of(message_of(ask_about("card", picture), {picture.bytes}));

    CHECK(as_text(from_base64(answered.body.text_at("payload")).value()) == "mã thử");
    CHECK(answered.body.text_at("step") == "plain");
    CHECK(answered.body.text_at("hint") == "code_seen");
    CHECK(answered.blocks.empty());
}

TEST_CASE("the size of a code comes with that of its picture, and only with a code", "[eye]") {
    const auto picture = code_picture();
    const EncodedPicture empty{.coding = PictureCoding::RawGrey,
                               .width = 64,
                               .height = 64,
                               .bytes = Bytes(std::size_t{64} * 64, 200)};

    const Message code = answer_of(message_of(ask_about("card", picture), {picture.bytes}));
    const Message none = answer_of(message_of(ask_about("card", empty), {empty.bytes}));

    CHECK(code.body.number_at("side") > 0);
    CHECK(code.body.number_at("room") >= code.body.number_at("side"));
    CHECK(none.body.find("side") == nullptr);
    CHECK(none.body.find("room") == nullptr);
}

TEST_CASE("where a page is dazzled its picture for the screen has a yellow ring", "[eye]") {
    const auto flaw = GENERATE(testing::Flaw::Glare, testing::Flaw::None);
    const testing::FlawedPage drawn = testing::draw_flawed(flaw, 71006);
    const EncodedPicture picture{.coding = PictureCoding::Png,
                                 .bytes = encode_png(drawn.picture.view())};
    const Tree ask = Tree::Table{{"ask", "page"},
                                 {"photo", drawn.options.source == PageSource::Photo},
                                 {"picture", words_of(view_of(picture))}};

    const Message answered = answer_of(message_of(ask, {picture.bytes}));

    REQUIRE(answered.blocks.size() == 3);
    const ByteView seen = answered.blocks[1].bytes();
    bool is_ringed = false;
    for (std::size_t i = 0; i + 4 <= seen.size(); i += 4)
        is_ringed = is_ringed || (seen[i] == 255 && seen[i + 1] == 214 && seen[i + 2] == 0);
    CHECK(is_ringed == (flaw == testing::Flaw::Glare));
}

TEST_CASE("a request that makes no sense is answered with a fault", "[eye]") {
    const std::string body = GENERATE(
        "null", "[]", R"("card")", "{}", R"({"ask":"dance"})", R"({"ask":"card"})",
        R"({"ask":"card","picture":7})", R"({"ask":"page","picture":{"coding":"gif"}})",
        R"({"ask":"card","picture":{"coding":"jpeg","width":-1,"height":0,"dpi":0,"bytes":3}})",
        R"({"ask":"card","picture":{"coding":"jpeg","width":0,"height":0,"dpi":0,"bytes":4}})",
        R"({"ask":"bind","pages":[{"coding":"jpeg","width":0,"height":0,"dpi":0,"bytes":99}]})",
        R"({"ask":"bind","pages":[1,2,3]})", R"({"ask":"bind"})");

    const Message answered = answer_of(message_of(parse_json(body).value(), {{1, 2, 3}}));

    INFO(body);
    CHECK(fault_of(answered.body.text_at("fault")));
}

TEST_CASE("a picture that is none is refused by name", "[eye]") {
    const EncodedPicture picture{.bytes = to_bytes("not a picture")};
    const std::string kind = GENERATE("card", "page");

    const Message answered = answer_of(message_of(ask_about(kind, picture), {picture.bytes}));

    CHECK(answered.body.text_at("fault") == code(Fault::PictureUnreadable));
}
