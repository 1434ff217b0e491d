// A SANE of a test's own: a folder of configuration that the driver's child finds.
#pragma once

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>

#include "drivers/sane/sane_scanner.h"
#include "tests/support/folder.h"

namespace motlan::testing {

using SaneOptionTable = std::map<std::string, std::string>;

/// Writes the configuration of SANE's test backend, set to a sheet larger than A4.
inline void write_test_backend(const std::filesystem::path& folder,
                               const SaneOptionTable& changes) {
    SaneOptionTable options{{"number_of_devices", "1"},
                            {"mode", "Gray"},
                            {"hand-scanner", "false"},
                            {"three-pass", "false"},
                            {"resolution_min", "1"},
                            {"resolution_max", "1200"},
                            {"resolution_quant", "1"},
                            {"resolution", "50"},
                            {"depth", "8"},
                            {"test-picture", "\"Color pattern\""},
                            {"geometry_min", "0"},
                            {"geometry_max", "300"},
                            {"geometry_quant", "0"},
                            {"read-limit", "false"},
                            {"read-limit-size", "1"},
                            {"read-delay", "false"},
                            {"read-delay-duration", "1000"}};
    for (const auto& [key, value] : changes) options[key] = value;
    std::ofstream(folder / "dll.conf") << "test\n";
    std::ofstream file(folder / "test.conf");
    for (const auto& [key, value] : options) file << key << ' ' << value << '\n';
}

/// A private SANE with the test backend only.
class TestBackend {
public:
    explicit TestBackend(const SaneOptionTable& changes = {}) {
        write_test_backend(folder_.path(), changes);
        ::setenv("SANE_CONFIG_DIR", folder_.path().c_str(), 1);
    }

private:
    Folder folder_;
};

/// The test backend ends its reader's thread wherever that stands, also where a page ends well;
/// one that stood in malloc() hangs for good. So we soon give it up, which a real scanner would
/// not like, and the driver starts another.
inline SaneSetup sane_setup(PaperSource source = PaperSource::Glass,
                            std::string device = "test:0") {
    return {.program = KIOSK_EYE,
            .device = std::move(device),
            .source = source,
            .homing = std::chrono::milliseconds(2000),
            .stall = std::chrono::milliseconds(4000)};
}

}  // namespace motlan::testing
