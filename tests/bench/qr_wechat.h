// OpenCV's WeChat reader in a process of its own, from the packages that tests/bench/peers fetched.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>

#include "kiosk/core/descriptor.h"
#include "tests/bench/qr_readers.h"

namespace motlan::testing {

class Wechat {
public:
    /// Starts it; nullptr when its packages are not in `checkout`/.build/peers.
    static std::shared_ptr<Wechat> start(const std::filesystem::path& checkout);
    Wechat(const Wechat&) = delete;
    Wechat& operator=(const Wechat&) = delete;
    ~Wechat();

    /// Looks at one picture, and says how long that took there. Ends the bench when the reader
    /// has gone, since its column would be wrong.
    Said read(const ImageView& grey);

private:
    Wechat(Descriptor end, pid_t number) : end_(std::move(end)), number_(number) {}

    Descriptor end_;
    pid_t number_;
};

}  // namespace motlan::testing
