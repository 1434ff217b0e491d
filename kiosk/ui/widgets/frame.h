// What all citizen screens share (ux 2.1): header or rail, title, six steps, action bar.
#pragma once

#include <optional>

#include "kiosk/flow/event.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/button.h"

namespace motlan {

/// The six steps, always the same words.
enum class VisitStep : std::uint8_t { None, Choose, Identify, Check, Answer, Scan, Send };

struct FrameSpec {
    VisitStep step = VisitStep::None;
    Phrase title;
    Phrase back;  ///< no button when empty
    Phrase next;  ///< no button when empty
    Icon next_icon = Icon::ArrowRight;
    bool is_next_enabled = true;
    Phrase why_not{};         ///< while it is not enabled: why; told to whoever touches it
    bool needs_room = false;  ///< keys are on it: what can be said shorter is
    Phrase offline{};         ///< what a link that is down means here; the usual words when empty
};

struct Frame {
    Rect content;  ///< below the title, above the action bar
    bool went_back = false;
    bool proceeded = false;
};

/// Draws the frame. The buttons are "action.back" and "action.next".
[[nodiscard]] Frame draw_frame(Ui& ui, const FrameSpec& spec);

/// Draws the access bar, on every screen at the same place. "Finish" is there when there is
/// something to finish.
enum class Finish : std::uint8_t { Offered, Absent };
[[nodiscard]] std::optional<Event> draw_access_bar(Ui& ui, Finish finish);

/// Two columns side by side on a wide screen; on a high one both are the same column.
struct Sides {
    Rect main;
    Rect side;  ///< empty on a high screen
};
/// A picture and what is said about it; large letters get half of the width.
[[nodiscard]] Sides split(const Ui& ui, const Rect& content, int main_percent);
/// Two columns of words; large letters need the whole width for one.
[[nodiscard]] Sides split_words(const Ui& ui, const Rect& content, int main_percent);

}  // namespace motlan
