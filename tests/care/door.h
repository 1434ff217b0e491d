// A program that waits at the settings' door, over a copy of this checkout's settings.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/config_door.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/file.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"

namespace motlan::testing {

/// Waits as the program of the settings does, for so many questions.
class Door {
public:
    Door() {
        std::filesystem::copy(checkout() / "config", folder_.path() / "etc",
                              std::filesystem::copy_options::recursive);
        std::filesystem::create_directories(place_.state);
        std::filesystem::create_directories(place_.runtime);
        auto listener = Listener::open(config_door(place_.runtime));
        REQUIRE(listener);
        thread_ = std::jthread([this, listener = std::make_shared<Listener>(*std::move(listener))](
                                   const std::stop_token& stop) {
            std::vector<std::jthread> asked;
            while (!stop.stop_requested()) {
                auto channel = listener->accept(std::chrono::milliseconds(50));
                if (!channel) continue;
                asked.emplace_back(
                    [this, channel = std::make_shared<Channel>(*std::move(channel))] {
                        serve_at_door(*channel, place_,
                                      [](std::string_view badge, std::string_view pin) {
                                          return judge(badge, pin);
                                      });
                    });
            }
        });
    }

    [[nodiscard]] std::string text() const {
        return read_text(place_.file, std::size_t{64} << 10U).value();
    }
    [[nodiscard]] ConfigWish wish(std::string_view path, std::string_view value) const {
        return {.former = text(),
                .text = with_setting(text(), path, value).value(),
                .by = StaffNumber("0900")};
    }
    [[nodiscard]] DoorReply ask(const ConfigWish& wish) const {
        return ask_to_change(config_door(place_.runtime), wish);
    }
    [[nodiscard]] const ConfigPlace& place() const { return place_; }
    void enrol() const {
        std::filesystem::create_directories(place_.state / "enrolment");
        REQUIRE(write_file(place_.state / "enrolment/province.toml", as_bytes("kiosk = \"A\"")));
    }

private:
    /// Two technicians and an attendant, all with the same PIN.
    static Result<StaffMember> judge(std::string_view badge, std::string_view pin) {
        if (pin != "135790") return fail(Fault::PinWrong);
        const bool is_attendant = badge == "0123";
        return StaffMember{StaffNumber(std::string(badge)), "Somebody",
                           is_attendant ? StaffRole::Attendant : StaffRole::Technician};
    }

    Folder folder_;
    ConfigPlace place_{.file = folder_.path() / "etc/kiosk.toml",
                       .runtime = folder_.path() / "run",
                       .state = folder_.path() / "lib"};
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace motlan::testing
