#include "kiosk/programs/command.h"

#include <format>
#include <print>

namespace motlan {

int complain(std::string_view command, std::string_view reason, int status) {
    std::println(stderr, "kioskctl {}: {}", command, reason);
    return status;
}

int complain_unwritten(std::string_view command, std::string_view file, Fault fault) {
    return complain(command, std::format("{} cannot be written ({})", file, code(fault)),
                    kFoundWrong);
}

}  // namespace motlan
