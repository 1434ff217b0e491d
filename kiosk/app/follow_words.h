// Asks the province what became of a citizen's dossiers, and checks the code of a receipt. Both
// are verified here, in the visit's own process, before anybody sees them.
#pragma once

#include "kiosk/app/standing.h"
#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"

namespace motlan {

/// DossiersFound, or DossiersNotFound with Fault::DossierUnknown (none), EventForged (none that
/// holds) or what kept the province from answering. Blocks until then.
[[nodiscard]] Event find_dossiers(const FindDossiers& wish, const ProvincePlaces& places,
                                  const Clock& clock);

/// ReceiptChecked, or ReceiptRefused with Fault::ReceiptForged or the reason why this kiosk cannot
/// check any. Asks nobody.
[[nodiscard]] Event check_receipt(const CheckReceipt& wish, const ProvincePlaces& places,
                                  const Clock& clock);

}  // namespace motlan
