// Reads off the audit log what one member of staff has done at this kiosk on one day (S08).
#pragma once

#include <vector>

#include "kiosk/domain/civil_date.h"
#include "kiosk/domain/deed.h"
#include "kiosk/outbox/audit_table.h"

namespace motlan {

/// The newest first. A time of help is one deed, from its beginning to its end; one that was never
/// ended counts as begun only. Records that cannot be read are left out: `kioskctl audit verify`
/// tells of them.
[[nodiscard]] std::vector<StaffDeed> deeds_of(const AuditBook& book, const StaffNumber& staff,
                                              const CivilDate& day);

}  // namespace motlan
