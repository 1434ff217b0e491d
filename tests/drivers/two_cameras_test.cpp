// A kiosk with a camera for cards and one for papers: neither takes the other's device.
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "drivers/factory.h"

using namespace motlan;

namespace {

/// A device that is never there and remembers what was asked of it.
class MissingDevice final : public VideoDevice {
public:
    std::vector<std::string> opened;
    int closed = 0;

    bool is_there(const std::string&) override { return false; }
    int open(const std::string& path) override {
        opened.push_back(path);
        return -1;
    }
    void close() override { ++closed; }
    int control(unsigned long, void*) override { return -1; }
    void* map(std::size_t, std::size_t) override { return nullptr; }
    void unmap(void*, std::size_t) override {}
    int wait(std::chrono::milliseconds) override { return -1; }
};

}  // namespace

TEST_CASE("the document camera leaves the card camera's device alone", "[drivers]") {
    SimulatedWorld world;
    MissingDevice device;
    const SystemClock clock;
    const DeviceParts parts{.eye = "", .world = world, .video = device, .clock = clock};
    DeviceSettings settings;
    settings.card_camera_driver = settings.document_camera_driver = "camera";
    settings.card_camera = "/dev/video-of-cards";
    settings.document_camera = "/dev/null";
    const auto cards = make_camera(settings, parts);
    const auto papers = make_document_camera(settings, parts);
    REQUIRE((cards && papers));

    CHECK_FALSE(cards->start().has_value());
    const int closed = device.closed;
    CHECK_FALSE(papers->start().has_value());
    papers->stop();

    CHECK(device.opened == std::vector<std::string>{"/dev/video-of-cards"});
    CHECK(device.closed == closed);
}
