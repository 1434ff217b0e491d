#include "kiosk/app/closing.h"

#include <system_error>

#include "kiosk/core/file.h"

namespace motlan {
namespace {

constexpr std::string_view kFile = "closed";

}  // namespace

bool is_closed(const std::filesystem::path& state) {
    std::error_code problem;
    return !state.empty() && std::filesystem::exists(state / kFile, problem);
}

Result<void> close_kiosk(const std::filesystem::path& state) {
    return write_file(state / kFile, {});
}

Result<void> open_kiosk(const std::filesystem::path& state) {
    std::error_code problem;
    std::filesystem::remove(state / kFile, problem);
    if (problem) return fail(Fault::StorageFailed);
    return {};
}

}  // namespace motlan
