#include "kiosk/domain/saved_work.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "tests/domain/examples.h"

using namespace motlan;

namespace {

/// As imaging packs a page; the domain knows none of its codings.
constexpr auto kPackedCoding = static_cast<PictureCoding>(6);

SavedPage page(std::uint8_t mark) {
    SavedPage saved;
    saved.page.packed = {
        .coding = kPackedCoding, .width = 2480, .height = 3508, .dpi = 300, .bytes = {mark, 2, 3}};
    saved.page.doubts = {Fault::PageBlank};
    saved.page.kept_because = KeepReason::NoBetter;
    saved.page.said.emplace(ItemId("who"), Personal(std::string("Dấu Vết")));
    saved.page.turns = 3;
    saved.preview = {9, mark};
    saved.text = to_bytes("words");
    return saved;
}

SavedWork example() {
    SavedWork work;
    work.procedure = ProcedureCode("9.000001");
    work.subject = {ForWhom::Child, Personal(std::string("040214000033"))};
    work.answers.emplace(ItemId("copies"), Personal(std::string("3")));
    work.drafts.emplace(ItemId("where"), Personal(std::string("Số 12")));
    work.wished.emplace(AlternativeId("proof"), 1);
    work.disputes.emplace(ItemId("name"), Personal(std::string("sai tên")));
    work.papers[ItemId("lease")] = {page(1), page(4)};
    work.papers[ItemId("home")] = {page(7)};
    work.helped.push_back({.staff = StaffNumber("0123"),
                           .scope = HelpScope::Type,
                           .from = parse_timestamp("2026-11-23T01:00:00.000Z").value(),
                           .to = parse_timestamp("2026-11-23T01:05:00.000Z").value(),
                           .entered = 2,
                           .confirmed = 1});
    return work;
}

/// The same bytes with other words before the pictures.
Bytes with_words(std::string_view words, ByteView blocks = {}) {
    Bytes bytes{0, 0, static_cast<std::uint8_t>(words.size() >> 8U),
                static_cast<std::uint8_t>(words.size() & 0xFFU)};
    std::ranges::copy(words, std::back_inserter(bytes));
    std::ranges::copy(blocks, std::back_inserter(bytes));
    return bytes;
}

std::string words_in(const Bytes& bytes) {
    const std::size_t length = bytes[2] * 256U + bytes[3];
    return std::string(as_text(ByteView(bytes).subspan(4, length)));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("what was saved comes back as it was", "[domain]") {
    const Bytes bytes = bytes_of(example()).value();

    const auto read = parse_saved_work(bytes);

    REQUIRE(read);
    CHECK(bytes_of(*read) == bytes);
    CHECK(read->subject == example().subject);
    CHECK(read->answers == example().answers);
    CHECK(read->helped == example().helped);
    const SavedPage& second = read->papers.at(ItemId("lease")).at(1);
    CHECK(second.page.packed.bytes == Bytes{4, 2, 3});
    CHECK(second.page.packed.dpi == 300);
    CHECK(second.page.packed.coding == kPackedCoding);
    CHECK(second.page.kept_because == KeepReason::NoBetter);
    CHECK(second.page.said == page(4).page.said);
    CHECK(second.page.turns == 3);
    CHECK(second.page.sheet == -1);
    CHECK(second.page.is_accepted);
    CHECK(second.preview == Bytes{9, 4});
    CHECK(second.text == to_bytes("words"));
}

TEST_CASE("a page of which nobody has said whether it is used comes back as that", "[domain]") {
    SavedWork work = example();
    Page& asked = work.papers.at(ItemId("lease")).at(1).page;
    asked.kept_because.reset();
    asked.as_first = Fault::PageOtherPaper;

    const auto read = parse_saved_work(bytes_of(work).value());

    REQUIRE(read);
    CHECK(read->papers.at(ItemId("lease")).at(0).page.is_accepted);
    CHECK(read->papers.at(ItemId("lease")).at(1).page.is_open());
    CHECK(read->papers.at(ItemId("lease")).at(1).page.as_first == Fault::PageOtherPaper);
}

TEST_CASE("saved bytes that are cut anywhere, or have a byte too many, are damage", "[domain]") {
    Bytes bytes = bytes_of(example()).value();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK(parse_saved_work(ByteView(bytes).first(size)).error() == Fault::SavedDamaged);
    bytes.push_back(0);
    CHECK(parse_saved_work(bytes).error() == Fault::SavedDamaged);
}

TEST_CASE("saved words that are none of ours are damage", "[domain]") {
    const Bytes good = bytes_of(SavedWork{.procedure = ProcedureCode("9.000001")}).value();
    const std::string words = words_in(good);
    REQUIRE(parse_saved_work(with_words(words)));
    for (const auto& [from, to] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"motlan-saved", "motlan-other"},
             {"\"version\":1", "\"version\":2"},
             {"\"for\":\"self\"", "\"for\":\"cat\""},
             {"\"subject\":\"\"", "\"subject\":\"12345678901234\""},
             {"\"subject\":\"\"", "\"subject\":\"x\""},
             {"\"answers\":{}", "\"answers\":{\"copies\":3}"},
             {"\"answers\":{}", "\"answers\":[]"},
             {"\"ways\":{}", "\"ways\":{\"proof\":-1}"},
             {"\"ways\":{}", "\"ways\":{\"proof\":99}"},
             {"\"papers\":{}", "\"papers\":{\"lease\":[]}"},
             {"\"papers\":{}", "\"papers\":{\"lease\":[{}]}"},
             {"\"helped\":[]", "\"helped\":[{}]"},
             {"\"helped\":[]", "\"more\":1,\"helped\":[]"}}) {
        INFO(to);
        CHECK(parse_saved_work(with_words(replaced(words, from, to))).error() ==
              Fault::SavedDamaged);
    }
}

TEST_CASE("more than a day's shelf has room for is not saved", "[domain]") {
    SavedWork work = example();
    work.papers[ItemId("lease")][0].page.packed.bytes.resize(kSavedWorkLimit);

    CHECK(bytes_of(work).error() == Fault::SavedTooLarge);
}

TEST_CASE("for whom it was begun is a number, or that nobody could say who it is", "[domain]") {
    CHECK(saved_subject({}) == SavedSubject{});
    CHECK(saved_subject(Behalf{.whom = ForWhom::Child, .subject = {}, .relation = {}}) ==
          SavedSubject{ForWhom::Child, Personal(std::string())});
    const Relative child{.who = examples::profile(), .ground = "held:1"};
    CHECK(saved_subject(Behalf{.whom = ForWhom::Child, .subject = child, .relation = {}}) ==
          SavedSubject{ForWhom::Child, Personal(std::string("040200000017"))});
    const Relative company{.who = Company{.code = Personal(*TaxCode::parse("2901999013"))},
                           .ground = ""};
    CHECK(saved_subject(Behalf{.whom = ForWhom::Company, .subject = company, .relation = {}}) ==
          SavedSubject{ForWhom::Company, Personal(std::string("2901999013"))});
}
