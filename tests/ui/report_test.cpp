// What stands under a report before it is sent: all that travels, and nothing that is not sure.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/report_words.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

UnlawfulRequest sample_request() {
    const std::vector<Sample> all = samples();
    const State state = std::ranges::find(all, "report_request.check", &Sample::name)->state;
    return std::get<ReportRequest>(state.screen).request;
}

/// The rows of a report as this office reads them.
std::vector<ListRow> rows(const UnlawfulRequest& said, const auto& read) {
    std::vector<ListRow> all;
    Glass(kPortrait).draw([&](Ui& ui) {
        ui.surround({.office = &sample_office()});
        all = read(ui, said);
    });
    return all;
}

}  // namespace

TEST_CASE("a report lists each thing that a source held, which source and when", "[ui]") {
    const auto held = rows(sample_request(), evidence_rows);

    REQUIRE(held.size() == 2);
    CHECK(held[0].value.shown.contains("cư trú"));
    CHECK(held[0].badge.shown.contains("CSDL về cư trú"));
    CHECK(held[0].badge.shown.contains("25/11/2026"));
    CHECK(held[1].badge.shown.contains("CSDL hộ tịch điện tử"));
}

TEST_CASE("what a source holds of somebody is no word for the room", "[ui]") {
    for (const ListRow& row : rows(sample_request(), evidence_rows)) {
        CHECK(row.privacy == Privacy::Masked);
        CHECK(row.is_badge_private);
    }
}

TEST_CASE("what the citizen leaves out is not listed as travelling", "[ui]") {
    UnlawfulRequest said = sample_request();
    said.with_evidence = false;

    CHECK(rows(said, evidence_rows).empty());
}

TEST_CASE("the procedure travels with a report, and is said to", "[ui]") {
    UnlawfulRequest said = sample_request();
    said.procedure = "2.000635";

    const auto all = rows(said, report_rows);
    const auto procedure = std::ranges::find(all, "report.procedure", &ListRow::id);

    REQUIRE(procedure != all.end());
    CHECK_FALSE(procedure->value.shown.contains("2.000635"));
    CHECK_FALSE(std::ranges::contains(rows(sample_request(), report_rows), "report.procedure",
                                      &ListRow::id));
}

}  // namespace motlan::testing
