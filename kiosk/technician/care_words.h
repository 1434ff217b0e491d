// What was found out about the machine, in words of a technician: rows for the pages of this
// folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/technician/care_desk.h"
#include "kiosk/ui/widgets/row_list.h"

namespace motlan {

/// The name of a part that was looked at.
[[nodiscard]] Phrase area_words(const Ui& ui, std::string_view area);
/// What is known of a device by its role.
[[nodiscard]] Phrase role_words(const Ui& ui, DeviceRole role);

/// Code and remedy as one sentence that is looked up, not read.
[[nodiscard]] Phrase remedy_words(const Ui& ui, Fault fault);

/// The remarks that are not fine, the worst first; of all areas, or of those that are named.
[[nodiscard]] std::vector<ListRow> trouble_rows(const Ui& ui, const Checkup& checkup,
                                                const std::vector<std::string_view>& areas = {});

/// The enrolment's certificates, each with its days; the link's says where it is told when it is
/// kept from the kiosk. None where it is not enrolled.
[[nodiscard]] std::vector<ListRow> certificate_rows(const Ui& ui, const Checkup& checkup);

/// Queue, disk, certificates, bundle, road to the province, clock, version.
[[nodiscard]] std::vector<ListRow> figure_rows(const Ui& ui, const CareDesk& desk);

/// "ĐẠT, 07:31 29/11/2026", and how it is to be seen.
[[nodiscard]] Phrase verdict_words(const Ui& ui, const TestResult* result);
[[nodiscard]] Tone tone_of(const TestResult* result);

}  // namespace motlan
