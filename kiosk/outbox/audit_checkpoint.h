// A checkpoint: the kiosk's signed word how far its audit log has come (formats.md 12). The
// province keeps the newest one and names it in its receipts, so that neither the disk nor the
// device key alone can rewrite what lies before. Pure.
#pragma once

#include <string>

#include "kiosk/outbox/audit_record.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {

struct Checkpoint {
    AuditMark mark;
    std::string kiosk;
    std::string boot;
    WallTime time{};
};

/// Signs it. Fails with Fault::SealingFailed.
[[nodiscard]] Result<Bytes> sign_checkpoint(const Checkpoint& checkpoint, const PrivateKey& device);

/// Reads the content strictly. Fails with Fault::AuditBroken.
[[nodiscard]] Result<Checkpoint> parse_checkpoint(std::string_view content);

/// Opens one: signed by the device of the kiosk that it names, under `ca`. Fails with
/// Fault::AuditBroken.
[[nodiscard]] Result<Checkpoint> open_checkpoint(ByteView cms, const Certificate& ca);

}  // namespace motlan
