// Whether a paper's title stands on a page that was read. Pure; forgives a recogniser its slips.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/core/page_text.h"

namespace motlan {

/// A title tells papers apart: 8 to 80 letters without the spaces. Shorter ones stand everywhere.
[[nodiscard]] bool is_title(std::string_view title);
inline constexpr std::string_view kTitleRule = "a title has 8 to 80 letters";

enum class TitleVerdict : std::uint8_t {
    Found,    ///< one of the titles stands on the page
    Missing,  ///< enough was read, and none of them is there
    Unknown,  ///< too little was read, or too poorly, or not its heading; or the paper has no
              ///< titles
};

/// Capitals, marks, spaces and line breaks make no difference, nor does one wrong letter in six.
[[nodiscard]] TitleVerdict title_verdict(std::span<const std::string> titles, const PageText& page);

}  // namespace motlan
