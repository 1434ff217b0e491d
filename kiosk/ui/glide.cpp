#include "kiosk/ui/glide.h"

#include <cmath>

namespace motlan {

void Glide::begin(TouchTime now, const Comfort& comfort) {
    const bool is_still =
        comfort.is_still || comfort.is_voiced || comfort.theme == ColourTheme::HighContrast;
    begun_ = is_still ? std::nullopt : std::optional(now);
    side_ = comfort.is_mirrored ? -1 : 1;
}

int Glide::offset(TouchTime now, int far) {
    if (!begun_) return 0;
    const double passed = static_cast<double>((now - *begun_).count()) / kGlide.count();
    if (passed >= 1 || passed < 0) {
        begun_.reset();
        return 0;
    }
    const double rest = std::pow(1 - passed, 3);  // eases out
    return side_ * static_cast<int>(std::lround(far * rest));
}

}  // namespace motlan
