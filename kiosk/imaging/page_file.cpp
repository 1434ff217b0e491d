#include "kiosk/imaging/page_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <format>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/imaging/colour_profile.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/page_report.h"
#include "kiosk/imaging/pdf_objects.h"
#include "kiosk/imaging/text_layer.h"

namespace motlan {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPointsPerMm = kPointsPerInch / 25.4;
// A card that was laid down by hand is measured that well.
constexpr double kCardSlackMm = 4;

// What a file says about itself (ISO 19005-2, 6.6). No name, no title, no day: nothing personal
// stands in clear beside the pages, and equal pages stay equal.
constexpr std::string_view kMetadata =
    "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
    "pdfaid:part=\"2\" pdfaid:conformance=\"B\"/>\n"
    "</rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"w\"?>";

void describe(PdfObjects& file) {
    file.describe("/Metadata",
                  file.add_stream(as_bytes(kMetadata), "<< /Type /Metadata /Subtype /XML >>"));
    file.describe(
        "/OutputIntents",
        std::format("[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info "
                    "(sRGB IEC61966-2.1) "
                    "/DestOutputProfile {} >>]",
                    file.add_stream(srgb_profile(), "<< /N 3 >>")));
    file.describe("/Lang", "(vi)");
}

std::string add_mask(PdfObjects& file, const PageLayers& page, ByteView jbig2) {
    return file.add_stream(
        jbig2, std::format("<< /Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1 "
                           "/Width {} /Height {} /Filter /JBIG2Decode >>",
                           page.width, page.height));
}

Result<std::string> add_picture(PdfObjects& file, ByteView jpeg, std::string_view more) {
    const auto size = jpeg_size(jpeg);
    if (!size) return fail(size.error());
    return file.add_stream(
        jpeg, std::format("<< /Type /XObject /Subtype /Image /ColorSpace {} /BitsPerComponent 8 "
                          "/Width {} /Height {} /Filter /DCTDecode {} >>",
                          is_grey_jpeg(jpeg) ? "/DeviceGray" : "/DeviceRGB", size->width,
                          size->height, more));
}

// What a page shows, from the paper up to its print. `suffix` keeps the names of two pages apart.
struct Shown {
    std::string_view suffix;
    std::string objects{};
    std::string drawing{};

