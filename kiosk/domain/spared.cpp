#include "kiosk/domain/spared.h"

#include <algorithm>

namespace motlan {

int spared_questions(const Procedure& procedure, const AcquisitionPlan& plan) {
    const auto is_spared = [&](const Acquisition& acquisition) {
        const Item* item = procedure.find(acquisition.item);
        return item != nullptr && std::holds_alternative<Question>(item->otherwise) &&
               (acquisition.from == Provenance::Source || is_from_profile(acquisition.from));
    };
    return static_cast<int>(std::ranges::count_if(plan.items, is_spared));
}

}  // namespace motlan
