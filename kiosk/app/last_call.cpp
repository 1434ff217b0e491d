#include "kiosk/app/last_call.h"

#include <unistd.h>

#include <cstdio>

#include "kiosk/app/worker.h"

namespace motlan {

int LastCall::begin(int status) {
    std::fflush(nullptr);  // what was printed into a pipe would be lost
    thread_ = std::jthread([patience = patience_, status](const std::stop_token& stop) {
        pause(stop, patience);
        if (!stop.stop_requested()) ::_exit(status);
    });
    return status;
}

}  // namespace motlan
