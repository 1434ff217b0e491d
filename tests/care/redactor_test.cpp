#include "kiosk/care/redactor.h"

#include <catch2/catch_test_macros.hpp>

using namespace motlan;

// Every number, name and address below is invented.

TEST_CASE("what looks like a person is found wherever it stands", "[care]") {
    for (const std::string_view text :
         {"040085000217", "id=040085000217", "040 085 000 217", "040.085.000.217",
          "\"040085000217\"", "187654321", "0912345678", "0912 345 678", "call 0912.345.678 now",
          R"({"old_number":"187654321"})", "040085000217|187654321|A|01011985|Nam|B|01012021",
          "a|b|c|d|e|f", "Nguyễn Văn A", "NGUYỄN VĂN A", "Đường", "somebody@example.vn",
          "-----BEGIN PRIVATE KEY-----", "-----BEGIN EC PRIVATE KEY-----"}) {
        INFO(text);
        CHECK(find_personal(text).has_value());
        CHECK(find_personal("one\ntwo " + std::string(text) + "\nfour").value().line == 2);
    }
}

TEST_CASE("in a file of bytes only numbers are looked for", "[care]") {
    const std::string bytes("\0|||||| \xC4\x91 a@b", 14);

    CHECK_FALSE(find_personal(bytes).has_value());
    CHECK(find_personal(bytes + " 040085000217").has_value());
}

TEST_CASE("what our own files hold is not taken for a person", "[care]") {
    for (const std::string_view text :
         {"2026-11-29T11:14:13+00:00 kiosk[10622]: visit_started",
          "dossier_committed size=31457280", "0123456789abcdef0123456789abcdef", "f040085000217a",
          "fine\tdisk\t-\t51234 MB are free", "procedure 1.004194 and 2.000635", "Intel(R) HD 620",
          "usb 1-1.2", "MOTLAN_FAULT=SCAN-03", "first_picture age_ms=147", "",
          R"({"boot":"x","steady":432000123,"wall":"2026-11-29T11:14:13Z"})",
          R"({"since_ms":187654321})"}) {
        INFO(text);
        CHECK_FALSE(find_personal(text).has_value());
    }
}
