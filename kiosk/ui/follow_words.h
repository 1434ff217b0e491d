// A dossier that was filed before, in a citizen's words: where it is, how long still, what to do.
#pragma once

#include "kiosk/flow/followed.h"
#include "kiosk/ui/ui.h"

namespace motlan {

/// "Cơ quan đang giải quyết".
[[nodiscard]] Phrase state_words(const Ui& ui, DossierStatus status);

/// What the citizen has to do now: "Ông/bà chưa phải làm gì thêm."
[[nodiscard]] Phrase duty_words(const Ui& ui, const DossierEvent& latest);

/// What stands above the name of the unit that has it: "Hồ sơ đang ở".
[[nodiscard]] Phrase office_words(const Ui& ui, DossierStatus status);

/// Whether there is something to do, or to be told that needs care.
[[nodiscard]] bool is_duty(DossierStatus status);

/// "Còn 1 ngày 3 giờ", "Trễ 2 ngày".
[[nodiscard]] Phrase left_words(const Ui& ui, const TimeLeft& left);

/// The procedure's short name; of one that this kiosk does not know its code.
[[nodiscard]] Phrase procedure_words(const Ui& ui, const std::string& code);

/// Who apologises: the office by its name, or "Cơ quan".
[[nodiscard]] std::string apology_unit(const Ui& ui, const DossierEvent& letter);

/// "08:51 thứ Hai, 23/11/2026".
[[nodiscard]] std::string moment_text(const Ui& ui, WallTime time);

}  // namespace motlan
