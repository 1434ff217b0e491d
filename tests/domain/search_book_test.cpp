// search.toml is read strictly, and its questions lead to every procedure.
#include <set>

#include "tests/domain/search_examples.h"

namespace motlan {
namespace {

constexpr std::string_view kBook = R"(
same = [["vợ", "gấy"]]
fillers = ["xin", "thủ tục"]
first = "event"
unsure = "event"

[[procedure]]
code = "1"
words = { vi = ["khai sinh"], en = ["birth"] }
events = { vi = ["sinh con"], en = ["a baby"] }

[[question]]
id = "event"
text = { vi = "Việc gì?", en = "What?" }
answers = [
    { id = "birth", label = { vi = "Sinh con", en = "Birth" }, procedures = ["1"] },
    { id = "more", label = { vi = "Khác", en = "More" }, question = "more" },
]
[[question]]
id = "more"
text = { vi = "Gì nữa?", en = "What else?" }
answers = [
    { id = "a", label = { vi = "A", en = "A" }, hint = { vi = "B", en = "B" }, procedures = ["2", "1"] },
    { id = "b", label = { vi = "B", en = "B" }, procedures = ["3"] },
]
)";

Checked<SearchBook> read(const std::string& text) {
    return parse_toml(text, "s.toml").and_then([](const Tree& tree) {
        return parse_search_book(tree, "s.toml");
    });
}

/// The example with one text replaced by another.
std::string with(std::string_view old_text, std::string_view new_text) {
    std::string text(kBook);
    const std::size_t at = text.find(old_text);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old_text.size(), new_text);
}

std::vector<std::string> codes(const std::vector<ProcedureCode>& found) {
    std::vector<std::string> texts;
    for (const ProcedureCode& code : found) texts.push_back(code.value());
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a book is read as it was written", "[domain]") {
    const auto book = read(std::string(kBook));

    REQUIRE(book.has_value());
    CHECK(
        book->sayings ==
        std::vector<Saying>{{ProcedureCode("1"), {"khai sinh", "sinh con"}, {"birth", "a baby"}}});
    CHECK(book->same == std::vector<Texts>{{"vợ", "gấy"}});
    CHECK(book->fillers == Texts{"xin", "thủ tục"});
    CHECK(book->guide.find("more")->answers[0].hint == Words{"B", "B"});
    CHECK(codes(reachable(book->guide, "event")) == Texts{"1", "2", "3"});
}

TEST_CASE("a book with any single fault is refused where the fault is", "[domain]") {
    struct Mistake {
        std::string_view old_text, new_text, key;
    };
    const std::vector<Mistake> mistakes{
        {"fillers =", "filler =", "filler"},
        {"code = \"1\"", "code = \"\"", "procedure[0].code"},
        {"code = \"1\"", "kode = \"1\"", "procedure[0].code"},
        {"[\"khai sinh\"]", "[\"…\"]", "procedure[0].words.vi"},
        {"[\"khai sinh\"]", "[\"kha\u0301i\"]", "procedure[0].words.vi"},
        {"[\"birth\"]", "[7]", "procedure[0].words.en"},
        {"[[\"vợ\", \"gấy\"]]", "[[\"vợ\"]]", "same"},
        {"[[\"vợ\", \"gấy\"]]", "[[\"vợ\", \"bà xã\"]]", "same"},
        {"first = \"event\"", "first = \"none\"", "first"},
        {"question = \"more\"", "question = \"event\"", "first"},
        {"unsure = \"event\"", "", "unsure"},
        {"question = \"more\"", "procedures = [\"9\"]", "question"},
        {"procedures = [\"1\"]", "procedures = []", "question[0].answers[0].question"},
        {"question = \"more\"", "question = \"more\", procedures = [\"1\"]",
         "question[0].answers[1].question"},
        {"id = \"b\"", "id = \"a\"", "question[1].answers"},
        {"id = \"more\"\ntext", "id = \"event\"\ntext", "question"},
    };
    for (const Mistake& one : mistakes) {
        const auto book = read(with(one.old_text, one.new_text));
        INFO(one.old_text << " -> " << one.new_text);
        REQUIRE_FALSE(book.has_value());
        CHECK(book.error().key == one.key);
        CHECK_FALSE(book.error().reason.empty());
    }
}

TEST_CASE("a code stands in the book once and texts are short", "[domain]") {
    const std::string again =
        "[[procedure]]\ncode = \"1\"\nwords = { vi = [\"a\"], en = [\"b\"] }\n";

    CHECK_FALSE(read(std::string(kBook) + again).has_value());
    CHECK_FALSE(read(with("\"khai sinh\"", "\"" + std::string(61, 'a') + "\"")).has_value());
}

TEST_CASE("what leads to no procedure of this kiosk is not offered", "[domain]") {
    const Guide guide = read(std::string(kBook))->guide;
    const auto only = [&](std::string code) {
        return within(guide, std::vector{examples::named(std::move(code), "Một")});
    };

    CHECK(only("1").find("event")->answers.size() == 2);
    CHECK(codes(only("1").find("more")->answers.at(0).codes) == Texts{"1"});
    CHECK(only("3").find("event")->answers.front().id == "more");
    CHECK(only("9").find("event")->answers.empty());
}

TEST_CASE("life events and the three questions each lead to every procedure", "[domain]") {
    const SearchBook book = examples::shipped_book();
    std::set<std::string> said;
    for (const Saying& saying : book.sayings) said.insert(saying.code.value());
    const auto all = [&](std::string_view question) {
        const Texts found = codes(reachable(book.guide, question));
        return std::set<std::string>(found.begin(), found.end());
    };

    CHECK(said.size() >= 17);
    CHECK(said.size() == examples::shipped_procedures().size());
    CHECK(all(book.guide.first) == said);
    CHECK(all(book.guide.unsure) == said);
    for (const Procedure& procedure : examples::shipped_procedures()) {
        INFO(procedure.code.value());
        CHECK(said.contains(procedure.code.value()));
    }
}

TEST_CASE("no answer of the shipped questions offers more than a page", "[domain]") {
    for (const GuideQuestion& question : examples::shipped_book().guide.questions) {
        for (const GuideAnswer& answer : question.answers) {
            INFO(question.id << " " << answer.id);
            CHECK(answer.codes.size() <= Search::kPage);
        }
    }
}

}  // namespace motlan
