#include "drivers/camera/busy_watch.h"

#include <cerrno>

namespace motlan {

int BusyWatch::open(const std::string& path) {
    was_busy_ = false;
    return noted(device_.open(path));
}

int BusyWatch::control(unsigned long request, void* argument) {
    return noted(device_.control(request, argument));
}

int BusyWatch::noted(int status) {
    was_busy_ = was_busy_ || (status < 0 && errno == EBUSY);
    return status;
}

}  // namespace motlan
