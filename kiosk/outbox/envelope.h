// The sealed form of one part (formats.md 5): padded, then CMS AuthEnvelopedData with
// AES-256-GCM. The content key is made and dropped inside the library; nobody on this machine
// can open what was sealed.
#pragma once

#include <span>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/certificate.h"

namespace motlan {

/// Sizes of sealed parts tell nothing finer than this step.
inline constexpr std::size_t kPaddingStep = std::size_t{64} << 10U;

/// What follows a content of that size: one byte 0x80, then zeros up to the next multiple of the
/// step.
[[nodiscard]] Bytes padding(std::size_t content_size);

/// Seals the padded content to one or two recipients whose certificates were checked.
/// Fails with Fault::SealingFailed.
[[nodiscard]] Result<Bytes> seal_envelope(ByteView content,
                                          std::span<const Certificate> recipients);

}  // namespace motlan
