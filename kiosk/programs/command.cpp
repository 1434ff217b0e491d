#include "kiosk/programs/command.h"

#include <print>

namespace motlan {

int complain(std::string_view command, std::string_view reason, int status) {
    std::println(stderr, "kioskctl {}: {}", command, reason);
    return status;
}

}  // namespace motlan
