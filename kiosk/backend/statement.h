// What several people signed (formats.md 3): signed documents laid end to end, neighbours over the
// very same bytes. Only tells who signed what; how many must, and who they are, is said elsewhere.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/outbox/certificate.h"

namespace motlan {

/// Bounds on documents laid end to end, and on those over the same bytes.
inline constexpr std::size_t kStatementsLimit = std::size_t{4} << 20U;
inline constexpr std::size_t kStatementDocuments = 64;
inline constexpr std::size_t kStatementSigners = 8;

/// One text and the certificates whose signatures on it hold.
struct Statement {
    Bytes content;
    std::vector<Certificate> signers;
};

/// Takes the documents apart. Each must hold by itself: signed by a certificate that `ca` gave the
/// role of bundles, valid at the moment that its signer claims. Fails with Fault::BundleForged.
[[nodiscard]] Result<std::vector<Statement>> read_statements(ByteView documents,
                                                             const Certificate& ca);

/// How many of these signers signed it, each key counted once. `holds` says whose count.
[[nodiscard]] std::size_t count_signers(const Statement& statement,
                                        std::span<const Certificate> signers,
                                        const std::function<bool(const Certificate&)>& holds);

/// SHA-256 of a certificate's public key: two certificates of one key are one signer.
[[nodiscard]] std::string key_hash(const Certificate& certificate);

}  // namespace motlan
