// An invented person, as the chip of an identity card tells of them (domain notes 3.2, 3.3).
#pragma once

#include <optional>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/tree.h"

namespace motlan::testing {

/// Dates are "dd/mm/yyyy". The defaults are the person of the specimen of domain notes 3.3.
struct CardPerson {
    std::string number = "040200000017";
    std::string full_name = "Nguyễn Văn Thử";
    std::string birth_date = "15/01/2000";
    std::string sex = "Nam";
    std::string nationality = "Việt Nam";
    std::string ethnicity = "Kinh";
    std::string religion = "Không";
    std::string origin = "Kim Liên, Nam Đàn, Nghệ An";
    std::string residence = "Xóm Sen 2, xã Kim Liên, tỉnh Nghệ An";
    std::string marks = "Nốt ruồi cách 1 cm dưới mắt trái";
    std::string issued = "10/05/2021";
    std::string expires = "15/01/2025";  ///< or "Không thời hạn"
    std::string father = "Nguyễn Văn Mẫu";
    std::string mother = "Trần Thị Ví";
    std::optional<std::string> spouse;
    std::string old_number = "186000017";

    /// The person of a [card] table of tests/data/people; what it does not say stays invented.
    static CardPerson from_tree(const Tree& card);

    /// Last six digits of the number: the password of the chip (domain notes 3.1).
    [[nodiscard]] std::string access_number() const { return number.substr(number.size() - 6); }
};

/// The three lines of the back, 90 characters (ICAO 9303-5, domain notes 3.3).
[[nodiscard]] std::string machine_readable_zone(const CardPerson& person);

/// Document number, birth and expiry with their check digits: what opens the chip without PACE
/// (ICAO 9303-11, 4.3.2).
[[nodiscard]] std::string basic_access_words(const CardPerson& person);

/// The files DG1 and DG13.
[[nodiscard]] Bytes machine_readable_file(const CardPerson& person);
[[nodiscard]] Bytes vietnamese_file(const CardPerson& person);

}  // namespace motlan::testing
