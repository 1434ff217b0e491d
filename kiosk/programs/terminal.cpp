#include "kiosk/programs/terminal.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <print>

namespace motlan {
namespace {

/// The terminal shows nothing of what is typed while this lives.
class Hidden {
public:
    Hidden() {
        is_terminal_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!is_terminal_) return;
        termios hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;
    ~Hidden() {
        if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }

private:
    termios before_{};
    bool is_terminal_ = false;
};

}  // namespace

bool is_terminal() { return ::isatty(STDIN_FILENO) != 0; }

std::string ask(std::string_view question) {
    if (is_terminal()) std::print(stderr, "{}: ", question);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

std::string ask_hidden(std::string_view question) {
    const Hidden hidden;
    std::string line = ask(question);
    if (is_terminal()) std::println(stderr, "");
    return line;
}

}  // namespace motlan
