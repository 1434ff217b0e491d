#include "kiosk/backend/fresh_answer.h"

#include <chrono>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {

bool is_fresh(WallTime answered, WallTime at) {
    return std::chrono::abs(answered - at) <= std::chrono::hours(1);
}

bool is_fresh(std::string_view content, WallTime at) {
    const auto tree = parse_json(content);
    const auto answered = tree ? parse_timestamp(tree->text_at("answered")) : std::nullopt;
    return answered && is_fresh(*answered, at);
}

}  // namespace motlan
