// How the text of a page travels in messages: as JSON in a block of memory.
#pragma once

#include "kiosk/core/bytes.h"
#include "kiosk/core/page_text.h"
#include "kiosk/core/result.h"

namespace motlan {

/// No page has more words; what is beyond is left out.
inline constexpr std::size_t kWordLimit = 8000;

/// {"width","height","dpi","heading_unread","words":[[TEXT, left, top, width, height, confidence,
/// line], …]}
[[nodiscard]] Bytes words_of(const PageText& text);

/// The text that such words describe: every word is on the page, not empty and valid NFC.
/// Fails with Fault::MessageMalformed.
[[nodiscard]] Result<PageText> text_of(ByteView block);

}  // namespace motlan
