#include "kiosk/technician/pages/stick_words.h"

namespace motlan {

std::optional<NoticeSpec> stick_trouble(const Ui& ui, const Stick& stick) {
    const std::string place = stick.place.string();
    switch (stick.state) {
        case StickState::Ready: break;
        case StickState::Missing:
            return NoticeSpec{.id = "stick.missing",
                              .tone = Tone::Warn,
                              .words = ui.text(Text::CareStickMissing)};
        case StickState::ReadOnly:
            return NoticeSpec{.id = "stick.read_only",
                              .tone = Tone::Error,
                              .words = ui.text(Text::CareStickReadOnly, {{"place", place}})};
        case StickState::Full:
            return NoticeSpec{
                .id = "stick.full",
                .tone = Tone::Error,
                .words =
                    ui.text(Text::CareStickFull,
                            {{"place", place}, {"free", std::to_string(stick.free_bytes >> 10U)}})};
    }
    return std::nullopt;
}

}  // namespace motlan
