// Waiting, told truthfully: steps that are done, running or next, and a bar where a share is known.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/pieces.h"

namespace motlan {

enum class StageState : std::uint8_t { Next, Running, Done, Missing };

struct Stage {
    std::string id;
    Phrase label;
    Phrase note;  ///< "Đã lấy được"
    StageState state = StageState::Next;
};

/// The stages below each other on one card.
void add_stages(Ui& ui, Pieces& pieces, const std::vector<Stage>& stages);

/// Words and a bar with `percent` of it filled.
void draw_bar(Ui& ui, Column& column, int percent, const Phrase& words);

}  // namespace motlan
