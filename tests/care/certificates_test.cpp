// For how many days the keys of a kiosk hold, of each certificate and of the first that ends.
#include "kiosk/care/certificates.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/ui/wording.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr std::chrono::hours kDay{24};

/// An enrolled kiosk whose certificates end an hour after so many days.
struct Ending : Enrolled {
    HandClock clock;

    void end(const char* stem, const char* usage, int days) {
        const Identity made = authority.issue(
            {.name = "NA-VINH-03", .usage = usage, .ends = kDay * days + std::chrono::hours(1)});
        put_text(folder() / (std::string(stem) + ".pem"), made.certificate);
        put_text(folder() / (std::string(stem) + ".key"), made.key);
    }
    [[nodiscard]] std::int64_t days_of(std::string_view name) const {
        for (const CertificateLife& life : certificate_lives(folder(), clock))
            if (life.name == name) return life.days;
        return -1;
    }
};

}  // namespace

TEST_CASE("each certificate has its own days, the first that ends counts", "[care]") {
    Ending kiosk;
    kiosk.end("device", kDevice, 400);
    kiosk.end("tls", "clientAuth", 12);

    CHECK(kiosk.days_of("device") == 400);
    CHECK(kiosk.days_of("tls") == 12);
    CHECK(kiosk.days_of("ca") >= 400);
    CHECK(certificate_days(kiosk.folder(), kiosk.clock) == 12);
    kiosk.clock.turn(kDay * 13);
    CHECK(kiosk.days_of("tls") == 0);
    CHECK(certificate_days(kiosk.folder(), kiosk.clock) == 0);
}

TEST_CASE("nobody is hurried by more than thirty days", "[care]") {
    Ending kiosk;
    kiosk.end("device", kDevice, 400);
    kiosk.end("tls", "clientAuth", 300);

    CHECK(certificate_days(kiosk.folder(), kiosk.clock) == kCountedDays);
}

TEST_CASE("a certificate of another key, and one that cannot be read, holds no day", "[care]") {
    Ending kiosk;
    kiosk.end("device", kDevice, 400);
    put_text(kiosk.folder() / "device.key", kiosk.tls.key);
    CHECK(certificate_days(kiosk.folder(), kiosk.clock) == 0);
    put_text(kiosk.folder() / "device.pem", "");
    CHECK(kiosk.days_of("device") == 0);
}

TEST_CASE("a kiosk that is not enrolled has no certificates", "[care]") {
    const Folder empty;
    const HandClock clock;

    CHECK(certificate_lives(empty.path(), clock).empty());
    CHECK(certificate_days(empty.path(), clock) == 0);
}

TEST_CASE("what is said of a certificate is true of one that is missing, over, or ends soon",
          "[care]") {
    const Text text = fault_text(Fault::NotEnrolled, Audience::Technician);

    for (const std::string_view word : {"thiếu", "đã hết hạn", "sắp hết hạn"})
        CHECK(phrase(text, Language::Vietnamese).shown.contains(word));
    for (const std::string_view word : {"missing", "has ended", "ends soon"})
        CHECK(phrase(text, Language::English).shown.contains(word));
}
