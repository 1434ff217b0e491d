// Words and rows about somebody for whom a dossier is filed. Chooses words, never who it is.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/state.h"
#include "kiosk/ui/widgets/row_list.h"

namespace motlan {

/// What the screens of the choice say, other words about a company than about a person.
struct BehalfTexts {
    Text offline, asking, pick, other, unknown, not_found, office_checks;
};
[[nodiscard]] BehalfTexts behalf_texts(ForWhom whom);

/// "con dưới 18 tuổi"; empty for oneself.
[[nodiscard]] Phrase whom_words(const Ui& ui, ForWhom whom);

/// "Nộp thay cho con dưới 18 tuổi", for what is shown or printed after the visit: names nobody.
[[nodiscard]] Phrase behalf_line(const Ui& ui, ForWhom whom);

/// For whom else the visit files, and which source says so; nothing when it is for oneself.
[[nodiscard]] std::vector<ListRow> behalf_rows(const Ui& ui, const Visit& visit,
                                               const std::string& place);

/// A value as a person reads it; of a grown person only that the State holds it.
[[nodiscard]] std::string shown_value(const Ui& ui, const Visit& visit, const std::string& value);

}  // namespace motlan
