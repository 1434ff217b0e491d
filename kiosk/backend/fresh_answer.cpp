#include "kiosk/backend/fresh_answer.h"

#include <chrono>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {

bool is_fresh(WallTime answered, WallTime at) {
    return std::chrono::abs(answered - at) <= std::chrono::hours(1);
}

std::optional<WallTime> answer_moment(std::string_view content) {
    const auto tree = parse_json(content);
    return tree ? parse_timestamp(tree->text_at("answered")) : std::nullopt;
}

bool is_fresh(std::string_view content, WallTime at) {
    const auto answered = answer_moment(content);
    return answered && is_fresh(*answered, at);
}

}  // namespace motlan
