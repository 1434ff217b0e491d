// What a screen and a widget are given while they draw: paint, theme, words, the tree they write
// their nodes to, and what was chosen. Lives for one frame; holds no decision.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/domain/staff.h"
#include "kiosk/flow/hindrance.h"
#include "kiosk/flow/office.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/typeface.h"
#include "kiosk/ui/wording.h"

namespace motlan {

class Paint;

/// Presentation that no decision depends on: which page of a list, how large a picture.
/// Forgotten when another screen is shown.
class ViewMemory {
public:
    int& at(const std::string& id) { return numbers_[id]; }
    /// Forgets everything when `screen` is not the one shown before; whether it is another.
    bool enter(std::string_view screen);
    /// Whether a new screen was entered since the last call.
    bool take_entered();
    /// What was told once and need not be told again; outlives the screen.
    std::string& told() { return told_; }
    /// The node whose reason was asked for last; forgotten with the screen.
    std::string& explained() { return explained_; }

private:
    std::string screen_;
    std::string told_;
    std::string explained_;
    std::map<std::string, int> numbers_;
    bool entered_ = false;
};

/// What happened since the last frame.
struct Moment {
    std::string chosen;  ///< id of the node that was tapped
    /// Where the finger left it; nothing when a key chose it.
    std::optional<Point> at{};
    std::string pressed;  ///< id of the node under a finger
    std::string typed;    ///< letters from a real keyboard (UTF-8)
    bool is_erased = false;
    double success = 1;     ///< how much of a mark of success is drawn, 0 to 1
    bool may_move = false;  ///< it is drawn bit by bit on a new screen
};

/// What every screen shows around its content.
struct Surroundings {
    const Office* office = nullptr;
    WallTime now{};
    bool is_offline = false;
    Ability ability{};
    std::span<const Hindrance> hindrances{};  ///< of the office's procedures; empty: none has any

    [[nodiscard]] Hindrance hindrance_at(std::size_t place) const {
        return place < hindrances.size() ? hindrances[place] : Hindrance::None;
    }
    const StaffMember* helper = nullptr;  ///< while staff have the kiosk
    int help_minutes = 0;                 ///< left of their time
};

/// What glides into its place when a screen is new, and for whom.
struct Moving {
    Rect zone;
    Comfort comfort;
};

class Ui {
public:
    struct Tools {
        Paint& paint;
        SemanticTree& tree;
        ViewMemory& memory;
    };
    Ui(const Tools& tools, Moment moment, const Panel& panel, const Rect& area);

    /// Language, size and colours for everything drawn from now on.
    void dress(const Comfort& comfort) { dress(comfort, panel_.px_per_mm); }
    /// The same with another scale, for the desk beside the kiosk's screen.
    void dress(const Comfort& comfort, double px_per_mm);
    void surround(const Surroundings& surroundings) { surroundings_ = surroundings; }
    [[nodiscard]] const Surroundings& surroundings() const { return surroundings_; }
    /// Whether staff have the kiosk, so that nothing of the citizen's is shown.
    [[nodiscard]] bool is_helped() const { return surroundings_.helper != nullptr; }
    /// The catalogue and this office. Only inside draw_state().
    [[nodiscard]] const Office& office() const;
    /// Which screen this is; a new name forgets the view memory and guards against early taps.
    void enter(std::string_view screen);

    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] const Palette& colours() const { return theme_.colours(); }
    [[nodiscard]] int dp(int quarters) const { return theme_.dp(quarters); }
    [[nodiscard]] Language language() const { return comfort_.language; }
    [[nodiscard]] const Comfort& comfort() const { return comfort_; }
    /// The kiosk's screen, or the part of it that is drawn on.
    [[nodiscard]] const Rect& area() const { return area_; }
    void set_area(const Rect& area) { area_ = area; }
    /// Whether all that can be touched has to lie in the lower half (ux 3.5).
    [[nodiscard]] bool is_low() const { return comfort_.is_low && panel_.is_portrait(); }
    /// What is left of the upper half for what is only looked at; empty unless is_low().
    [[nodiscard]] const Rect& display() const { return display_; }
    void set_display(const Rect& display) { display_ = display; }
    [[nodiscard]] const Moving& moving() const { return moving_; }
    void set_moving(const Moving& moving) { moving_ = moving; }
    /// The box where the hand is that does the work: for the left one, at the other side of
    /// `within`.
    [[nodiscard]] Rect for_hand(const Rect& box, const Rect& within) const;
    [[nodiscard]] Phrase text(Text text, Fillings fillings = {}) const;
    [[nodiscard]] Phrase words(const Words& words) const;

    [[nodiscard]] Paint& paint() { return tools_.paint; }
    [[nodiscard]] const Typeface& typeface() const;
    [[nodiscard]] SemanticTree& tree() { return tools_.tree; }
    [[nodiscard]] int& memory(const std::string& id) { return tools_.memory.at(id); }
    [[nodiscard]] std::string& told() { return tools_.memory.told(); }
    /// Somebody has chosen this node, which cannot be chosen now, and nothing since.
    [[nodiscard]] bool is_explained(std::string_view id) const {
        return tools_.memory.explained() == id;
    }
    [[nodiscard]] const Moment& moment() const { return moment_; }

    /// Writes a node. True when exactly this node was chosen and may be.
    bool add(Node node);
    /// How much of a mark of success is there by now, 0 to 1.
    [[nodiscard]] double success() const { return moment_.success; }
    /// A finger is down on some node.
    [[nodiscard]] bool is_touched() const { return !moment_.pressed.empty(); }
    [[nodiscard]] bool is_pressed(std::string_view id) const { return moment_.pressed == id; }

    /// What lies under the things drawn now, for contrast and covered corners.
    [[nodiscard]] Colour ground() const { return ground_; }
    void set_ground(Colour ground) { ground_ = ground; }

private:
    Tools tools_;
    Moment moment_;
    Comfort comfort_;
    Surroundings surroundings_;
    Theme theme_;
    Panel panel_;
    Rect area_;
    Rect display_;
    Moving moving_;
    Colour ground_;
};

/// Everything drawn while it lives lies on this colour.
class GroundScope {
public:
    GroundScope(Ui& ui, Colour ground) : ui_(ui), before_(ui.ground()) { ui.set_ground(ground); }
    GroundScope(const GroundScope&) = delete;
    GroundScope& operator=(const GroundScope&) = delete;
    ~GroundScope() { ui_.set_ground(before_); }

private:
    Ui& ui_;
    Colour before_;
};

}  // namespace motlan
