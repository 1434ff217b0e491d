#include "kiosk/ui/screens/hindrance_words.h"

#include "kiosk/core/expects.h"

namespace motlan {

Text words_of(Hindrance hindrance) {
    expects(hindrance != Hindrance::None);
    switch (hindrance) {
        case Hindrance::None:
        case Hindrance::MayNeedScanner: return Text::NeedMaybeScanner;
        case Hindrance::Offline: return Text::NeedOffline;
        case Hindrance::NeedsScanner: return Text::NeedNoScanner;
        case Hindrance::NeedsCard: return Text::NeedNoCard;
        case Hindrance::Suspended: return Text::NeedSuspended;
    }
    return Text::NeedOffline;
}

Text short_words_of(Hindrance hindrance) {
    expects(hindrance != Hindrance::None);
    switch (hindrance) {
        case Hindrance::None:
        case Hindrance::MayNeedScanner: return Text::ChooseMaybeScanner;
        case Hindrance::Offline: return Text::ChooseOffline;
        case Hindrance::NeedsScanner: return Text::ChooseNoScanner;
        case Hindrance::NeedsCard: return Text::ChooseNoCard;
        case Hindrance::Suspended: return Text::ChooseSuspended;
    }
    return Text::ChooseOffline;
}

}  // namespace motlan
