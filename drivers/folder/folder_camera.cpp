#include "drivers/folder/folder_camera.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <thread>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/core/utf8.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

bool is_picture(const fs::path& path) {
    const std::string ending = to_lower(path.extension().string());
    return ending == ".jpg" || ending == ".jpeg" || ending == ".png";
}

std::vector<fs::path> pictures_at(const fs::path& path) {
    std::error_code error;
    if (fs::is_regular_file(path, error)) return {path};
    auto files = entries_of(path).value_or(std::vector<fs::path>());
    std::erase_if(files, [](const fs::path& file) { return !is_picture(file); });
    std::ranges::sort(files);
    return files;
}

}  // namespace

Result<void> FolderCamera::start() {
    files_ = pictures_at(setup_.pictures);
    given_ = kNoneYet;
    started_ = clock_.steady();
    if (files_.empty()) return fail(Fault::CameraUnavailable);
    return {};
}

std::size_t FolderCamera::due() const {
    const auto passed =
        (clock_.steady() - started_) / std::max(setup_.interval, std::chrono::milliseconds(1));
    return std::min(static_cast<std::size_t>(std::max<std::int64_t>(0, passed)), files_.size() - 1);
}

Result<std::optional<EncodedPicture>> FolderCamera::newest(std::chrono::milliseconds patience) {
    if (files_.empty()) return fail(Fault::CameraUnavailable);
    if (due() == given_) std::this_thread::sleep_for(std::min(patience, setup_.interval));
    const std::size_t index = due();
    if (index == given_) return std::nullopt;
    given_ = index;
    auto bytes = read_file(files_[index], kEncodedLimit);
    // A file that went away or is no picture is like a lens that is covered: no new picture.
    if (!bytes) return std::nullopt;
    auto picture = picture_of_file(*std::move(bytes));
    if (!picture) return std::nullopt;
    return *std::move(picture);
}

void FolderCamera::stop() {
    files_.clear();
    given_ = kNoneYet;
}

DeviceStatus FolderCamera::status() const {
    std::error_code error;
    if (fs::exists(setup_.pictures, error)) return {};
    return {.fault = Fault::CameraUnavailable};
}

}  // namespace motlan
