// The sender and all that it needs against a working province, one round at a time.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include "kiosk/link/sender.h"
#include "tests/link/sealed_by_kiosk.h"
#include "tests/support/hand_clock.h"

namespace motlan::testing {

struct Link {
    province::Served served;
    EnrolledKiosk kiosk{served};
    HandClock machine;
    FloorClock clock{machine, kiosk.places().clock_floor()};
    Board board{clock};
    Outbox outbox = kiosk.outbox();
    ProvinceClient province = kiosk.line();
    SystemDisk disk;
    BundleStore bundles{{kiosk.enrolment(), clock, disk}};
    Sender sender{{outbox, province, bundles, kiosk.enrolment(), board, clock}};

    std::chrono::milliseconds round() { return sender.round({}); }
    void order(std::string_view line) {
        REQUIRE(served.province().control(line).starts_with("ok"));
    }
    [[nodiscard]] DossierRecord record(const DossierMark& mark) const {
        return outbox.find(mark.dossier).value().value();
    }
    [[nodiscard]] DossierState state(const DossierMark& mark) const { return record(mark).state; }
};

}  // namespace motlan::testing
