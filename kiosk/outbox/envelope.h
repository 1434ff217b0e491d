// The sealed form of one part (formats.md 5): padded, then CMS AuthEnvelopedData with
// AES-256-GCM. The content key is made and dropped inside the library; nobody on this machine
// can open what was sealed.
#pragma once

#include <memory>
#include <span>
#include <utility>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/certificate.h"
#include "kiosk/outbox/sealed_bytes.h"

namespace motlan {

/// Sizes of sealed parts tell nothing finer than this step.
inline constexpr std::size_t kPaddingStep = std::size_t{64} << 10U;

/// What follows a content of that size: one byte 0x80, then zeros up to the next multiple of the
/// step.
[[nodiscard]] Bytes padding(std::size_t content_size);

/// Seals parts to the same recipients, whose certificates are read once: reading one takes as long
/// as encrypting half a megabyte. Used by one thread.
class Envelope {
public:
    /// One or two recipients whose certificates were checked. Fails with Fault::SealingFailed.
    static Result<Envelope> to(std::span<const Certificate> recipients);

    /// Pads the content and seals it. Fails with Fault::SealingFailed.
    [[nodiscard]] Result<SealedBytes> seal(ByteView content) const;

private:
    struct Recipients;
    explicit Envelope(std::shared_ptr<const Recipients> recipients)
        : recipients_(std::move(recipients)) {}

    std::shared_ptr<const Recipients> recipients_;
};

}  // namespace motlan
