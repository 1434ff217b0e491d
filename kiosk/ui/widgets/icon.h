// Pictograms as lines on a grid of 24 units, drawn at any size. Always beside words, never alone.
#pragma once

#include <cstdint>

#include "kiosk/ui/ui.h"

namespace motlan {

enum class Icon : std::uint8_t {
    None,
    ArrowLeft,
    ArrowRight,
    Attention,
    Backspace,
    Bell,
    Calendar,
    Camera,
    Card,
    Check,
    CheckRound,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    Clock,
    Contrast,
    Cross,
    Eye,
    Finger,
    Globe,
    House,
    Info,
    Lock,
    Magnifier,
    Minus,
    Money,
    Offline,
    Paper,
    Pencil,
    Person,
    Phone,
    Plus,
    Printer,
    QuarterTurn,
    Question,
    Retry,
    Scanner,
    Shield,
    Shift,
    Speaker,
    Store,
    TextSize,
    Warning,
    FaceVeryBad,
    FaceBad,
    FaceFair,
    FaceGood,
    FaceVeryGood,
    Flag,
    Star,
    Bulb,
};

/// Draws the icon as large as the box allows, in its middle.
void draw_icon(Ui& ui, Icon icon, const Rect& box, Colour colour);

/// The kiosk's mark: an open lotus, drawn by us.
void draw_lotus(Ui& ui, const Rect& box);

}  // namespace motlan
