#include "tests/ui/sample_demoted.h"

#include <utility>

#include "kiosk/flow/step.h"

namespace motlan::testing {
namespace {

/// The screen as the kiosk shows it once it has noticed the fault.
Sample without(std::string name, const DeviceTrouble& trouble, const Screen& screen, WallTime now) {
    State state{.screen = screen, .reference = "sample"};
    state.now = now;
    return {std::move(name),
            step(std::move(state), DevicesChecked{{trouble}}, sample_office()).state};
}

}  // namespace

std::vector<Sample> demoted_samples(const DemotedParts& parts) {
    std::vector<Sample> all;
    const auto blind = [&](std::string name, const Screen& screen) {
        all.push_back(without(std::move(name), {DeviceRole::CardCamera, Fault::CameraUnavailable},
                              screen, parts.now));
    };
    const auto paperless = [&](std::string name, const Screen& screen) {
        all.push_back(without(std::move(name), {DeviceRole::Scanner, Fault::ScannerUnplugged},
                              screen, parts.now));
    };
    blind("welcome.no_card", Welcome{});
    blind("home.no_card", Home{});
    paperless("welcome.no_scanner", Welcome{});
    paperless("choose_procedure.no_scanner", parts.typed);
    paperless("choose_procedure.withheld", ChooseProcedure{.found = {{0, 1, 2, 3}}});
    paperless("what_you_need.no_scanner", parts.needs);
    return all;
}

}  // namespace motlan::testing
