// Turns fingers into choices: on release inside the node where the finger came down.
// Knows time and nodes, no window. Rules and numbers: ux 0.3.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/flow/comfort.h"
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
/// The same where somebody takes more time, e.g. with large letters (ux 6.3).
inline constexpr TouchTime kLongTremor{700};
/// There, a finger that comes down again so soon has bounced, wherever it lands.
inline constexpr TouchTime kBounce{150};
/// What comes so soon after a new screen was meant for the old one.
inline constexpr TouchTime kSettling{250};
/// A finger that lies longer on what is for holding does not choose it when it leaves.
inline constexpr TouchTime kHold{500};
/// A finger that lies so long on a key that repeats chooses it again, and after each kNextRepeat.
inline constexpr TouchTime kFirstRepeat{700};
inline constexpr TouchTime kNextRepeat{150};
/// Fingers that come down within this time are one hand.
inline constexpr TouchTime kHand{80};
/// What comes down so soon where a part of a hand left is the same hand, which flickers.
inline constexpr TouchTime kFlicker{300};
/// A finger that lies longer when another hand comes leans on the glass and wishes nothing.
inline constexpr TouchTime kLean{1000};
/// A finger that says nothing for so long is not there: its panel was unplugged. A still finger on
/// a panel that works trembles.
inline constexpr TouchTime kLost{10'000};

/// How a trembling hand is borne with.
struct TouchCare {
    TouchTime tremor = kTremor;
    TouchTime bounce{};
    int slip = 0;    ///< pixels beside a node where a finger that came down on it is still on it
    int palm = 400;  ///< pixels between two parts of one hand that lies on the glass, at most
};

/// More where somebody takes more time; a finger may slip by less than the space between targets.
[[nodiscard]] TouchCare care_for(const Comfort& comfort, double px_per_mm);

class TouchReader {
public:
    /// From now on.
    void heed(const TouchCare& care) { care_ = care; }
    /// Reads one touch against what is shown. The answer is the id of a chosen node.
    /// Only a finger that is alone counts: what comes down beside one that rests, or where a hand
    /// has just left, chooses nothing. Contacts have no size here, so a palm is told by this alone.
    std::optional<std::string> read(const Touch& touch, const SemanticTree& shown);
    /// The node that a finger chooses by lying on it until now; call it while time passes.
    std::optional<std::string> repeat(TouchTime now, const SemanticTree& shown);
    /// A new screen is shown: whatever finger is down chooses nothing any more.
    void new_screen(TouchTime when);

    /// The node that would be chosen if the finger were lifted now; empty for none.
    [[nodiscard]] const std::string& pressed() const { return is_inside_ ? pressed_ : kNothing; }

private:
    static inline const std::string kNothing;

    /// What touches the glass, or has just left it.
    struct Contact {
        std::int64_t finger = 0;
        Point at;
        TouchTime landed{};
        TouchTime felt{};
        bool is_hand = false;  ///< another one lay beside it
        bool is_gone = false;
    };

    void forget(const Touch& landing);
    [[nodiscard]] bool is_near(const Contact& contact, Point at) const;
    /// Whether it lands beside, with or in place of others; these are then parts of a hand too.
    [[nodiscard]] bool joins_hand(const Touch& landing);
    [[nodiscard]] bool is_free_for_another(TouchTime when) const;
    [[nodiscard]] bool lies_in_hand(const Touch& touch) const;
    void come_down(const Touch& touch, const SemanticTree& shown);
    void press(const Touch& touch, const SemanticTree& shown);
    std::optional<std::string> release(const Touch& touch, bool is_for_holding);
    [[nodiscard]] bool has_bounced(TouchTime when) const;

    TouchCare care_;
    std::vector<Contact> contacts_;
    std::optional<std::int64_t> finger_;  ///< the one that may choose
    std::string pressed_;
    bool is_inside_ = false;
    TouchTime pressed_at_{};
    TouchTime repeats_at_{};
    bool has_repeated_ = false;
    std::string last_chosen_;
    TouchTime last_chosen_at_{-kLongTremor};
    TouchTime settled_at_{};
};

}  // namespace motlan
