// How a person reads what a visit will cost and when its result is due. Always as expected: only
// the receipt promises.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/state.h"
#include "kiosk/ui/widgets/row_list.h"

namespace motlan {

/// The sum for this visit: "16.000 đồng cho 2 bản"; the fee in general where it is not known yet.
[[nodiscard]] Phrase sum_words(const Ui& ui, const Visit& visit);

/// "thứ Sáu, 27/11/2026"; empty where no day can be told.
[[nodiscard]] Phrase due_words(const Ui& ui, const Procedure& procedure);

/// The rows "<place>.fee" and "<place>.due".
[[nodiscard]] std::vector<ListRow> outlook_rows(const Ui& ui, const Visit& visit,
                                                const std::string& place);

}  // namespace motlan
