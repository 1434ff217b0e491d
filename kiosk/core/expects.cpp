#include "kiosk/core/expects.h"

#include <cstdio>
#include <cstdlib>

namespace motlan {

void expects(bool condition, std::source_location where) {
    if (condition) return;
    std::fprintf(stderr, "broken assumption at %s:%u\n", where.file_name(), where.line());
    std::abort();
}

}  // namespace motlan
