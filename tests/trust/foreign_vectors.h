// Test vectors of Wycheproof, and what judges them: an algorithm as this project calls it, or a
// careless one.
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

struct Algorithm {
    std::string file;  ///< of its vectors, without "_test.json"
    std::string use;   ///< or what is careless about it
    std::function<bool(const nlohmann::json& group, const nlohmann::json& test)> accepts;
};

/// What this project uses.
[[nodiscard]] std::vector<Algorithm> algorithms();
/// One that leaves something out, for each of them.
[[nodiscard]] std::vector<Algorithm> careless_algorithms();

/// Hexadecimal digits of a vector.
[[nodiscard]] Bytes bytes(const nlohmann::json& holder, const char* name);

}  // namespace motlan::testing
