#include "kiosk/programs/assembly.h"

#include <charconv>
#include <print>
#include <span>
#include <string_view>

#include "kiosk/core/version.h"

namespace motlan {
namespace {

constexpr std::string_view kHelp =
    "  --config FILE     kiosk.toml; the installed or the checkout's one is usual\n"
    "  --journey FILE    play a visit without a person, end with its table\n"
    "  --shots FOLDER    where the journey leaves its pictures and transcript\n"
    "  --by keys         the journey uses the six keys instead of a finger\n"
    "  --serve nobody    only say that this kiosk rests; no device is opened\n"
    "  --size WxH        pixels of the screen, e.g. 1920x1080\n"
    "  --version, --help\n"
    "Its places come from STATE_DIRECTORY and RUNTIME_DIRECTORY.\n"
    "Exit status: 0 the visit is over, 1 the journey failed, 2 called wrongly,\n"
    "10 the window was closed, 69 there is no screen, 78 the configuration is wrong.\n";

std::optional<Panel> panel_of(std::string_view text) {
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos) return std::nullopt;
    Panel panel;
    const auto read = [](std::string_view digits, int& number) {
        const auto [end, problem] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return problem == std::errc{} && end == digits.data() + digits.size() && number >= 480 &&
               number <= 8192;
    };
    const bool is_size =
        read(text.substr(0, cross), panel.width) && read(text.substr(cross + 1), panel.height);
    return is_size ? std::optional(panel) : std::nullopt;
}

/// Takes one option and its value; false when it is not known or its value is wrong.
bool take(KioskCall& call, std::string_view option, std::string_view value) {
    if (option == "--config") {
        call.config = value;
    } else if (option == "--journey") {
        call.journey = value;
    } else if (option == "--shots") {
        call.shots = value;
    } else if (option == "--by") {
        call.by_keys = value == "keys";
        return call.by_keys || value == "touch";
    } else if (option == "--serve") {
        call.rests = value == "nobody";
        return call.rests;
    } else if (option == "--size") {
        call.size = panel_of(value);
        return call.size.has_value();
    } else {
        return false;
    }
    return true;
}

}  // namespace

std::optional<int> read_call(std::span<char*> arguments, std::string_view name, KioskCall& call) {
    call.config = usual_config();
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        const std::string_view option = arguments[i];
        if (option == "--version") return std::println("{} {}", name, version()), 0;
        if (option == "--help")
            return std::print("{} [OPTION…]: serves one visit\n{}", name, kHelp), 0;
        if (i + 1 >= arguments.size() || !take(call, option, arguments[i + 1])) {
            std::print(stderr, "{}: {} is not understood\n{}", name, option, kHelp);
            return kCalledWrongly;
        }
    }
    return std::nullopt;
}

}  // namespace motlan
