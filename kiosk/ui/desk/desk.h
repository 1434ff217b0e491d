// The demo's desk: a strip beside the kiosk's screen on which a newcomer plays the world. It draws
// buttons and answers what was pressed; it drives nothing. Not linked into a kiosk in service.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flow/state.h"
#include "kiosk/ui/ui.h"

namespace motlan {

enum class DeskVerb : std::uint8_t {
    ShowCard,  ///< of the person `index`
    TakeCard,
    LayPaper,  ///< the paper `index`
    TakePaper,
    JamScanner,
    ClearJam,
    OpenCover,
    CloseCover,
    PaperOut,
    PaperIn,
    CutNetwork,
    SlowNetwork,
    RestoreNetwork,
    CutPower,
};

struct DeskAction {
    DeskVerb verb = DeskVerb::TakeCard;
    std::size_t index = 0;
    bool operator==(const DeskAction&) const = default;
};

/// A person whose card can be shown; `about` is one line about what is special.
struct DeskPerson {
    std::string name;
    std::string about;
};

enum class DeskNetwork : std::uint8_t { Up, Slow, Cut };

/// What lies on the desk and how the simulated world is now; the desk shows it, nothing more.
struct DeskView {
    std::vector<DeskPerson> people;   ///< at most six
    std::vector<std::string> papers;  ///< names, at most three
    std::optional<std::size_t> card;  ///< whose card is held before the camera
    std::optional<std::size_t> paper;
    bool is_jammed = false;
    bool is_cover_open = false;
    bool is_paper_out = false;
    DeskNetwork network = DeskNetwork::Up;
};

/// Width of the strip in millimetres of WindowSettings::strip_mm.
inline constexpr int kDeskStripMm = 104;

/// Draws the strip; `screen` only chooses the sentence that tells what to do next.
[[nodiscard]] std::optional<DeskAction> draw_desk(Ui& ui, const Rect& strip, const DeskView& view,
                                                  const Screen& screen);

/// What a key of the keyboard means, e.g. "F1"; the key stands on its button.
[[nodiscard]] std::optional<DeskAction> desk_action(std::string_view key, const DeskView& view);

}  // namespace motlan
