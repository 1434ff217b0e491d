// What citizens say finds the procedure they mean, however they type it.
#include <format>
#include <set>

#include "kiosk/core/utf8.h"
#include "tests/domain/search_examples.h"

namespace motlan {
namespace {

using examples::Said;

/// The shipped search and the codes behind its places.
struct Shipped {
    std::vector<Procedure> procedures = examples::shipped_procedures();
    Search search{procedures, examples::shipped_book()};

    [[nodiscard]] std::vector<std::string> codes(std::string_view words) const {
        std::vector<std::string> found;
        for (const std::size_t place : search.find(words).places) {
            found.push_back(procedures.at(place).code.value());
        }
        return found;
    }
};

/// How often the right procedure came first, and on the first page, in percent.
struct Score {
    double first = 0;
    double page = 0;
    std::string missed;
};

template <typename Change>
Score score(std::string_view part, Change change) {
    const Shipped shipped;
    int all = 0;
    int first = 0;
    int page = 0;
    Score score;
    for (const Said& one : examples::said(part)) {
        const auto codes = shipped.codes(change(one.words));
        const bool is_first = !codes.empty() && codes.front() == one.code;
        ++all;
        first += is_first ? 1 : 0;
        page += std::ranges::contains(codes, one.code) ? 1 : 0;
        if (!is_first) score.missed += std::format("\n{}: {}", one.code, one.words);
    }
    REQUIRE(all > 0);
    score.first = 100.0 * first / all;
    score.page = 100.0 * page / all;
    return score;
}

std::string as_it_is(const std::string& words) { return words; }

std::string without_marks(const std::string& words) { return fold(words); }

/// Three short names to look for.
Search small_search(const SearchBook& book = {}) {
    return {std::vector{examples::named("1", "Đăng ký khai sinh"),
                        examples::named("2", "Đăng ký kết hôn"),
                        examples::named("3", "Đổi giấy phép lái xe")},
            book};
}

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("what citizens say finds what they mean", "[domain]") {
    REQUIRE(examples::said("phrases").size() >= 380);

    const Score known = score("phrases", as_it_is);

    INFO(known.missed);
    CHECK(known.first >= 98.0);
    CHECK(known.page >= 99.5);
}

TEST_CASE("the same without any marks still finds it", "[domain]") {
    const Score known = score("phrases", without_marks);

    INFO(known.missed);
    CHECK(known.first >= 98.0);
    CHECK(known.page >= 99.5);
}

TEST_CASE("what nobody thought of is found nearly always, with marks and without", "[domain]") {
    REQUIRE(examples::said("unseen").size() >= 170);

    const Score marked = score("unseen", as_it_is);
    const Score plain = score("unseen", without_marks);

    CHECK(marked.first >= 95.0);
    CHECK(marked.page >= 98.5);
    CHECK(plain.first >= 94.0);
    CHECK(plain.page >= 98.5);
}

TEST_CASE("capitals, blanks and signs make no difference", "[domain]") {
    const Shipped shipped;
    for (const Said& one : examples::said("phrases")) {
        INFO(one.words);
        const Found plain = shipped.search.find(one.words);
        CHECK(shipped.search.find(to_upper(one.words)) == plain);
        CHECK(shipped.search.find("  \"" + one.words + "\"?!") == plain);
    }
}

TEST_CASE("composed and decomposed letters are the same letters", "[domain]") {
    const Search search = small_search();

    const Found composed = search.find("đăng ký kết hôn");

    CHECK(composed.places.front() == 1);
    CHECK(search.find("đa\u0306ng ky\u0301 ke\u0302\u0301t ho\u0302n") == composed);
}

TEST_CASE("every name is found by its initials", "[domain]") {
    const Search search = small_search();

    CHECK(search.find("dkks").places == Places{0});
    CHECK(search.find("DKKH").places.front() == 1);
    CHECK(search.find("ĐGPLX").places == Places{2});
}

TEST_CASE("an unfinished word is enough, a finished one is taken as it is", "[domain]") {
    const Search search = small_search();

    CHECK(search.find("đăng ký kh").places.front() == 0);
    CHECK(search.find("ke").places == Places{1});
    CHECK(search.find("ke ").places.empty());
}

TEST_CASE("marks that were typed tell words apart", "[domain]") {
    const Search search(
        std::vector{examples::named("1", "Bán nhà"), examples::named("2", "Bản nhà")}, {});

    CHECK(search.find("bán").places.front() == 0);
    CHECK(search.find("bản").places.front() == 1);
    CHECK(search.find("ban").places == Places{0, 1});
}

TEST_CASE("slips, Telex keys and either spelling of i are understood", "[domain]") {
    const Search search = small_search();

    for (const std::string_view typed : {"kai sinh", "khia sinh", "khaii sinh", "khai sinhh",
                                         "ddawng kys khai sinh", "đăng kí khai sinh"}) {
        INFO(typed);
        CHECK(search.find(typed).places.front() == 0);
    }
}

TEST_CASE("words of one meaning stand for each other", "[domain]") {
    SearchBook book;
    book.same = {{"hôn", "cưới"}};
    const Search search = small_search(book);

    CHECK(search.find("cưới").places == Places{1});
    CHECK(search.find("cuoi").places == Places{1});
    CHECK(search.find("cười").places.empty());
}

TEST_CASE("a word that lost its marks may still be one of that meaning", "[domain]") {
    const SearchBook book{.same = {{"sinh", "đẻ"}}, .fillers = {"để"}};
    const Search search = small_search(book);

    CHECK(search.find("đẻ").places == Places{0});
    CHECK(search.find("de").places == Places{0});
    CHECK(search.find("để").places.empty());
}

TEST_CASE("a word of every sentence is not taken for one that it looks like", "[domain]") {
    const std::vector procedures{examples::named("1", "Đổi nhà ở xa quê"),
                                 examples::named("2", "Thẻ")};
    const Search search(procedures, {.fillers = {"thế", "nào"}});

    CHECK(Search(procedures, {}).find("đổi thế nào").places.front() == 1);
    CHECK(search.find("đổi thế nào").places.front() == 0);
    CHECK(search.find("thẻ").places == Places{1});
    CHECK(search.find("the").places == Places{1});
}

TEST_CASE("words that stand together count for more than the same words apart", "[domain]") {
    const Search search(
        std::vector{examples::named("1", "Sinh thì khai"), examples::named("2", "Con khai sinh")},
        {});

    CHECK(search.find("xin khai sinh").places == Places{1, 0});
}

TEST_CASE("nothing typed, signs, and bytes that are no text find nothing", "[domain]") {
    const Search search = small_search();

    for (const std::string typed : {"", "   ", "?!…", "\xFF\xFE", "khai sinh \xC3", "日本"}) {
        INFO(typed);
        CHECK(search.find(typed).places.empty());
    }
    CHECK(Search().find("khai sinh").places.empty());
}

TEST_CASE("of a very long text only the beginning is looked at", "[domain]") {
    const Search search = small_search();
    const std::string beginning = "khai sinh ";

    CHECK(search.find(beginning + std::string(1'000'000, 'x')).places == Places{0});
    std::string many = beginning;
    for (int i = 0; i < 100'000; ++i) many += "ế ";
    CHECK(search.find(many).places == Places{0});
    CHECK(search_words(many).size() == kMostSearchWords);
}

TEST_CASE("every keystroke of every phrase shows at most a page, each procedure once", "[domain]") {
    const Shipped shipped;
    for (const Said& one : examples::said("phrases")) {
        const std::u32string letters = to_letters(one.words);
        for (std::size_t typed = 0; typed <= letters.size(); ++typed) {
            const Found found = shipped.search.find(from_letters(letters.substr(0, typed)));
            const std::set<std::size_t> once(found.places.begin(), found.places.end());
            REQUIRE(once.size() == found.places.size());
            REQUIRE(once.size() <= (found.is_sure ? Search::kPage : Search::kNearest));
        }
    }
}

TEST_CASE("when most of what was said is unknown, only the nearest are offered", "[domain]") {
    const Search search = small_search();

    CHECK(search.find("khai sinh").is_sure);
    const Found far = search.find("xin tàu vũ trụ bay lên sao hỏa khai");
    CHECK_FALSE(far.is_sure);
    CHECK(far.places == Places{0});
}

TEST_CASE("two versions of one procedure are both found by what is said of it", "[domain]") {
    SearchBook book;
    book.sayings = {{ProcedureCode("1"), {"vợ mới sinh"}, {"newborn"}}};
    const Search search(
        std::vector{examples::named("1", "Khai sinh"), examples::named("1", "Khai sinh")}, book);

    CHECK(search.find("vợ mới sinh").places == Places{0, 1});
    CHECK(search.find("newborn").places == Places{0, 1});
}

}  // namespace motlan
