// The office's side of a dossier: reads labels, opens the sealed parts, decides and receipts.
// It reads formats 5 to 7 by itself and shares no line with the kiosk's writer.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/core/clock.h"
#include "tests/province/document.h"
#include "tests/province/ledger.h"

namespace motlan::province {

/// What a label may announce (config/province.yaml, LabelLimits).
inline constexpr std::size_t kLeastParts = 2;
inline constexpr std::size_t kMostParts = 64;
inline constexpr std::int64_t kPartLimit = std::int64_t{64} << 20U;
inline constexpr std::int64_t kDossierLimit = std::int64_t{256} << 20U;

/// A label's fields when its signature and limits hold. Fails with Fault::MessageMalformed.
[[nodiscard]] Result<Label> read_label(ByteView document, std::string_view authority);

/// A checkpoint's fields when its signature holds (formats, section 12).
[[nodiscard]] Result<CheckpointEntry> read_checkpoint(ByteView document,
                                                      std::string_view authority);

/// One opened part, padding off.
struct OpenedPart {
    std::string media;
    Bytes content;
};

/// What the office found on opening: the parts, or the reason for refusing
/// (config/province.yaml, Rejection).
struct Opened {
    std::string reason;  ///< empty when everything holds
    std::vector<OpenedPart> parts;
};

/// Keys of the office.
struct OfficeKeys {
    std::string authority;
    Identity recipient;
    Identity receipts;
};

/// Opens the parts, which were already found equal to the label.
[[nodiscard]] Opened open_dossier(const OfficeKeys& keys, const LedgerEntry& entry,
                                  const std::vector<Bytes>& sealed);

/// Whose dossier it is and about what, out of its form.
[[nodiscard]] Filing filing_of(const Opened& opened);

/// The receipt and the first event for a dossier at its place in the ledger, signed and ready to
/// store.
[[nodiscard]] Result<LedgerEntry> settle(const OfficeKeys& keys, LedgerEntry entry,
                                         Ledger::Place place, WallTime now);

/// The receipt's fields (formats, section 7).
[[nodiscard]] Tree receipt_of(const LedgerEntry& entry);

/// "YYMMDD" of the day in Vietnam.
[[nodiscard]] std::string day_of(WallTime time);

/// 17:00 in Vietnam on the second working day after the day of reception. Monday to Friday;
/// public holidays are not counted out yet (domain notes 6.4).
[[nodiscard]] WallTime due(WallTime received);

/// RFC 3339 in UTC with milliseconds.
[[nodiscard]] std::string rfc3339(WallTime time);

}  // namespace motlan::province
