// PINs whose hashes want a TPM 2.0. tests/staff/with_tpm gives these tests one that has no
// hardware.
#include <cstdlib>
#include <filesystem>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/staff/pin_book.h"
#include "tests/support/folder.h"

namespace motlan {
namespace {

const Pin kRight = Pin::parse("246810").value();
const Pin kWrong = Pin::parse("246811").value();
const StaffNumber kAn("0123");
const StaffNumber kBinh("0900");

/// A PIN's file as a thief reads it.
Tree stolen(const testing::Folder& folder, std::string_view number) {
    const auto text = read_text(folder.path() / (std::string(number) + ".json"), 4096).value();
    return parse_json(text).value();
}

/// The TPM is gone, or there again.
class Without {
public:
    Without() : where_(std::getenv("TPM2OPENSSL_TCTI")) { ::unsetenv("TPM2OPENSSL_TCTI"); }
    Without(const Without&) = delete;
    Without& operator=(const Without&) = delete;
    ~Without() { ::setenv("TPM2OPENSSL_TCTI", where_.c_str(), 1); }

private:
    std::string where_;
};

bool has_tpm() { return std::getenv("TPM2OPENSSL_TCTI") != nullptr; }

}  // namespace

TEST_CASE("with a TPM a PIN is right or wrong as without", "[staff]") {
    if (!has_tpm()) SKIP("tests/staff/with_tpm gives one");
    const testing::Folder folder;
    const PinBook book(folder.path());
    REQUIRE(book.enrol(kAn, kRight));

    CHECK(book.check(kAn, kRight));
    CHECK(book.check(kAn, kWrong).error() == Fault::PinWrong);
    CHECK(book.check(kBinh, kRight).error() == Fault::PinWrong);
    CHECK(stolen(folder, "0123").text_at("pepper") == "tpm");
}

TEST_CASE("what a thief reads of the disk does not tell the right PIN from a wrong one",
          "[staff]") {
    if (!has_tpm()) SKIP("tests/staff/with_tpm gives one");
    const testing::Folder folder;
    REQUIRE(PinBook(folder.path()).enrol(kAn, kRight));
    const Tree read = stolen(folder, "0123");
    const PinHash hash{.salt = from_base64(read.text_at("salt")).value(),
                       .hash = from_base64(read.text_at("hash")).value()};

    CHECK_FALSE(fits(kRight, hash, {}).value());
}

TEST_CASE("a PIN from before the TPM was used gets its pepper at the next right try", "[staff]") {
    if (!has_tpm()) SKIP("tests/staff/with_tpm gives one");
    const testing::Folder folder;
    const PinBook book(folder.path());
    {
        const Without tpm;
        REQUIRE(book.enrol(kAn, kRight));
    }
    CHECK(stolen(folder, "0123").number_at("version") == 1);
    REQUIRE(book.enrol(kBinh, kRight));

    CHECK(book.check(kAn, kWrong).error() == Fault::PinWrong);
    CHECK(stolen(folder, "0123").number_at("version") == 1);
    CHECK(book.check(kAn, kRight));
    CHECK(stolen(folder, "0123").number_at("version") == 2);
    CHECK(book.check(kAn, kRight));
}

TEST_CASE("without its pepper no PIN is judged, and no try is counted", "[staff]") {
    if (!has_tpm()) SKIP("tests/staff/with_tpm gives one");
    const testing::Folder folder;
    const PinBook book(folder.path());
    REQUIRE(book.enrol(kAn, kRight));
    REQUIRE(write_file(folder.path() / "pepper.pem", as_bytes("of another machine")));
    CHECK(book.check(kAn, kRight).error() == Fault::KeyStoreUnavailable);

    std::filesystem::remove(folder.path() / "pepper.pem");
    CHECK(book.check(kAn, kRight).error() == Fault::RecordDamaged);
    CHECK(book.list()->front().tries == 0);
}

TEST_CASE("without a TPM a PIN is kept as ever", "[staff]") {
    if (has_tpm() || std::filesystem::exists("/dev/tpmrm0")) SKIP("there is one");
    const testing::Folder folder;
    const PinBook book(folder.path());
    REQUIRE(book.enrol(kAn, kRight));

    CHECK(book.check(kAn, kRight));
    CHECK(stolen(folder, "0123").number_at("version") == 1);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "pepper.pem"));
}

}  // namespace motlan
