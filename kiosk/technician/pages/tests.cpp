#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

std::string try_id(DeviceTest test) { return std::string(name(test)) + ".try"; }
std::string see_id(DeviceTest test) { return std::string(name(test)) + ".see"; }

ListRow test_row(const Ui& ui, const CareDesk& desk, DeviceTest test) {
    const TestResult* newest = desk.newest(test);
    ListRow row{.id = "test." + std::string(name(test)),
                .label = ui.text(text_of(test)),
                .tone = tone_of(newest),
                .badge = verdict_words(ui, newest),
                .actions = {{try_id(test), ui.text(Text::CareTestsTry)}}};
    if (newest != nullptr) row.actions.push_back({see_id(test), ui.text(Text::CareTestsSee)});
    return row;
}

std::optional<CareEvent> event_of(const std::optional<std::string>& chosen) {
    if (!chosen) return std::nullopt;
    for (const DeviceTest test : whole_series()) {
        if (*chosen == try_id(test)) return TestsWished{{test}};
        if (*chosen == see_id(test)) return TestOpened{test};
    }
    return std::nullopt;
}

}  // namespace

std::optional<CareEvent> draw_tests(Ui& ui, const CareDesk& desk) {
    const CareFrame frame = draw_care_frame(ui, desk,
                                            {.title = ui.text(Text::CareTestsTitle),
                                             .next = ui.text(Text::CareTestAll),
                                             .next_icon = Icon::CheckRound});
    std::vector<ListRow> rows;
    for (const DeviceTest test : whole_series()) rows.push_back(test_row(ui, desk, test));
    const auto chosen = draw_rows(ui, frame.content, "care.tests", rows);
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return TestsWished{whole_series()};
    return event_of(chosen);
}

}  // namespace motlan
