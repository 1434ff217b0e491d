#include "tests/support/checkout.h"

namespace motlan {

std::filesystem::path checkout() { return MOTLAN_CHECKOUT; }

}  // namespace motlan
