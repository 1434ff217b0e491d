// kiosk: one visit on this machine's screen and devices.
#include <span>

#include "kiosk/programs/assembly.h"

int main(int count, char** arguments) {
    motlan::KioskCall call;
    const auto done =
        motlan::read_call({arguments, static_cast<std::size_t>(count)}, "kiosk", call);
    return done ? *done : motlan::run_kiosk(call, {});
}
