#include "kiosk/chip/country_certificate.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/support/authority.h"
#include "tests/support/folder.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

void write(const Folder& folder, const char* name, const std::string& text) {
    REQUIRE(write_file(folder.path() / name, as_bytes(text)));
}

}  // namespace

TEST_CASE("no folder is no certificate, an empty one neither", "[chip]") {
    const Folder folder;

    CHECK(read_country_certificates({})->empty());
    CHECK(read_country_certificates(folder.path())->empty());
}

TEST_CASE("every certificate of every file is read", "[chip]") {
    const Folder folder;
    const Authority first("First");
    const Authority second("Second");
    const Authority third("Third");
    write(folder, "one.pem", first.identity().certificate);
    write(folder, "two.pem", second.identity().certificate + third.identity().certificate);

    const auto read = read_country_certificates(folder.path());

    REQUIRE(read);
    REQUIRE(read->size() == 3);
    const Certificate certificate = third.certificate();
    CHECK(to_hex(read->back()) == to_hex(certificate.der()));
}

TEST_CASE("a file that is no certificate of an authority stops the start", "[chip]") {
    const Authority authority;
    const std::string good = authority.identity().certificate;
    const std::string signer = authority.issue({.usage = ""}).certificate;
    const std::string old = self_signed({.is_ca = true, .is_version_1 = true}).certificate;

    for (const std::string& text : {std::string(), std::string("text"), signer, old, good + signer,
                                    good + "text", good.substr(0, 100), std::string(70000, 'x')}) {
        const Folder folder;
        write(folder, "certificate.pem", text);
        CHECK(read_country_certificates(folder.path()) == fail(Fault::ConfigInvalid));
    }
}

TEST_CASE("a folder that is not there stops the start", "[chip]") {
    const Folder folder;

    CHECK(read_country_certificates(folder.path() / "none") == fail(Fault::ConfigInvalid));
    std::filesystem::create_directory(folder.path() / "inner");
    CHECK(read_country_certificates(folder.path()) == fail(Fault::ConfigInvalid));
}
