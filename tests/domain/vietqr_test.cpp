// The code that a bank reads: its published vectors, and every single byte of it damaged.
#include "kiosk/domain/vietqr.h"

#include <format>
#include <string>
#include <catch2/catch_test_macros.hpp>

using namespace motlan;

namespace {

/// With its true CRC.
std::string with_crc(std::string body) {
    body += "6304";
    return std::format("{}{:04X}", body, payment_crc(body));
}

// Domain notes 8: the vectors of NAPAS, the last one made for these notes.
constexpr const char* kWithPurpose =
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802"
    "VN62340107NPS68690819thanh toan don hang63042E2E";
constexpr const char* kOwn =
    "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTA5303704540480005802VN621"
    "9"
    "0815H41 261123 00016304EE57";
constexpr const char* kBegin =
    "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTA";

}  // namespace

TEST_CASE("the published checksum is ours", "[domain]") {
    CHECK(payment_crc("123456789") == 0x29B1);
    CHECK(payment_crc("00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA"
                      "53037045802VN6304") == 0xF4E5);
}

TEST_CASE("a code says bank, account, sum and purpose", "[domain]") {
    const auto code = parse_vietqr(kOwn);

    REQUIRE(code);
    CHECK(code->bank == "970436");
    CHECK(code->account == "0000012345");
    CHECK(code->dong == 8'000);
    CHECK(code->purpose == "H41 261123 0001");
    CHECK(code->is_for_once);
    CHECK(parse_vietqr(kWithPurpose)->dong == 180'000);
}

TEST_CASE("a code with any sign changed is none", "[domain]") {
    const std::string whole = kOwn;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = damaged[at] == '7' ? '8' : '7';
        if (damaged == whole) continue;
        INFO(at);
        CHECK(parse_vietqr(damaged).error() == Fault::PaymentForged);
    }
}

TEST_CASE("a true checksum does not make a code of ours", "[domain]") {
    const char* const bodies[] = {
        "",
        "000201",
        "00020101021253037045802VN",  // no payee
        "00020101021238540010A00000072701240006970436011000000123450208QRIBFTTC53037045802VN",
        "00020101021238540010B00000072701240006970436011000000123450208QRIBFTTA53037045802VN",
    };
    for (const char* body : bodies) {
        INFO(body);
        CHECK_FALSE(parse_vietqr(with_crc(body)));
    }
    CHECK(parse_vietqr(with_crc(std::string(kBegin) + "5303704540480005802VN")));
    CHECK_FALSE(parse_vietqr(with_crc(std::string(kBegin) + "5303840540480005802VN")));  // dollars
    CHECK_FALSE(parse_vietqr(with_crc(std::string(kBegin) + "53037045802VN")));  // once, no sum
    CHECK_FALSE(parse_vietqr(with_crc(std::string(kBegin) + "5303704540100005802VN")));
    CHECK_FALSE(parse_vietqr(with_crc(std::string(kBegin) + "53037045404-8005802VN")));
    CHECK_FALSE(parse_vietqr(with_crc(std::string(kBegin) + "5303704540480005404800058" + "02VN")));
    CHECK_FALSE(parse_vietqr(std::string(10'000, '0')));
}

TEST_CASE("a length that runs over the end is refused", "[domain]") {
    // The first vector of NAPAS declares 12 signs for an account of 13 (domain notes 8).
    CHECK_FALSE(
        parse_vietqr("00020101021138570010A00000072701270006970403011200110123456780208QRIBF"
                     "TTA53037045802VN6304F4E5"));
}
