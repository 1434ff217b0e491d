// The book of a kiosk's counts: one file for each month, changed in one step. Only the process of
// a visit writes it, when the visit is over; a visit that a power cut ends is not counted.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/counts.h"

namespace motlan {

class CountBook {
public:
    /// `folder` is "$STATE_DIRECTORY/counts"; made when the first counts are added.
    explicit CountBook(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Adds to the month of `day`. A damaged file is set aside under the name "….damaged", and the
    /// month begins anew. Fails with Fault::DiskFull or StorageFailed; then the book is as before.
    Result<void> add(const Counts& counts, const CivilDate& day);

    /// The months that have counts, as "2026-11", in order.
    [[nodiscard]] std::vector<std::string> months() const;

    /// Fails with Fault::StorageFailed when there is none, RecordDamaged when it cannot be read.
    [[nodiscard]] Result<Counts> read(std::string_view month) const;

private:
    [[nodiscard]] std::filesystem::path file_of(std::string_view month) const;

    std::filesystem::path folder_;
};

}  // namespace motlan
