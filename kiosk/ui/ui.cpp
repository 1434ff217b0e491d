#include "kiosk/ui/ui.h"

#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/ui/glide.h"
#include "kiosk/ui/paint.h"

namespace motlan {

bool ViewMemory::enter(std::string_view screen) {
    if (screen_ == screen) return false;
    screen_ = screen;
    explained_.clear();
    numbers_.clear();
    return entered_ = true;
}

bool ViewMemory::take_entered() { return std::exchange(entered_, false); }

Ui::Ui(const Tools& tools, Moment moment, const Panel& panel, const Rect& area)
    : tools_(tools),
      moment_(std::move(moment)),
      theme_(panel, comfort_),
      panel_(panel),
      area_(area),
      ground_(theme_.colours().background) {}

void Ui::dress(const Comfort& comfort, double px_per_mm) {
    comfort_ = comfort;
    theme_ = Theme({panel_.width, panel_.height, px_per_mm}, comfort);
    ground_ = theme_.colours().background;
}

void Ui::enter(std::string_view screen) {
    const bool is_new = tools_.memory.enter(screen);
    if (is_new && moment_.may_move && motlan::may_move(comfort_)) moment_.success = 0;
}

const Office& Ui::office() const {
    expects(surroundings_.office != nullptr);
    return *surroundings_.office;
}

Rect Ui::for_hand(const Rect& box, const Rect& within) const {
    if (!comfort_.is_mirrored) return box;
    return {within.x + within.right() - box.right(), box.y, box.w, box.h};
}

const Typeface& Ui::typeface() const { return tools_.paint.typeface(); }

Phrase Ui::text(Text text, Fillings fillings) const {
    return phrase(text, comfort_.language, fillings);
}

Phrase Ui::words(const Words& words) const { return plain(words.in(comfort_.language)); }

bool Ui::add(Node node) {
    const bool is_met = !moment_.chosen.empty() && node.id == moment_.chosen;
    const bool is_chosen = node.is_live() && is_met;
    if (is_met) tools_.memory.explained() = node.is_explained() ? node.id : std::string{};
    tools_.tree.add(std::move(node));
    return is_chosen;
}

}  // namespace motlan
