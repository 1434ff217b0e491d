// Draws states without a window: what a screen means and, where asked, its pixels.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/flow/event.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/ui.h"

namespace motlan::testing {

/// 21.5 inches (ux 3.1).
inline constexpr Panel kPortrait{1080, 1920, 4.034};
inline constexpr Panel kLandscape{1920, 1080, 4.034};

/// One way that a screen can look.
struct Look {
    Panel panel;
    Comfort comfort;
    std::string name;  ///< e.g. "landscape en largest dark"
};

/// Both orientations, languages and hands, every theme and size, and on a high panel both reaches.
[[nodiscard]] std::vector<Look> all_looks();
/// A twelfth of them, another for every number; twelve neighbours see each look once.
[[nodiscard]] std::vector<Look> some_looks(std::size_t number);

/// A piece of glass that states are drawn on, one after another.
class Glass {
public:
    explicit Glass(const Panel& panel);
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;
    ~Glass();

    /// Draws the state once; the answer is what `moment` chose.
    std::optional<Event> draw(const State& state, const Moment& moment = {});
    /// Draws the state until its pixels are right, and reads them.
    [[nodiscard]] Image picture(const State& state);
    /// Forgets which page of which list was shown.
    void forget();
    [[nodiscard]] const SemanticTree& tree() const;
    [[nodiscard]] const Typeface& typeface() const;
    /// How many pixels the last picture drew anew.
    [[nodiscard]] std::int64_t drawn_pixels() const;
    /// Draws the next picture whole.
    void lose_pixels();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace motlan::testing
