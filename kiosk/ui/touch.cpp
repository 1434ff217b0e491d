#include "kiosk/ui/touch.h"

#include <algorithm>
#include <cmath>

namespace motlan {

TouchCare care_for(const Comfort& comfort, double px_per_mm) {
    constexpr double kSlip = 2.5;    // millimetres; targets are 3 apart or more (ux 3.4)
    constexpr double kPalm = 100.0;  // millimetres: a broad hand's palm from heel to fingers
    const int palm = static_cast<int>(kPalm * px_per_mm);
    if (!comfort.is_unhurried()) return {.palm = palm};
    return {.tremor = kLongTremor,
            .bounce = kBounce,
            .slip = static_cast<int>(kSlip * px_per_mm),
            .palm = palm};
}

void TouchReader::new_screen(TouchTime when) {
    settled_at_ = when + kSettling;
    pressed_.clear();
    is_inside_ = false;
}

bool TouchReader::has_bounced(TouchTime when) const {
    return when - last_chosen_at_ < care_.bounce;
}

void TouchReader::press(const Touch& touch, const SemanticTree& shown) {
    const bool is_meant = touch.when >= settled_at_ && !has_bounced(touch.when);
    const Node* node = is_meant ? shown.at(touch.at) : nullptr;
    pressed_ = node == nullptr ? std::string{} : node->id;
    is_inside_ = node != nullptr;
    pressed_at_ = touch.when;
    repeats_at_ = touch.when + kFirstRepeat;
    has_repeated_ = false;
}

std::optional<std::string> TouchReader::repeat(TouchTime now, const SemanticTree& shown) {
    const Node* node = pressed().empty() ? nullptr : shown.find(pressed());
    const bool repeats = node != nullptr && node->is_repeating && node->is_live();
    if (!repeats || now < repeats_at_) return std::nullopt;
    repeats_at_ = now + kNextRepeat;
    has_repeated_ = true;
    return pressed();
}

std::optional<std::string> TouchReader::release(const Touch& touch, bool is_for_holding) {
    std::string chosen = pressed();
    pressed_.clear();
    is_inside_ = false;
    if (chosen.empty() || has_repeated_) return std::nullopt;
    if (is_for_holding && touch.when - pressed_at_ >= kHold) return std::nullopt;
    if (chosen == last_chosen_ && touch.when - last_chosen_at_ < care_.tremor) return std::nullopt;
    last_chosen_ = chosen;
    last_chosen_at_ = touch.when;
    return chosen;
}

/// A part of a hand that comes back lands closer to where it was than the whole hand is broad.
bool TouchReader::is_near(const Contact& contact, Point at) const {
    const double dx = contact.at.x - static_cast<double>(at.x);
    const double dy = contact.at.y - static_cast<double>(at.y);
    return std::hypot(dx, dy) <= (contact.is_gone ? care_.palm / 2 : care_.palm);
}

/// A finger whose panel was unplugged never leaves: after a while, or when it comes down again, it
/// is forgotten.
void TouchReader::forget(const Touch& landing) {
    std::erase_if(contacts_, [&](const Contact& contact) {
        const TouchTime silence = landing.when - contact.felt;
        const bool is_over = silence >= (contact.is_gone ? kFlicker : kLost) ||
                             (contact.finger == landing.finger && !contact.is_gone);
        if (is_over && !contact.is_gone && finger_ == contact.finger) finger_.reset();
        return is_over;
    });
}

bool TouchReader::joins_hand(const Touch& landing) {
    bool joins = false;
    for (Contact& other : contacts_) {
        const bool is_beside = is_near(other, landing.at);
        const bool is_together = landing.when - other.landed < kHand;
        if (other.is_gone ? !(other.is_hand && is_beside) : !(is_beside || is_together)) continue;
        joins = true;
        other.is_hand = true;
    }
    return joins;
}

/// One that pressed nothing, or that leans, leaves the glass to the other hand.
bool TouchReader::is_free_for_another(TouchTime when) const {
    return !finger_ || pressed_.empty() || when - pressed_at_ >= kLean;
}

/// One more finger at the same moment makes a hand that rests, and so does one that flickers beside
/// it; a single one that comes later does not spoil the first.
void TouchReader::come_down(const Touch& touch, const SemanticTree& shown) {
    forget(touch);
    const bool flickers = std::ranges::any_of(contacts_, [&](const Contact& other) {
        return other.is_gone && other.is_hand && is_near(other, touch.at);
    });
    const bool is_hand = joins_hand(touch);
    contacts_.push_back({touch.finger, touch.at, touch.when, touch.when, is_hand});
    if (finger_ && (touch.when - pressed_at_ < kHand || flickers)) pressed_.clear();
    if (pressed_.empty()) is_inside_ = false;
    if (is_hand || !is_free_for_another(touch.when)) return;
    finger_ = touch.finger;
    press(touch, shown);
}

/// Whether another part of the same hand stays on the glass.
bool TouchReader::lies_in_hand(const Touch& touch) const {
    return std::ranges::any_of(contacts_, [&](const Contact& other) {
        return !other.is_gone && other.finger != touch.finger && is_near(other, touch.at);
    });
}

std::optional<std::string> TouchReader::read(const Touch& touch, const SemanticTree& shown) {
    if (touch.kind == TouchKind::Down) {
        come_down(touch, shown);
        return std::nullopt;
    }
    const bool is_leaving = touch.kind != TouchKind::Move;
    for (Contact& contact : contacts_) {
        if (contact.finger != touch.finger || contact.is_gone) continue;
        contact.at = touch.at;
        contact.felt = touch.when;
        contact.is_gone = is_leaving;
    }
    if (finger_ != touch.finger) return std::nullopt;
    const Node* node = pressed_.empty() ? nullptr : shown.find(pressed_);
    is_inside_ = node != nullptr && (node->is_live() || node->is_explained()) &&
                 node->rect.inset(-care_.slip).contains(touch.at);
    if (!is_leaving) return std::nullopt;
    finger_.reset();
    if (touch.kind == TouchKind::Cancel || lies_in_hand(touch)) is_inside_ = false;
    return release(touch, node != nullptr && node->is_for_holding);
}

}  // namespace motlan
