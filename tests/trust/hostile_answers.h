// What a server may answer over a perfect connection to lead a kiosk astray or to keep it busy.
#pragma once

#include <string>
#include <vector>

#include "tests/trust/hostile_server.h"

namespace motlan::testing {

/// Refused: the exchange ends with a fault. Taken: it ends with that answer and nothing follows.
enum class Reception : std::uint8_t { Refused, Taken };

struct HostileAnswer {
    std::string name;
    Habit habit;
    Reception reception = Reception::Refused;
};

/// `elsewhere` is a port where a good server listens, to which nothing may lead.
[[nodiscard]] std::vector<HostileAnswer> hostile_answers(int elsewhere);

}  // namespace motlan::testing
