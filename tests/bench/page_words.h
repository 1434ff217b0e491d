// Sentences of Vietnamese offices about invented people.
#pragma once

#include <string>

#include "tests/bench/page_dice.h"

namespace motlan::testing {

[[nodiscard]] std::string invented_name(PageDice& dice);
[[nodiscard]] std::string invented_place(PageDice& dice);
[[nodiscard]] std::string invented_date(PageDice& dice);
/// A sentence of about so many words, beginning with a capital letter.
[[nodiscard]] std::string invented_sentence(PageDice& dice, int words);
/// "Họ và tên", "Ngày sinh" and the like, with its value.
struct FilledField {
    std::string label;
    std::string value;
};
[[nodiscard]] FilledField invented_field(PageDice& dice);
/// In capital letters, e.g. "GIẤY XÁC NHẬN".
[[nodiscard]] std::string invented_title(PageDice& dice);

}  // namespace motlan::testing
