// Invented papers of Vietnamese offices: letters, forms, contracts, tables, certificates, short
// declarations, cards. Any seed gives a paper; equal ones are equal.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/core/image.h"

namespace motlan::testing {

enum class SheetKind : std::uint8_t { Letter, Form, Contract, Table, Certificate, Short };
inline constexpr int kSheetKinds = 6;

struct Sheet {
    Image picture;  ///< Rgb, upright, as printed
    int dpi = 0;
    double width_mm = 0;
    double height_mm = 0;
    double letter_mm = 0;  ///< height of the small letters of its running text
    std::string text;      ///< what is written on it, line by line
    std::string title{};   ///< in capital letters; some papers have none
};

struct SheetWish {
    double width_mm = 210;
    double height_mm = 297;
    int dpi = 300;
    double points = 0;  ///< of the running text; 0: as chance has it
};

/// A paper of this kind.
[[nodiscard]] Sheet draw_sheet(SheetKind kind, std::uint64_t seed, const SheetWish& wish);
/// A paper of any kind.
[[nodiscard]] Sheet draw_sheet(std::uint64_t seed, const SheetWish& wish);
/// An unwritten sheet, whose paper is not quite even.
[[nodiscard]] Sheet draw_blank(std::uint64_t seed, const SheetWish& wish);
/// A sheet of letters that look the same from their feet: nobody can tell which way up it is.
[[nodiscard]] Sheet draw_without_way_up(std::uint64_t seed, const SheetWish& wish);
/// One side of an invented identity card, ISO/IEC 7810 ID-1.
[[nodiscard]] Sheet draw_card_side(std::uint64_t seed, int dpi, bool is_front);

}  // namespace motlan::testing