    void add(std::string_view name, const std::string& reference) {
        objects += std::format("{}{} {} ", name, suffix, reference);
        drawing += std::format("{}{} Do\n", name, suffix);
    }
};

Result<Shown> shown(PdfObjects& file, const PageLayers& page, std::string_view suffix) {
    Shown all{.suffix = suffix};
    if (!page.background.empty()) {
        const auto paper = add_picture(file, page.background, "");
        if (!paper) return fail(paper.error());
        all.add("/Paper", *paper);
    }
    if (!page.colour.empty()) {
        const auto colour = add_picture(
            file, page.colour, std::format("/Mask {}", add_mask(file, page, page.colour_mask)));
        if (!colour) return fail(colour.error());
        all.add("/Colour", *colour);
    }
    if (!page.print.empty()) all.add("/Print", add_mask(file, page, page.print));
    return all;
}

bool lies_across(const FilePage& page) { return page.turns % 2 != 0; }
double points(int pixels, const FilePage& page) {
    return pixels * kPointsPerInch / page.layers.dpi;
}
double width_of(const FilePage& page) {
    return points(lies_across(page) ? page.layers.height : page.layers.width, page);
}
double height_of(const FilePage& page) {
    return points(lies_across(page) ? page.layers.width : page.layers.height, page);
}

bool is_card(const FilePage& page) {
    const auto [shorter, longer] = std::minmax({width_of(page), height_of(page)});
    const PaperSides card = sides_of(PaperSize::IdCard);
    return std::abs(shorter / kPointsPerMm - card.short_mm) < kCardSlackMm &&
           std::abs(longer / kPointsPerMm - card.long_mm) < kCardSlackMm;
}

// A page and where its lower left corner stands on the sheet, in points.
struct Placed {
    const FilePage* page;
    double left = 0;
    double bottom = 0;
};

struct FileSheet {
    double width = 0;
    double height = 0;
    std::vector<Placed> pages;
};

FileSheet sheet_of(const FilePage& page) {
    return {width_of(page), height_of(page), {{.page = &page}}};
}

FileSheet sheet_of_sides(const FilePage& front, const FilePage& back) {
    const PaperSides a4 = sides_of(PaperSize::A4);
    FileSheet sheet{a4.short_mm * kPointsPerMm, a4.long_mm * kPointsPerMm, {}};
    double middle = sheet.height * 0.7;
    for (const FilePage* side : {&front, &back}) {
        sheet.pages.push_back(
            {side, (sheet.width - width_of(*side)) / 2, middle - height_of(*side) / 2});
        middle -= sheet.height * 0.3;
    }
    return sheet;
}

// The matrix (ISO 32000-1, 8.3.4) that lays the square of a picture onto its place, turned.
std::string matrix_of(const Placed& placed) {
    const double w = width_of(*placed.page);
    const double h = height_of(*placed.page);
    const double left = placed.left;
    const double bottom = placed.bottom;
    std::array<double, 6> m{w, 0, 0, h, left, bottom};
    if (placed.page->turns == 1) m = {0, -h, w, 0, left, bottom + h};
    if (placed.page->turns == 2) m = {-w, 0, 0, -h, left + w, bottom + h};
    if (placed.page->turns == 3) m = {0, h, -w, 0, left + w, bottom};
    return std::format("{:.3f} {:.3f} {:.3f} {:.3f} {:.3f} {:.3f}", m[0], m[1], m[2], m[3], m[4],
                       m[5]);
}

std::vector<FileSheet> sheets_of(std::span<const FilePage> pages) {
    std::vector<FileSheet> sheets;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool is_front = i + 1 < pages.size() && is_card(pages[i]) && is_card(pages[i + 1]);
        sheets.push_back(is_front ? sheet_of_sides(pages[i], pages[i + 1]) : sheet_of(pages[i]));
        if (is_front) ++i;
    }
    return sheets;
}

Result<void> add_sheet(PdfObjects& file, const FileSheet& sheet, const LettersInUse& letters,
                       const std::string& font) {
    std::string objects;
    std::string drawing;
    std::string fonts;
    for (const Placed& placed : sheet.pages) {
        const FilePage* page = placed.page;
        const auto picture = shown(file, page->layers, objects.empty() ? "" : "Back");
        if (!picture) return fail(picture.error());
        objects += picture->objects;
        drawing += std::format("q {} cm 0 g\n{}Q\n", matrix_of(placed), picture->drawing);
        if (!page->text || page->text->words.empty()) continue;
        drawing += std::format("q 1 0 0 1 {:.3f} {:.3f} cm\n{}Q\n", placed.left, placed.bottom,
                               text_drawing(*page->text, letters, height_of(*page)));
        fonts = std::format(" /Font << /Text {} >>", font);
    }
    const std::string contents = file.add_stream(as_bytes(drawing), "<< >>");
    file.add_page(
        std::format("<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] /Resources << /XObject "
                    "<< {}>>{} >> /Contents {} >>",
                    sheet.width, sheet.height, objects, fonts, contents));
    return {};
}

bool is_empty(const FilePage& page) {
    return page.layers.width <= 0 || page.layers.height <= 0 || page.layers.dpi <= 0 ||
           page.turns < 0 || page.turns > 3;
}

}  // namespace

Result<Bytes> bind_pages(std::span<const FilePage> pages) {
    const bool has_empty = std::ranges::any_of(pages, is_empty);
    if (pages.empty() || pages.size() > kPageLimit || has_empty)
        return fail(Fault::PictureUnreadable);
    std::vector<const PageText*> texts;
    for (const FilePage& page : pages) {
        if (page.text) texts.push_back(&*page.text);
    }
    const LettersInUse letters(texts);
    PdfObjects file;
    describe(file);
    const std::string font = letters.has_text() ? add_invisible_font(file, letters) : std::string();
    for (const FileSheet& sheet : sheets_of(pages)) {
        if (const auto added = add_sheet(file, sheet, letters, font); !added) {
            return fail(added.error());
        }
    }
    return file.written();
}

}  // namespace motlan
