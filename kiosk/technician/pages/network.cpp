#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

/// What lies between this kiosk and the province.
const std::vector<std::string_view> kRoad{"enrolment", "signing key", "certificate",
                                          "bundle",    "link",        "province",
                                          "audit log", "outbox",      "clock"};

std::vector<ListRow> last_test(const Ui& ui, const CareDesk& desk) {
    const TestResult* newest = desk.newest(DeviceTest::Network);
    std::vector<ListRow> rows{{.id = "network.last",
                               .label = ui.text(Text::CareNetworkLast),
                               .tone = tone_of(newest),
                               .badge = verdict_words(ui, newest)}};
    if (newest == nullptr) return rows;
    for (const Figure& figure : newest->figures)
        rows.push_back({.id = "network." + figure.name,
                        .label = words_of(figure, ui.language()),
                        .tone = figure.holds() ? Tone::Ok : Tone::Error});
    return rows;
}

/// Each with its days, and how the next ones are made: only root makes keys (security design 4.3).
void add_certificates(Ui& ui, Pieces& pieces, const Checkup& checkup,
                      std::optional<std::string>& chosen) {
    const std::vector<ListRow> rows = certificate_rows(ui, checkup);
    if (rows.empty()) return;
    add_rows(ui, pieces, rows, chosen);
    pieces.skip(ui.dp(16));
    pieces.text(ui.text(Text::CareNetworkRenew), body());
}

}  // namespace

std::optional<CareEvent> draw_network(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk,
                                            {.title = ui.text(Text::CareNetworkTitle),
                                             .next = ui.text(Text::CareNetworkTest),
                                             .next_icon = Icon::Globe});
    std::optional<std::string> chosen;
    Pieces pieces(ui, frame.content.w);
    add_rows(ui, pieces, last_test(ui, desk), chosen);
    pieces.skip(ui.dp(20));
    if (desk.checkup) {
        add_rows(ui, pieces, trouble_rows(ui, *desk.checkup, kRoad), chosen);
        pieces.skip(ui.dp(20));
        add_certificates(ui, pieces, *desk.checkup, chosen);
    }
    pieces.skip(ui.dp(20));
    add_rows(ui, pieces, figure_rows(ui, desk), chosen);
    pieces.draw(frame.content, "care.network");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return TestsWished{{DeviceTest::Network}};
    return std::nullopt;
}

}  // namespace motlan
