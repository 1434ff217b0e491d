// A SANE inside a test's program: one device that says what the test lets it say, also what no
// backend should. Only one at a time; name the library before the driver, so that libsane is never
// asked.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "drivers/sane/sane_pixels.h"

namespace motlan::testing {

/// A switch that may be set, or a sensor that only tells.
struct PlayedSwitch {
    std::string name;
    bool is_sensor = false;
    bool is_on = false;
    bool needs_stop = false;  ///< it is there only while a choice is "Stop"
};

struct PlayedChoice {
    std::string name;
    std::vector<std::string> offered;
    std::string chosen;
};

class PlayedSane {
public:
    PlayedSane();
    ~PlayedSane();
    PlayedSane(const PlayedSane&) = delete;
    PlayedSane& operator=(const PlayedSane&) = delete;

    /// What is plugged in; without any, every name opens.
    std::vector<std::string> names;
    std::vector<PlayedSwitch> switches;
    std::vector<PlayedChoice> choices;
    /// What a frame says that it will be, and what comes.
    FrameLook look{.kind = FrameKind::Grey, .pixels_per_line = 100, .bytes_per_line = 100};
    std::size_t bytes = 0;
    int start = 0;  ///< SANE's status of a start
    int end = 5;    ///< and that of a read behind the last byte: the end of the file

    std::size_t sent = 0;      ///< of the frame that runs
    int reads_beyond_end = 0;  ///< somebody read on after the device had said that it is over
    bool is_over = false;
};

}  // namespace motlan::testing
