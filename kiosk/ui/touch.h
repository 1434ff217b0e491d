// Turns fingers into choices: on release inside the node where the finger came down.
// Knows time and nodes, no window. Rules and numbers: ux 0.3.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/semantic_tree.h"

namespace motlan {

/// Since some fixed moment; only differences matter.
using TouchTime = std::chrono::milliseconds;

enum class TouchKind : std::uint8_t { Down, Move, Up, Cancel };

struct Touch {
    TouchKind kind = TouchKind::Down;
    std::int64_t finger = 0;
    Point at;
    TouchTime when{};
};

/// A second tap on the same node within this time is a tremor, not a wish.
inline constexpr TouchTime kTremor{400};
/// What comes so soon after a new screen was meant for the old one.
inline constexpr TouchTime kSettling{250};
/// A finger that lies longer on what is for holding does not choose it when it leaves.
inline constexpr TouchTime kHold{500};
/// Fingers that come down within this time are one hand.
inline constexpr TouchTime kHand{80};
/// A finger that says nothing for so long is not there: its panel was unplugged. A still finger on
/// a panel that works trembles.
inline constexpr TouchTime kLost{10'000};

class TouchReader {
public:
    /// Reads one touch against what is shown. The answer is the id of a chosen node.
    /// Only the first finger counts; further ones and a resting hand choose nothing.
    std::optional<std::string> read(const Touch& touch, const SemanticTree& shown);
    /// A new screen is shown: whatever finger is down chooses nothing any more.
    void new_screen(TouchTime when);

    /// The node that would be chosen if the finger were lifted now; empty for none.
    [[nodiscard]] const std::string& pressed() const { return is_inside_ ? pressed_ : kNothing; }

private:
    static inline const std::string kNothing;

    void come_down(const Touch& touch, const SemanticTree& shown);
    void press(const Touch& touch, const SemanticTree& shown);
    std::optional<std::string> release(const Touch& touch, bool is_for_holding);

    std::optional<std::int64_t> finger_;
    std::string pressed_;
    bool is_inside_ = false;
    TouchTime pressed_at_{};
    TouchTime felt_at_{};
    std::string last_chosen_;
    TouchTime last_chosen_at_{-kTremor};
    TouchTime settled_at_{};
};

}  // namespace motlan
