// What a citizen sends, as the plain parts that are sealed: the form, then the papers as PDF. Of
// the thread that owns the eye, where there are pages.
#pragma once

#include <vector>

#include "kiosk/app/sight.h"
#include "kiosk/flow/effect.h"
#include "kiosk/outbox/seal.h"

namespace motlan {

/// The parts of a dossier. Fails with the faults of EyeClient::bind_pages.
[[nodiscard]] Result<std::vector<PlainPart>> parts_of(const Dossier& dossier, EyeClient& eye,
                                                      Sight& sight);

/// The parts of a rating or a report. `eye` may be nullptr for one without a photo. Fails with
/// Fault::EyeUnavailable when a photo has no eye to bind it, and the faults of bind_pages.
[[nodiscard]] Result<std::vector<PlainPart>> parts_of(const StoreOpinion& store, EyeClient* eye,
                                                      Sight& sight);

}  // namespace motlan
