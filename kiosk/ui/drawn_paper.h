// Draws on paper without a window, as screens are drawn: text wraps, and each leaves a node.
#pragma once

#include <functional>

#include "kiosk/core/image.h"
#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/column.h"

namespace motlan {

/// Paper, in dots.
struct PaperSheet {
    const Typeface& typeface;
    Language language;
    int width;
    int tallest;          ///< what is drawn below it is lost
    double letter_scale;  ///< dots for a millimetre of ux 3.2, whose letters are read from afar
    int edge;             ///< left free on every side
};

using PaperDrawing = std::function<void(Ui&, Column&)>;

struct DrawnPaper {
    Image picture;         ///< grey, as high as what was drawn with its edge
    SemanticTree texts{};  ///< where they stand
    bool is_whole = true;  ///< nothing was lost
};

/// The drawing is asked for until every letter of it is known; it draws the same each time.
[[nodiscard]] DrawnPaper draw_paper(const PaperSheet& sheet, const PaperDrawing& drawing);

}  // namespace motlan
