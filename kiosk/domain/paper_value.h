// A value that stands on a paper behind its label: "Số định danh cá nhân: 040…". Pure; what was
// not read clearly is not there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/core/page_text.h"
#include "kiosk/domain/condition.h"

namespace motlan {

enum class ValueShape : std::uint8_t {
    PersonNumber,  ///< the twelve digits of a citizen, given without spaces
    Date,          ///< 17/9/1987 or ngày 17 tháng 9 năm 1987, given as 17/09/1987
    Name,          ///< two to eight words that begin with capitals, given as a name is written
};

/// Where the answer to a question may stand.
struct ValueOnPaper {
    ItemId paper;  ///< an item that is scanned
    ValueShape shape = ValueShape::PersonNumber;
    std::vector<std::string> after;  ///< labels, in Vietnamese; each 3 to 60 letters
};

/// Reads the table [on_paper] of a question. Whether there is such a paper is not looked at here.
[[nodiscard]] ValueOnPaper read_value_on_paper(const Tree& entry, Fields& above);

/// The values of that shape behind one of the labels, on its line or the next one, in reading
/// order and each once. A label may have one wrong letter in six.
[[nodiscard]] std::vector<std::string> values_on(const ValueOnPaper& wanted, const PageText& page);

}  // namespace motlan
