// What readers put around a code, and what comes of it in pieces, too long or in another set.
#include "drivers/serial_reader/code_framing.h"

#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace motlan;

namespace {

constexpr std::string_view kCard =
    "040200000017||Nguyễn Thị Hương Giang|15012000|Nữ|Xóm Mẫu, Kim Liên, Nghệ An|15012022";

/// What became of a code: its text, or the code of its fault.
std::string outcome(CodeFraming& framing) {
    const auto next = framing.next();
    if (!next) return std::string(code(next.error()));
    return *next ? std::string(as_text(**next)) : "nothing";
}

/// Every outcome after these pieces, and after the silence that follows them.
std::vector<std::string> outcomes(const SerialSettings& settings,
                                  const std::vector<std::string>& pieces) {
    CodeFraming framing(settings);
    for (const std::string& piece : pieces) framing.take(as_bytes(piece));
    framing.end();
    std::vector<std::string> all;
    while (all.empty() || all.back() != "nothing") all.push_back(outcome(framing));
    all.pop_back();
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a card's code comes out whole, with every mark of its letters", "[drivers]") {
    CodeFraming framing({});

    framing.take(as_bytes(std::string(kCard) + "\r\n"));

    CHECK(outcome(framing) == kCard);
    CHECK(outcome(framing) == "nothing");
    CHECK_FALSE(framing.is_in_code());
}

TEST_CASE("what a reader puts around a code is taken off", "[drivers]") {
    struct Case {
        const char* prefix;
        const char* suffix;
        bool has_aim;
        const char* sent;
        const char* code;
    };
    const auto cases = std::to_array<Case>({
        {"", "\r\n", false, "mã\r\n", "mã"},
        {"", "\r\n", false, "mã\r", "mã"},
        {"", "\r\n", false, "mã\n\t", "mã"},
        {"", "\t", false, "mã\t", "mã"},
        {"", "", false, "\n\nmã\r\n", "mã"},
        {"", "\x03", false, "\x02mã\x03", "mã"},
        {"\x02", "\x03\r", false, "\x02mã\x03\r", "mã"},
        {"QR:", "#", false, "QR:mã#", "mã"},
        {"QR:", "#", false, "\x02QR:\tmã\x03#", "mã"},
        {"QR:", "#", false, "mã QR:#", "mã QR:"},
        {"", "\r\n", true, "]Q1mã\r\n", "mã"},
        {"", "\r\n", true, "mã\r\n", "mã"},
        {"", "\r\n", true, "]|]mã\r\n", "]|]mã"},
        {"", "\r\n", false, "]Q1mã\r\n", "]Q1mã"},
        {"~", "\r\n", true, "~]Q3mã\r\n", "mã"},
        {"", "\r\n", false, "  mã  \r\n", "  mã  "},
    });
    for (const Case& each : cases) {
        INFO(each.prefix << " / " << each.suffix << " / " << each.sent);
        const SerialSettings settings{
            .prefix = each.prefix, .suffix = each.suffix, .has_aim_prefix = each.has_aim};

        CHECK(outcomes(settings, {each.sent}) == Texts{each.code});
    }
}

TEST_CASE("separators inside a code are the code's own", "[drivers]") {
    CHECK(outcomes({}, {"]Q3a\x1D"
                        "b\rc\r\n"}) == Texts{"]Q3a\x1D"
                                              "b\rc"});
}

TEST_CASE("two codes in one piece are two codes", "[drivers]") {
    CHECK(outcomes({}, {"một\r\nhai\r\n"}) == Texts{"một", "hai"});
}

TEST_CASE("one code in many pieces is one code, wherever it is cut", "[drivers]") {
    Texts bytes;
    for (const char byte : std::string(kCard) + "\r\n") bytes.emplace_back(1, byte);

    CHECK(outcomes({}, bytes) == Texts{std::string(kCard)});
}

TEST_CASE("only silence ends a code that has no suffix", "[drivers]") {
    CodeFraming framing({.suffix = ""});

    framing.take(as_bytes("một "));
    CHECK(outcome(framing) == "nothing");
    framing.take(as_bytes("hai"));
    CHECK(framing.is_in_code());
    framing.end();

    CHECK(outcome(framing) == "một hai");
    framing.end();
    CHECK(outcome(framing) == "nothing");
}

TEST_CASE("line ends alone are no code", "[drivers]") {
    CHECK(outcomes({}, {"\r\n\r\n", "\t\r\n", std::string(3, '\0'), "\x02\x03"}).empty());
}

TEST_CASE("another character set is refused and never guessed at", "[drivers]") {
    const auto* const wrong = GENERATE("Nguy\xEAn\r\n",          // Latin-1
                                       "Nguy\xEA\xBE\r\n",       // a letter cut in two
                                       "Nguy\xC0\x80n\r\n",      // an overlong form
                                       "\xED\xA0\x80\r\n",       // half a surrogate pair
                                       "\xC4\xE3\xBA\xC3\r\n");  // GBK
    CHECK(outcomes({}, {wrong, "sau\r\n"}) == Texts{"READ-03", "sau"});
}

TEST_CASE("a code of four KiB is taken, and with its frame too", "[drivers]") {
    const std::string longest(kReaderCodeLimit, 'x');

    CHECK(outcomes({.suffix = ""}, {longest}) == Texts{longest});
    CHECK(outcomes({.prefix = "<<<", .has_aim_prefix = true},
                   {"\x02<<<]Q1", longest, "\x03\r\n"}) == Texts{longest});
}

TEST_CASE("a longer code is dropped to its end and reported once", "[drivers]") {
    const std::size_t size = GENERATE(kReaderCodeLimit + 1, kReaderCodeLimit + 18,
                                      kReaderCodeLimit + 19, 3 * kReaderCodeLimit, 1'000'000);
    const std::string too_long(size, 'x');

    CHECK(outcomes({}, {too_long, "\r", "\nsau\r\n"}) == Texts{"CARD-05", "sau"});
    CHECK(outcomes({}, {too_long}) == Texts{"CARD-05"});
    CHECK(outcomes({.suffix = ""}, {too_long}) == Texts{"CARD-05"});
}

TEST_CASE("what is forgotten does not come back", "[drivers]") {
    CodeFraming framing({});
    framing.take(as_bytes("một\r\nhai"));

    framing.clear();

    CHECK_FALSE(framing.is_in_code());
    CHECK(outcome(framing) == "nothing");
    framing.take(as_bytes("ba\r\n"));
    CHECK(outcome(framing) == "ba");
}
