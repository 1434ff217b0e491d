// Asks who sits at the terminal, also for what nobody beside may read.
#pragma once

#include <string>
#include <string_view>

namespace motlan {

/// Whether standard input is a terminal, so that a person types.
[[nodiscard]] bool is_terminal();

/// One line of standard input; the question is shown only to a person.
[[nodiscard]] std::string ask(std::string_view question);

/// The same; the terminal shows nothing of what is typed.
[[nodiscard]] std::string ask_hidden(std::string_view question);

}  // namespace motlan
