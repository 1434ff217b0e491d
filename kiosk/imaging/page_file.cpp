#include "kiosk/imaging/page_file.h"

#include <format>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/imaging/colour_profile.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/pdf_objects.h"
#include "kiosk/imaging/text_layer.h"

namespace motlan {
namespace {

constexpr double kPointsPerInch = 72;

// What a file says about itself (ISO 19005-2, 6.6). No name, no title, no day: nothing personal
// stands in clear beside the pages, and equal pages stay equal.
constexpr std::string_view kMetadata =
    "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
    "pdfaid:part=\"2\" pdfaid:conformance=\"B\" dc:format=\"application/pdf\" "
    "xmp:CreatorTool=\"Một Lần\"/>\n"
    "</rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"w\"?>";

void describe(PdfObjects& file) {
    file.describe("/Metadata",
                  file.add_stream(as_bytes(kMetadata), "<< /Type /Metadata /Subtype /XML >>"));
    file.describe(
        "/OutputIntents",
        std::format("[<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info "
                    "(sRGB IEC61966-2.1) /RegistryName (http://www.color.org) "
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

// What a page shows, from the paper up to its print.
struct Shown {
    std::string objects;
    std::string drawing;

    void add(std::string_view name, const std::string& reference) {
        objects += std::format("{} {} ", name, reference);
        drawing += std::format("{} Do\n", name);
    }
};

Result<Shown> shown(PdfObjects& file, const PageLayers& page) {
    Shown all;
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

Result<void> add_page(PdfObjects& file, const FilePage& page, const LettersInUse& letters,
                      const std::string& font) {
    const PageLayers& layers = page.layers;
    if (layers.width <= 0 || layers.height <= 0 || layers.dpi <= 0) {
        return fail(Fault::PictureUnreadable);
    }
    const double width = layers.width * kPointsPerInch / layers.dpi;
    const double height = layers.height * kPointsPerInch / layers.dpi;
    const auto picture = shown(file, layers);
    if (!picture) return fail(picture.error());
    std::string drawing =
        std::format("q {:.3f} 0 0 {:.3f} 0 0 cm 0 g\n{}Q\n", width, height, picture->drawing);
    std::string resources = std::format("/XObject << {}>>", picture->objects);
    if (page.text && !page.text->words.empty()) {
        drawing += text_drawing(*page.text, letters, height);
        resources += std::format(" /Font << /Text {} >>", font);
    }
    const std::string contents = file.add_stream(as_bytes(drawing), "<< >>");
    file.add_page(std::format(
        "<< /Type /Page /MediaBox [0 0 {:.3f} {:.3f}] /Resources << {} >> /Contents {} >>", width,
        height, resources, contents));
    return {};
}

}  // namespace

Result<Bytes> bind_pages(std::span<const FilePage> pages) {
    if (pages.empty() || pages.size() > kPageLimit) return fail(Fault::PictureUnreadable);
    std::vector<const PageText*> texts;
    for (const FilePage& page : pages) {
        if (page.text) texts.push_back(&*page.text);
    }
    const LettersInUse letters(texts);
    PdfObjects file;
    describe(file);
    const std::string font = letters.has_text() ? add_invisible_font(file, letters) : std::string();
    for (const FilePage& page : pages) {
        if (const auto added = add_page(file, page, letters, font); !added) {
            return fail(added.error());
        }
    }
    return file.written();
}

}  // namespace motlan
