// Draws states without a window: what a screen means and, where asked, its pixels.
#pragma once

#include <functional>
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
/// A forty-eighth of them, another for every number; 48 neighbours see each look once.
[[nodiscard]] std::vector<Look> some_looks(std::size_t number);
/// One look for every theme and size, the rest of it another for every number.
[[nodiscard]] std::vector<Look> colour_looks(std::size_t number);
/// Whether MOTLAN_AUDIT=full asks for everything in every look.
[[nodiscard]] bool is_full_audit();

/// A piece of glass that states are drawn on, one after another.
class Glass {
public:
    explicit Glass(const Panel& panel);
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;
    ~Glass();

    /// Draws the state once; the answer is what `moment` chose.
    std::optional<Event> draw(const State& state, const Moment& moment = {});
    /// The same for what is no state of a visit.
    using Drawing = std::function<void(Ui&)>;
    void draw(const Drawing& drawing, const Moment& moment = {});
    /// Draws the state until its pixels are right, and reads them.
    [[nodiscard]] Image picture(const State& state);
    [[nodiscard]] Image picture(const Drawing& drawing);
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
