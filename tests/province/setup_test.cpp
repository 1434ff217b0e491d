#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>

#include "kiosk/core/file.h"
#include "kiosk/core/toml.h"
#include "tests/province/served.h"
#include "tests/province/sources.h"

namespace motlan::province {
namespace {

namespace fs = std::filesystem;

std::string text_of_file(const fs::path& file) { return read_text(file, 65'536).value(); }

TEST_CASE("making a province twice keeps its keys", "[province]") {
    const testing::Folder folder;
    const fs::path home = folder.path() / "province";
    REQUIRE(init_province(home, invented_people()));
    const std::string key = text_of_file(home / "ca.key");

    REQUIRE(init_province(home, invented_people()));

    CHECK(text_of_file(home / "ca.key") == key);
}

TEST_CASE("what an interrupted making left is made anew", "[province]") {
    const testing::Folder folder;
    const fs::path home = folder.path() / "province";
    fs::create_directories(home.string() + ".part");
    REQUIRE(write_file(home.string() + ".part/ca.pem", as_bytes("half")));

    REQUIRE(init_province(home, invented_people()));

    CHECK(read_home(home));
    CHECK_FALSE(fs::exists(home.string() + ".part"));
}

TEST_CASE("a folder with something else in it is left alone", "[province]") {
    const testing::Folder folder;
    REQUIRE(write_file(folder.path() / "letter", as_bytes("mine")));

    CHECK_FALSE(init_province(folder.path(), invented_people()));

    CHECK(text_of_file(folder.path() / "letter") == "mine");
}

TEST_CASE("private keys can be read by their owner only", "[province]") {
    const testing::Folder folder;
    const fs::path home = folder.path() / "province";
    REQUIRE(init_province(home, invented_people()));

    for (const char* name : {"ca", "server", "recipient", "receipts", "answers", "bundles-1"}) {
        struct stat status{};
        REQUIRE(::stat((home / (std::string(name) + ".key")).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
    }
}

TEST_CASE("a kiosk enrolled again keeps its keys and gets the new address", "[province]") {
    const testing::Folder folder;
    const fs::path home = folder.path() / "province";
    const fs::path out = folder.path() / "kiosk";
    REQUIRE(init_province(home, invented_people()));
    REQUIRE(
        enrol_kiosk(home, {.kiosk = "NA-VINH-03", .out = out, .address = "https://127.0.0.1:1"}));
    const std::string key = text_of_file(out / "device.key");

    REQUIRE(
        enrol_kiosk(home, {.kiosk = "NA-VINH-03", .out = out, .address = "https://127.0.0.1:2"}));

    CHECK(text_of_file(out / "device.key") == key);
    const auto written = parse_toml(text_of_file(out / "province.toml"), "province.toml");
    REQUIRE(written);
    CHECK(written->text_at("address") == "https://127.0.0.1:2");
    CHECK(written->text_at("kiosk") == "NA-VINH-03");
    CHECK(texts(written->list_at("pins")) ==
          Texts{pin(read_home(home)->server.certificate).value()});
}

TEST_CASE("an enrolment of another kiosk or province is not written over", "[province]") {
    const testing::Folder folder;
    const fs::path out = folder.path() / "kiosk";
    REQUIRE(init_province(folder.path() / "one", invented_people()));
    REQUIRE(init_province(folder.path() / "two", invented_people()));
    REQUIRE(enrol_kiosk(folder.path() / "one",
                        {.kiosk = "NA-VINH-03", .out = out, .address = "https://x"}));

    CHECK_FALSE(enrol_kiosk(folder.path() / "one",
                            {.kiosk = "NA-VINH-04", .out = out, .address = "https://x"}));
    CHECK_FALSE(enrol_kiosk(folder.path() / "two",
                            {.kiosk = "NA-VINH-03", .out = out, .address = "https://x"}));
}

TEST_CASE("a kiosk's name holds capital letters, digits and hyphens only", "[province]") {
    const testing::Folder folder;
    REQUIRE(init_province(folder.path() / "one", invented_people()));

    for (const char* name : {"", "vinh", "A B", "A\"\nkiosk=\"B", "A/../B"}) {
        CHECK_FALSE(
            enrol_kiosk(folder.path() / "one",
                        {.kiosk = name, .out = folder.path() / "kiosk", .address = "https://x"}));
    }
}

TEST_CASE("a certificate has the one role that it was made for", "[province]") {
    const auto authority = make_authority("test");
    REQUIRE(authority);
    constexpr Role kRoles[] = {Role::Server,   Role::KioskTls, Role::KioskDevice,
                               Role::Receipts, Role::Answers,  Role::Bundles};

    for (const Role made : kRoles) {
        const auto signer = issue(*authority, made, "NA-VINH-03");
        REQUIRE(signer);
        const auto document = sign(Tree::Table{{"type", "test"}}, *signer);
        REQUIRE(document);
        for (const Role asked : kRoles) {
            CHECK(read_signed(*document, authority->certificate, asked).has_value() ==
                  (made == asked));
        }
    }
}

TEST_CASE("one folder is served once at a time", "[province]") {
    Served served;

    const auto second = Province::start(served.home());

    REQUIRE_FALSE(second);
    CHECK(second.error().reason == "is served by another program");
}

TEST_CASE("a province served again has its port again", "[province]") {
    Served served;
    const int port = served.province().port();

    served.restart();

    CHECK(served.province().port() == port);
    CHECK(served.kiosk().send("GET", "/v1/bundle").status == 200);
}

TEST_CASE("every invented person can be read and asked for", "[province]") {
    const auto sources = Sources::read(invented_people());

    REQUIRE(sources);
    CHECK(sources->people() >= 6);
}

TEST_CASE("a person with a wrong field is named", "[province]") {
    const testing::Folder folder;
    const auto reason_of = [&](std::string_view text) {
        REQUIRE(write_file(folder.path() / "person.toml", as_bytes(text)));
        const auto sources = Sources::read(folder.path());
        return sources ? std::string("none") : sources.error().key;
    };
    const std::string card =
        "about = \"x\"\n[card]\nnumber = \"040151000017\"\nold_number = \"\"\nfull_name = \"A\"\n"
        "birth_date = \"12031951\"\nsex = \"Nữ\"\naddress = \"B\"\nissued = \"20062021\"\n";

    CHECK(reason_of(card + "[sources.dc]\n\"person.sex\" = \"Nữ\"\n") == "none");
    CHECK(reason_of(card + "[sources.police]\n\"person.sex\" = \"Nữ\"\n") == "sources.police");
    CHECK(reason_of(card + "[sources.dc]\n\"person.sex\" = 1\n") == "sources.dc.person.sex");
    CHECK(reason_of("about = \"x\"\n[sources]\n") == "card");
}

}  // namespace
}  // namespace motlan::province
