#include "kiosk/flow/ease.h"

namespace motlan {
namespace {

constexpr int kEaseFrom = 60;

}  // namespace

// The year alone counts: it is known also where the day is not.
bool may_like_ease(const Visit& visit, const Office& office, const Comfort& comfort) {
    const int born = visit.profile.birth_date.reveal().year();
    return office.today.year() - born >= kEaseFrom && !comfort.is_unhurried();
}

}  // namespace motlan
