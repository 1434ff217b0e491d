#include "kiosk/ui/page_words.h"

#include <string>

#include "kiosk/core/expects.h"

namespace motlan {

// A fault that has no short form of its own is said whole.
Phrase doubt_words(const Ui& ui, Fault doubt) {
    const auto text = find_text("doubt." + std::string(code(doubt)));
    return ui.text(text.value_or(fault_text(doubt)));
}

Phrase reason_words(const Ui& ui, KeepReason reason) {
    const auto text = find_text("keep." + std::string(name(reason)));
    expects(text.has_value());
    return ui.text(*text);
}

}  // namespace motlan
