#include "kiosk/programs/kioskctl_print.h"

#include <cstdio>
#include <filesystem>
#include <print>

#include "drivers/camera/video_device.h"
#include "drivers/factory.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/care/test_code.h"
#include "kiosk/ui/slip.h"

namespace motlan {
namespace {

constexpr std::string_view kHowTo =
    "usage: kioskctl print --test [FILE]\n"
    "\n"
    "Asks the printer of the configuration FILE (the usual one without it) how it is, and prints "
    "a\n"
    "slip of its own: letters with Vietnamese marks, a code, and a frame at the paper's edges.\n"
    "Exit status: 0 it is printed, 1 it is not or the paper is low, 2 wrong usage.\n";

int complain_of(Fault fault) {
    const Phrase words = phrase(fault_text(fault, Audience::Technician), Language::Vietnamese);
    return complain("print", std::string(code(fault)) + ": " + words.shown, kFoundWrong);
}

int print_test(const Settings& settings, const Places& where) {
    SimulatedWorld world({});
    LinuxVideoDevice video;
    const SystemClock clock;
    const auto printer = make_printer(
        settings.devices,
        {.eye = where.program / "kiosk-eye", .world = world, .video = video, .clock = clock});
    printer->look();
    const DeviceStatus status = printer->status();
    if (status.fault) return complain_of(*status.fault);
    const auto typeface = Typeface::open(kFontFolder);
    if (!typeface) return complain("print", "the letters of Noto Sans are not there", kFoundWrong);
    const WallTime now = clock.wall();
    const std::string words = test_code_words(printed_code_mm(test_code_words(0, now)), now);
    const Image slip = test_slip({*typeface, printer->width_dots()}, now, words);
    if (const auto printed = printer->print(slip.view()); !printed)
        return complain_of(printed.error());
    std::println("printed: {} dots wide, {} rows", slip.width, slip.height);
    return status.running_low ? complain_of(Fault::PrinterPaperLow) : kFine;
}

}  // namespace

int print_command(Arguments arguments) {
    bool is_test = false;
    bool is_wrong = false;
    std::filesystem::path config = usual_config();
    for (const std::string_view word : arguments) {
        if (word == "--test") {
            is_test = true;
        } else if (word.starts_with("-")) {
            is_wrong = true;
        } else {
            config = word;
        }
    }
    if (is_wrong || !is_test) return std::fputs(kHowTo.data(), stderr), kUsage;
    const Places where = places();
    const auto settings = read_settings(config, where.state);
    if (!settings) return complain("print", to_text(settings.error()), kFoundWrong);
    return print_test(*settings, where);
}

}  // namespace motlan
