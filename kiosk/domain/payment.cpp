#include "kiosk/domain/payment.h"

#include <array>
#include <utility>

namespace motlan {

std::string_view name(PaymentState state) {
    static constexpr std::array<std::string_view, 6> kNames{"nothing", "waiting", "paid",
                                                            "short",   "expired", "refunded"};
    return kNames.at(static_cast<std::size_t>(std::to_underlying(state)));
}

}  // namespace motlan
