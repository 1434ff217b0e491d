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

/// What nobody may file for now, anywhere.
WhatYouNeed suspended(WhatYouNeed needs) {
    needs.procedure.suspended = {
        {"Tỉnh đang chuyển hồ sơ sang hệ thống mới.", "Records are being moved to a new system."},
        {"Mời ông/bà đến quầy số 3, hoặc quay lại từ ngày 10/12.",
         "Please go to counter 3, or come back from 10 December."}};
    needs.hindrance = Hindrance::Suspended;
    return needs;
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
    const auto later = [&](std::string name, const Screen& screen, int days) {
        State state{.screen = screen, .reference = "sample"};
        state.now = parts.now + std::chrono::days{days};
        all.push_back({std::move(name), std::move(state)});
    };
    later("what_you_need.suspended", suspended(parts.needs), 0);
    later("what_you_need.old", parts.needs, 40);
    later("choose_procedure.old", ChooseProcedure{}, 40);
    return all;
}

}  // namespace motlan::testing
