#include "kiosk/domain/vneid_code.h"

#include <algorithm>
#include <string_view>

namespace motlan {
namespace {

constexpr std::size_t kShortest = 24;
constexpr std::size_t kLongest = 2048;
constexpr std::string_view kMarks = "-_.+/=";

bool is_of_token(std::uint8_t byte) {
    const char c = static_cast<char>(byte);
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9') || kMarks.contains(c);
}

}  // namespace

bool may_be_vneid_code(ByteView payload) {
    return payload.size() >= kShortest && payload.size() <= kLongest &&
           std::ranges::all_of(payload, is_of_token);
}

}  // namespace motlan
