// What people and accidents do to a simulated kiosk. Journeys and the demo's desk speak to this;
// a kiosk with real devices has none.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "kiosk/core/result.h"

namespace motlan {

class World {
public:
    virtual ~World() = default;

    /// Holds a card before the camera; an empty path takes it away.
    /// Fails with Fault::PictureUnreadable.
    virtual Result<void> show_card(const std::filesystem::path& picture) = 0;
    /// Lays papers on the glass, one after the other; none takes them out.
    /// Fails with Fault::PictureUnreadable.
    virtual Result<void> lay_papers(const std::vector<std::filesystem::path>& pictures) = 0;
    /// Something breaks or is mended, by name, e.g. "scanner_jam", "network_cut".
    /// Fails with Fault::MessageMalformed for a name it does not know.
    virtual Result<void> happen(std::string_view accident) = 0;
    /// One line for the province stand-in, e.g. "source dd not_found".
    /// Fails with Fault::LinkUnavailable when there is none, Fault::MessageMalformed.
    virtual Result<void> tell_province(std::string_view line) = 0;
};

}  // namespace motlan
