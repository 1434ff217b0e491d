#include "kiosk/ui/touch.h"

namespace motlan {

void TouchReader::new_screen(TouchTime when) {
    settled_at_ = when + kSettling;
    pressed_.clear();
    is_inside_ = false;
}

void TouchReader::press(const Touch& touch, const SemanticTree& shown) {
    const Node* node = touch.when < settled_at_ ? nullptr : shown.at(touch.at);
    pressed_ = node == nullptr ? std::string{} : node->id;
    is_inside_ = node != nullptr;
    pressed_at_ = touch.when;
}

std::optional<std::string> TouchReader::release(const Touch& touch, bool is_for_holding) {
    std::string chosen = pressed();
    pressed_.clear();
    is_inside_ = false;
    if (chosen.empty()) return std::nullopt;
    if (is_for_holding && touch.when - pressed_at_ >= kHold) return std::nullopt;
    if (chosen == last_chosen_ && touch.when - last_chosen_at_ < kTremor) return std::nullopt;
    last_chosen_ = chosen;
    last_chosen_at_ = touch.when;
    return chosen;
}

/// A finger whose panel was unplugged never leaves: after a while, or when it comes down again, it
/// is forgotten. One more finger at the same moment makes a hand that rests, which wishes nothing.
void TouchReader::come_down(const Touch& touch, const SemanticTree& shown) {
    const bool is_lost = touch.when - felt_at_ >= kLost || finger_ == touch.finger;
    if (finger_.has_value() && !is_lost) {
        if (touch.when - pressed_at_ < kHand) pressed_.clear();
        if (pressed_.empty()) is_inside_ = false;
        return;
    }
    finger_ = touch.finger;
    felt_at_ = touch.when;
    press(touch, shown);
}

std::optional<std::string> TouchReader::read(const Touch& touch, const SemanticTree& shown) {
    if (touch.kind == TouchKind::Down) {
        come_down(touch, shown);
        return std::nullopt;
    }
    if (finger_ != touch.finger) return std::nullopt;
    felt_at_ = touch.when;
    const Node* node = pressed_.empty() ? nullptr : shown.find(pressed_);
    is_inside_ = node != nullptr && node->is_live() && node->rect.contains(touch.at);
    if (touch.kind == TouchKind::Move) return std::nullopt;
    finger_.reset();
    if (touch.kind == TouchKind::Cancel) is_inside_ = false;
    return release(touch, node != nullptr && node->is_for_holding);
}

}  // namespace motlan
