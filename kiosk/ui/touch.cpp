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
}

std::optional<std::string> TouchReader::release(const Touch& touch) {
    std::string chosen = pressed();
    pressed_.clear();
    is_inside_ = false;
    if (chosen.empty()) return std::nullopt;
    if (chosen == last_chosen_ && touch.when - last_chosen_at_ < kTremor) return std::nullopt;
    last_chosen_ = chosen;
    last_chosen_at_ = touch.when;
    return chosen;
}

std::optional<std::string> TouchReader::read(const Touch& touch, const SemanticTree& shown) {
    if (touch.kind == TouchKind::Down) {
        if (finger_.has_value()) return std::nullopt;
        finger_ = touch.finger;
        press(touch, shown);
        return std::nullopt;
    }
    if (finger_ != touch.finger) return std::nullopt;
    const Node* node = pressed_.empty() ? nullptr : shown.find(pressed_);
    is_inside_ = node != nullptr && node->is_live() && node->rect.contains(touch.at);
    if (touch.kind == TouchKind::Move) return std::nullopt;
    finger_.reset();
    if (touch.kind == TouchKind::Cancel) is_inside_ = false;
    return release(touch);
}

}  // namespace motlan
