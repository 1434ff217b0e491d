// What a visit will cost and when its result is due, before the province has said so.
#include "kiosk/flow/outlook.h"
#include "tests/flow/walk.h"

namespace motlan {
namespace {

using examples::item;

constexpr std::string_view kHolidays = R"([[year]]
year = 2026
act = "A"
verified = false
off = ["2026-11-24"]
worked = []
)";

/// An office whose only procedure has this fee and term.
Office office(const std::string& fee, const std::string& term = "") {
    std::string text(examples::kHead);
    const std::size_t at = text.find("fee = ");
    text.replace(at, text.find('\n', at) - at, "fee = { " + fee + " }\n" + term);
    text += item("name", "person.full_name") + item("copies", "will.copies", examples::kNumber) +
            item("reason", "will.reason", examples::kChoice) +
            item("lease", "document.lease", examples::kPaper);
    Office office = example_office();
    auto read = examples::read(text);
    if (!read) FAIL(to_text(read.error()));
    office.procedures = {*std::move(read)};
    office.holidays = Holidays::parse(parse_toml(kHolidays, "h.toml").value(), "h.toml").value();
    return office;
}

std::string basis(bool is_verified) {
    return std::string("basis = { document = \"L\", verified = ") +
           (is_verified ? "true" : "false") + " }";
}

/// The fee of a visit with three copies, this reason, and two scanned pages.
FeeOutlook fee_of(const Office& office, const char* reason) {
    Walk walk(office);
    walk.to_sources()(Walk::population())(Proceeded{})(DraftSet{"3"})(Proceeded{});
    walk(DraftSet{reason})(Proceeded{}).scan()(PageAdded{}).scan()(Proceeded{});
    return fee_outlook(walk.at<ReviewAll>().visit, office);
}

WallTime at(int day, int hour) {
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / day} + std::chrono::hours(hour) -
           kVietnamOffset;
}

std::string due(const std::string& term, WallTime now) {
    const Office place = office("dong = 0, " + basis(true), "term = { " + term + " }\n");
    const auto outlook = due_outlook(place.procedures.front(), place, now);
    if (!outlook) return "never";
    return outlook->day.to_iso() + (outlook->is_sure ? "" : " about");
}

}  // namespace

TEST_CASE("the fee is the sum for what was answered", "[flow]") {
    const FeeOutlook fee = fee_of(office("dong = 8000, per = \"copies\", " + basis(true)), "no");

    CHECK(fee.dong == 24'000);
    CHECK(fee.exemption == nullptr);
    CHECK(fee.is_sure);
}

TEST_CASE("a fee for pages counts the pages that were scanned", "[flow]") {
    const FeeOutlook fee =
        fee_of(office("dong = 2000, per = \"lease\", unit = { vi = \"trang\", en = \"page\" }, " +
                      basis(true)),
               "no");

    CHECK(fee.dong == 4'000);
}

TEST_CASE("an exemption that holds is named, and is as sure as its own law", "[flow]") {
    const std::string exemption =
        ", exemption = [{ label = { vi = \"Hộ nghèo\", en = \"Poor\" }, dong = 0, "
        "when = { item = \"reason\", is = \"yes\" }, " +
        basis(false) + " }]";
    const Office place = office("dong = 8000, " + basis(true) + exemption);
    Walk walk(place);
    walk.to_sources()(Walk::population())(Proceeded{})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
    const Visit& visit = walk.scan()(Proceeded{}).at<ReviewAll>().visit;

    const FeeOutlook fee = fee_outlook(visit, place);

    CHECK(fee.dong == 0);
    REQUIRE(fee.exemption != nullptr);
    CHECK(fee.exemption->label.vi == "Hộ nghèo");
    CHECK_FALSE(fee.is_sure);
    CHECK(fee_of(place, "no").dong == 8'000);
}

TEST_CASE("a fee that the province sets is not guessed, and what is recalled is not sure",
          "[flow]") {
    CHECK_FALSE(fee_of(office(basis(true)), "no").dong.has_value());
    CHECK_FALSE(fee_of(office("dong = 5, " + basis(false)), "no").is_sure);
}

TEST_CASE("the due day counts working days, holidays and the afternoon limit", "[flow]") {
    const std::string three = "working_days = 3, " + basis(true);
    const std::string same_day = "working_days = 0, cut_off_hour = 15, " + basis(true);

    CHECK(due(three, at(23, 9)) == "2026-11-27");
    CHECK(due(same_day, at(23, 14)) == "2026-11-23");
    CHECK(due(same_day, at(23, 15)) == "2026-11-25");
    CHECK(due("working_days = 3, " + basis(false), at(23, 9)) == "2026-11-27 about");
}

TEST_CASE("no day is told without a term or beyond the announced years", "[flow]") {
    const Office place = office("dong = 0, " + basis(true));

    CHECK_FALSE(due_outlook(place.procedures.front(), place, at(23, 9)).has_value());
    CHECK(due("working_days = 60, " + basis(true), at(23, 9)) == "never");
}

}  // namespace motlan
