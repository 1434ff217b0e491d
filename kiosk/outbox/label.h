// The label of a sealed dossier (formats.md 5): what stands outside, signed by the kiosk.
// It names no procedure and no person.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"
#include "kiosk/core/tree.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {

/// One sealed part as the label names it.
struct PartMark {
    std::string sha256;
    std::int64_t size = 0;
    bool operator==(const PartMark&) const = default;
};

/// Whether the citizen has seen that the dossier is kept.
enum class Confirmation : std::uint8_t { Unconfirmed, Confirmed };

/// The content of a label.
struct Label {
    DossierId dossier;
    std::string kiosk;
    Confirmation confirmation = Confirmation::Unconfirmed;
    std::vector<PartMark> parts;
    bool operator==(const Label&) const = default;
};

/// Bounds of the contract (config/province.yaml, LabelLimits).
inline constexpr std::size_t kPartCountLimit = 64;
inline constexpr std::int64_t kPartSizeLimit = std::int64_t{64} << 20U;
inline constexpr std::int64_t kDossierSizeLimit = std::int64_t{256} << 20U;

/// Bytes of all parts together.
[[nodiscard]] std::int64_t size_of(std::span<const PartMark> parts);

/// The mark of one sealed part.
[[nodiscard]] PartMark mark_of(ByteView sealed);

/// Part marks as a document and back. Reading fails with Fault::MessageMalformed.
[[nodiscard]] Tree to_tree(const std::vector<PartMark>& parts);
[[nodiscard]] Result<std::vector<PartMark>> parse_part_marks(const Tree& tree);

/// The label's document.
[[nodiscard]] std::string to_json(const Label& label);

/// Reads the content of a label strictly: canonical, no unknown key, within the bounds.
/// Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Label> parse_label(std::string_view content);

}  // namespace motlan
