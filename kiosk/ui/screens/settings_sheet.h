// The sheet on which the kiosk is made easier to use, page by page: a title, what is so now, wishes
// as buttons of one size, and the one that closes it.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {

/// A tap does it at once; the sheet stays, and is its own preview.
struct SettingsWish {
    ButtonSpec button;
    Event event;
};

struct SettingsSheet {
    Phrase title;
    Phrase now;  ///< what is so now, where no button says it; may be empty
    std::vector<SettingsWish> wishes;
    int columns = 2;
    SettingsWish close;
};

/// Draws it over everything else; what is chosen happens.
[[nodiscard]] std::optional<Event> draw_settings_sheet(Ui& ui, const SettingsSheet& sheet);

/// C02, the page about how it is read aloud: speed, loudness, once more, with a dark screen.
[[nodiscard]] std::optional<Event> draw_voice_settings(Ui& ui);

}  // namespace motlan
