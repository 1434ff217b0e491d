#include "kiosk/ui/glide.h"

#include <algorithm>
#include <cmath>

namespace motlan {

bool may_move(const Comfort& comfort) {
    return !comfort.is_still && !comfort.is_voiced && comfort.theme != ColourTheme::HighContrast;
}

void Glide::begin(TouchTime now, const Comfort& comfort) {
    begun_ = may_move(comfort) ? std::optional(now) : std::nullopt;
    side_ = comfort.is_mirrored ? -1 : 1;
}

int Glide::offset(TouchTime now, int far) {
    if (!begun_) return 0;
    const TouchTime passed = now - *begun_;
    if (passed >= kGlide + kSuccess || passed < TouchTime{}) begun_.reset();
    if (!begun_ || passed >= kGlide) return 0;
    const double share = static_cast<double>(passed.count()) / kGlide.count();
    const double rest = std::pow(1 - share, 3);  // eases out
    return side_ * static_cast<int>(std::lround(far * rest));
}

double Glide::success(TouchTime now) const {
    if (!begun_) return 1;
    const auto passed = static_cast<double>((now - *begun_ - kGlide).count());
    return std::clamp(passed / kSuccess.count(), 0.0, 1.0);
}

}  // namespace motlan
