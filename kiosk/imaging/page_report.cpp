#include "kiosk/imaging/page_report.h"

#include <array>
#include <cstddef>

namespace motlan {

std::string_view name(Turn turn) {
    constexpr std::array<std::string_view, 4> kNames{"none", "right", "half", "left"};
    return kNames.at(static_cast<std::size_t>(turn));
}

std::string_view name(PaperSize size) {
    constexpr std::array<std::string_view, 6> kNames{"A3", "A4", "A5", "A6", "id_card", "other"};
    return kNames.at(static_cast<std::size_t>(size));
}

PaperSides sides_of(PaperSize size) {
    switch (size) {
        case PaperSize::A3: return {297, 420};
        case PaperSize::A4: return {210, 297};
        case PaperSize::A5: return {148, 210};
        case PaperSize::A6: return {105, 148};
        case PaperSize::IdCard: return {53.98, 85.60};
        case PaperSize::Other: return {};
    }
    return {};
}

}  // namespace motlan
