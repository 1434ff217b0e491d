// What a code holds beside the text that somebody says it holds, whatever its charset.
#pragma once

#include <string>
#include <string_view>

namespace motlan::testing {

/// Whether the bytes of a code are this text. Texts are in UTF-8; codes of the public collections
/// hold them in UTF-8, Shift-JIS or Latin-1, and some readers convert before they answer.
[[nodiscard]] bool is_same_text(std::string_view bytes, const std::string& text);

}  // namespace motlan::testing
