// The checker itself: it must catch each planted defect.
#include "tests/support/pdfa_check.h"

#include <algorithm>
#include <cstdlib>
#include <format>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "kiosk/core/file.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/picture_file.h"
#include "tests/support/folder.h"

using namespace motlan;

namespace {

struct Defect {
    std::string clause;
    std::string sound;
    std::string planted;
};

// A file of ours with its objects in clear text, so that they can be spoilt.
std::string clear_file() {
    Image picture(400, 400, PixelFormat::Rgb);
    std::ranges::fill(picture.pixels, std::uint8_t{255});
    for (std::size_t x = 0; x < 3000; ++x) picture.pixels[120000 + x] = 20;
    for (std::size_t x = 0; x < 9000; x += 3) picture.pixels[240001 + x] = 20;
    const PageText text{.width = 400,
                        .height = 400,
                        .dpi = 150,
                        .words = {{.text = "chữ", .left = 9, .top = 9, .width = 40, .height = 20}}};
    const std::vector pages{FilePage{take_apart(picture.view(), 150).value(), text}};
    const testing::Folder folder;
    const std::string name = (folder.path() / "pages.pdf").string();
    const std::string clear = (folder.path() / "clear.pdf").string();
    REQUIRE(write_file(name, bind_pages(pages).value()));
    REQUIRE(std::system(std::format("qpdf --qdf --object-streams=disable --no-original-object-ids "
                                    "{} {}",
                                    name, clear)
                            .c_str()) == 0);
    const Bytes bytes = read_file(clear, kEncodedLimit).value();
    return std::string(as_text(bytes));
}

}  // namespace

TEST_CASE("the same file in clear text keeps the clauses", "[imaging]") {
    CHECK(testing::pdfa_faults(to_bytes(clear_file())) == std::vector<std::string>{});
}

TEST_CASE("every planted defect is caught under its clause", "[imaging]") {
    const Defect defect = GENERATE(
        Defect{"6.1.2", "%PDF-1.7", "%PDF-2.0"}, Defect{"6.1.2", "\n%\xBF", "\n%a"},
        Defect{"6.1.3", "/ID [", "/IX ["}, Defect{"6.1.3", "%%EOF\n", "%%EOF\nmore"},
        Defect{"6.1.7", "/Filter /DCTDecode", "/Filter /LZWDecode"},
        Defect{"6.2.2", "\nET", "\nXX"}, Defect{"6.2.2", "/Print Do", "/Paint Do"},
        Defect{"6.2.3", "/GTS_PDFA1", "/GTS_PDFX1"},
        Defect{"6.2.3", "/OutputIntents", "/Outputintents"},
        Defect{"6.2.3", "mntrRGB ", "mntrCMYK"}, Defect{"6.2.3", "acsp", "abcd"},
        Defect{"6.2.4", "/DeviceRGB", "/DeviceXYZ"},
        Defect{"6.2.8", "/ImageMask true", "/ImageMask true /Interpolate true"},
        Defect{"6.2.10", "/Mask ", "/SMask "}, Defect{"6.2.11.3.3", "/Identity-H", "/Identity-X"},
        Defect{"6.2.11.4.1", "/FontFile2", "/FontFileX"}, Defect{"6.2.11.4.1", "3 Tr", "0 Tr"},
        Defect{"6.2.11.4.1", "hmtx", "hmtz"}, Defect{"6.2.11.5", "/DW 500", "/DW 501"},
        Defect{"6.2.11.7", "/ToUnicode", "/ToUnicodX"}, Defect{"6.2.11.8", "Tz <", "Tz <0000"},
        Defect{"6.3", "/Type /Page\n", "/Type /Page /Annots []\n"},
        Defect{"6.5", "/Lang (vi)", "/AA << >>"}, Defect{"6.6.2", "/Metadata ", "/MetadatX "},
        Defect{"6.6.2", "/Subtype /XML", "/Subtype /XMX"},
        Defect{"6.6.4", "pdfaid:part=\"2\"", "pdfaid:part=\"1\""},
        Defect{"6.6.4", "conformance=\"B\"", "conformance=\"C\""});
    std::string file = clear_file();
    const auto place = file.find(defect.sound);
    REQUIRE(place != std::string::npos);
    file.replace(place, defect.sound.size(), defect.planted);

    const auto faults = testing::pdfa_faults(to_bytes(file));

    INFO(defect.planted);
    CHECK(std::ranges::any_of(
        faults, [&](const auto& fault) { return fault.starts_with(defect.clause + ":"); }));
}

TEST_CASE("what is no PDF at all is called so", "[imaging]") {
    CHECK(testing::pdfa_faults(to_bytes("no file")).front().starts_with("6.1:"));
}
