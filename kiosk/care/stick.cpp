#include "kiosk/care/stick.h"

#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "kiosk/core/folder.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

Stick judge(const fs::path& place, std::uintmax_t needed_bytes) {
    std::error_code problem;
    Stick stick{.state = StickState::Ready, .place = place};
    const auto space = fs::space(place, problem);
    if (!problem) stick.free_bytes = space.available;
    if (::access(place.c_str(), W_OK) != 0)
        stick.state = StickState::ReadOnly;
    else if (stick.free_bytes < needed_bytes)
        stick.state = StickState::Full;
    return stick;
}

std::vector<fs::path> inside(const fs::path& folder) {
    return entries_of(folder).value_or(std::vector<fs::path>());
}

}  // namespace

bool is_mount_point(const fs::path& folder) {
    struct stat own{};
    struct stat above{};
    return ::stat(folder.c_str(), &own) == 0 && ::stat((folder / "..").c_str(), &above) == 0 &&
           S_ISDIR(own.st_mode) && own.st_dev != above.st_dev;
}

Stick look_for_stick(const fs::path& media, std::uintmax_t needed_bytes,
                     const std::function<bool(const fs::path&)>& is_stick) {
    Stick best;
    auto places = inside(media);
    for (std::size_t n = 0, top = places.size(); n < places.size(); ++n) {
        if (!is_stick(places[n])) {
            if (n >= top || !is_own_folder(places[n])) continue;
            const auto below = inside(places[n]);
            places.insert(places.end(), below.begin(), below.end());
            continue;
        }
        Stick stick = judge(places[n], needed_bytes);
        if (stick.state == StickState::Ready) return stick;
        if (best.state == StickState::Missing) best = std::move(stick);
    }
    return best;
}

}  // namespace motlan
