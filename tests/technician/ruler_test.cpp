// T07: the screen is measured with a card that somebody holds against an outline.
#include <cmath>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/pages/ruler.h"
#include "tests/support/checkout.h"
#include "tests/technician/walk.h"
#include "tests/ui/drawing.h"

namespace motlan::testing {
namespace {

/// Somebody who stands before a screen, looks at the outline and presses.
class Measuring {
public:
    Measuring() {
        walk_(ConfigRead{
            .text = read_text(checkout() / "config/kiosk.toml", std::size_t{64} << 10U).value()});
        walk_(SettingOpened{std::string(kRuledSetting)});
    }

    int outline() { return draw({}), glass_.tree().find("ruler.card")->rect.w; }
    void press(const std::string& id) {
        if (const auto event = draw({.chosen = id})) walk_(*event);
    }
    CareDesk take() { return walk_(SettingTaken{}).desk(); }
    [[nodiscard]] const std::string& typed() const { return walk_.desk().change.typed; }

private:
    std::optional<CareEvent> draw(const Moment& moment) {
        std::optional<CareEvent> event;
        glass_.draw([&](Ui& ui) { event = draw_care(ui, walk_.desk()); }, moment);
        return event;
    }

    Glass glass_{kPortrait};
    Walk walk_;
};

}  // namespace

TEST_CASE("the outline is as wide as a card would be, and each press is a pixel", "[technician]") {
    Measuring measuring;
    const int card = measuring.outline();
    CHECK(card == std::lround(85.60 * 4.034));

    measuring.press("ruler.wider");
    CHECK(measuring.outline() == card + 1);
    measuring.press("ruler.much_narrower");
    CHECK(measuring.outline() == card - 9);
}

TEST_CASE("what was measured goes the way of every other change", "[technician]") {
    Measuring measuring;
    for (int n = 0; n < 30; ++n) measuring.press("ruler.much_wider");
    const int card = measuring.outline();
    const CareDesk desk = measuring.take();

    CHECK(desk.page == CarePage::Config);
    CHECK(desk.change.is_pending());
    const int per_metre = std::stoi(setting_in(desk.change.draft, kRuledSetting).value());
    CHECK(std::lround(per_metre * 85.60 / 1000) == card);
}

TEST_CASE("no screen has fewer pixels than one could read", "[technician]") {
    Measuring measuring;
    for (int n = 0; n < 40; ++n) measuring.press("ruler.much_narrower");

    CHECK(measuring.take().page == CarePage::Setting);
}

}  // namespace motlan::testing
