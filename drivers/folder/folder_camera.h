// A camera whose pictures are a file, or the JPEG and PNG files of a folder in name order; their
// endings may be capitals.
// The last picture stays before the lens, as a card does that somebody holds still.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/device/card_camera.h"

namespace motlan {

struct FolderSetup {
    std::filesystem::path pictures;          ///< a picture file or a folder of them
    std::chrono::milliseconds interval{33};  ///< time between two pictures
};

class FolderCamera final : public CardCamera {
public:
    /// `clock` must outlive this.
    FolderCamera(FolderSetup setup, const Clock& clock) : setup_(std::move(setup)), clock_(clock) {}

    /// Lists the pictures. Fails with Fault::CameraUnavailable when there are none.
    Result<void> start() override;
    /// The picture that is due now; nothing when it has been given already.
    Result<std::optional<EncodedPicture>> newest(std::chrono::milliseconds patience) override;
    std::optional<Lamp> set_lamp(std::optional<Lamp>) override { return std::nullopt; }
    void stop() override;
    void look() override {}  // status() looks by itself
    [[nodiscard]] DeviceStatus status() const override;

private:
    static constexpr std::size_t kNoneYet = static_cast<std::size_t>(-1);
    [[nodiscard]] std::size_t due() const;

    FolderSetup setup_;
    const Clock& clock_;
    SteadyTime started_;
    std::vector<std::filesystem::path> files_;
    std::size_t given_ = kNoneYet;
};

}  // namespace motlan
