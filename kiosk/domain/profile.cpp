#include "kiosk/domain/profile.h"

#include "kiosk/core/utf8.h"

namespace motlan {

std::string_view word_of(Sex sex) { return sex == Sex::Male ? "Nam" : "Nữ"; }

std::optional<Sex> sex_of(std::string_view word) {
    const std::string folded = fold(word);
    if (folded == "nam") return Sex::Male;
    if (folded == "nu") return Sex::Female;
    return std::nullopt;
}

}  // namespace motlan
