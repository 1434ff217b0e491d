#include "kiosk/flow/coming_slip.h"

namespace motlan {

void print_coming(Submitted& screen, Language language, std::vector<Effect>& effects) {
    if (screen.slip != SlipStage::Coming) return;
    screen.slip = SlipStage::Printing;
    effects.emplace_back(PrintReceipt{screen.receipt, screen.burden, language});
}

}  // namespace motlan
