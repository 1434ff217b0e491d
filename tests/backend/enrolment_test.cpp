#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();
const std::string kPin(64, 'a');

std::string province(std::string_view address, std::string_view kiosk = "K",
                     std::string_view pins = "") {
    return std::format("address = \"{}\"\nkiosk = \"{}\"\npins = [{}]\n", address, kiosk,
                       pins.empty() ? "\"" + kPin + "\"" : std::string(pins));
}

bool reads(const std::string& text) { return parse_province(text, "province.toml").has_value(); }

}  // namespace

TEST_CASE("an enrolment folder gives address, name, pins and keys", "[backend]") {
    const Enrolled made;

    const auto enrolment = read_enrolment(made.folder());

    REQUIRE(enrolment);
    CHECK(enrolment->province.host == "127.0.0.1");
    CHECK(enrolment->province.port == 8443);
    CHECK(enrolment->province.kiosk == "NA-VINH-03");
    CHECK(read_device_key(made.folder(), *enrolment, kNow));
    CHECK(read_tls_key(made.folder(), *enrolment, kNow));
}

TEST_CASE("an address that is not plainly https with a port is refused", "[backend]") {
    CHECK(reads(province("https://motcua.nghean.example:8443")));
    for (const char* address : {"http://h:1", "https://h", "https://h:0", "https://h:65536",
                                "https://:1", "https://h:1/x", "https://u@h:1", "https://h:1 ",
                                "https://H:1", "https://h:+1", "https://[::1]:1", "h:1", ""}) {
        INFO(address);
        CHECK_FALSE(reads(province(address)));
    }
}

TEST_CASE("pins, name and keys of province.toml are read strictly", "[backend]") {
    const std::string good = "https://h:1";
    const std::string quoted = "\"" + kPin + "\"";

    CHECK(reads(province(good, "K", quoted + "," + quoted)));
    CHECK_FALSE(reads(province(good, "K", quoted + "," + quoted + "," + quoted)));
    CHECK_FALSE(reads(province(good, "K", "\"" + std::string(64, 'A') + "\"")));
    CHECK_FALSE(reads(province(good, "K", "\"\"")));
    CHECK_FALSE(reads(province(good, "")));
    CHECK_FALSE(reads(province(good) + "proxy = \"x\"\n"));
    CHECK_FALSE(reads("kiosk = \"K\"\n"));
    const auto problem = parse_province(province(good) + "proxy = \"x\"\n", "province.toml");
    CHECK(to_text(problem.error()).contains("proxy"));
}

TEST_CASE("a key that others may read is refused and named", "[backend]") {
    const Enrolled made;
    const auto enrolment = read_enrolment(made.folder()).value();
    ::chmod((made.folder() / "device.key").c_str(), 0640);

    const auto key = read_device_key(made.folder(), enrolment, kNow);

    REQUIRE_FALSE(key);
    CHECK(key.error().file.ends_with("device.key"));
    CHECK(key.error().reason.contains("0600"));
}

TEST_CASE("a certificate of another kiosk, use or time is refused", "[backend]") {
    const Enrolled made;
    const auto enrolment = read_enrolment(made.folder()).value();
    const auto accepts = [&](const Identity& device) {
        put_text(made.folder() / "device.key", device.key);
        put_text(made.folder() / "device.pem", device.certificate);
        return read_device_key(made.folder(), enrolment, kNow).has_value();
    };

    CHECK(accepts(made.authority.issue("NA-VINH-03", kDevice)));
    CHECK_FALSE(accepts(made.authority.issue("NA-VINH-04", kDevice)));
    CHECK_FALSE(accepts(made.authority.issue("NA-VINH-03", kReceipts)));
    CHECK_FALSE(accepts(Authority().issue("NA-VINH-03", kDevice)));
    CHECK_FALSE(accepts(made.authority.issue(
        {.name = "NA-VINH-03", .usage = kDevice, .ends = std::chrono::hours(-1)})));
}

TEST_CASE("a missing or broken file is named", "[backend]") {
    for (const char* name : {"province.toml", "ca.pem", "root.json"}) {
        const Enrolled made;
        std::filesystem::remove(made.folder() / name);
        CHECK(read_enrolment(made.folder()).error().file.ends_with(name));
        put_text(made.folder() / name, "x");
        CHECK(read_enrolment(made.folder()).error().file.ends_with(name));
    }
}
