#include "tests/support/pdfa_check.h"

#include <algorithm>
#include <exception>
#include <format>
#include <set>
#include <string_view>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace motlan::testing {
namespace {

using Object = QPDFObjectHandle;

class Check {
public:
    explicit Check(const Bytes& file) : bytes_(file) {
        pdf_.setSuppressWarnings(true);
        pdf_.processMemoryFile("a page file", reinterpret_cast<const char*>(file.data()),
                               file.size());
    }

    std::vector<std::string> run() {
        file_structure();
        output_intent();
        metadata();
        for (Object& object : all_ = pdf_.getAllObjects()) look_at(object);
        for (Object page : pdf_.getAllPages()) page_contents(page);
        return faults_;
    }

private:
    void demand(bool holds, std::string_view clause, std::string_view complaint) {
        if (!holds) faults_.push_back(std::format("{}: {}", clause, complaint));
    }

    // 6.1.2, 6.1.3: header, binary comment, identifier, no encryption, nothing behind the end.
    void file_structure() {
        const std::string_view text = as_text(bytes_);
        demand(text.starts_with("%PDF-1.") && text.size() > 16 && text[7] >= '0' &&
                   text[7] <= '7' && text[8] == '\n',
               "6.1.2", "the header is not %PDF-1.n");
        demand(text.size() > 16 && text[9] == '%' &&
                   std::ranges::all_of(text.substr(10, 4), [](char c) { return c < 0; }),
               "6.1.2", "no comment of four binary bytes follows the header");
        Object trailer = pdf_.getTrailer();
        demand(trailer.getKey("/ID").isArray() && trailer.getKey("/ID").getArrayNItems() == 2,
               "6.1.3", "the trailer has no identifier");
        demand(!trailer.hasKey("/Encrypt"), "6.1.3", "the file is encrypted");
        demand(text.ends_with("%%EOF\n") || text.ends_with("%%EOF"), "6.1.3",
               "something follows the end of the file");
        for (const char* key : {"/AcroForm", "/OCProperties", "/AA", "/OpenAction", "/Names"}) {
            demand(!pdf_.getRoot().hasKey(key), "6.5", std::format("the catalogue has {}", key));
        }
    }

    // 6.2.3: one intent with an RGB profile, since the pages use device colours.
    void output_intent() {
        Object intents = pdf_.getRoot().getKey("/OutputIntents");
        if (!intents.isArray() || intents.getArrayNItems() != 1) {
            return demand(false, "6.2.3", "the file has not one output intent");
        }
        Object intent = intents.getArrayItem(0);
        demand(intent.getKey("/S").isNameAndEquals("/GTS_PDFA1"), "6.2.3",
               "the output intent is not PDF/A's");
        demand(intent.getKey("/OutputConditionIdentifier").isString(), "6.2.3",
               "the output intent has no identifier");
        Object profile = intent.getKey("/DestOutputProfile");
        if (!profile.isStream()) return demand(false, "6.2.3", "no profile is embedded");
        const auto icc = profile.getStreamData(qpdf_dl_all);
        const std::string_view bytes(reinterpret_cast<const char*>(icc->getBuffer()),
                                     icc->getSize());
        demand(bytes.size() > 128 && bytes.substr(36, 4) == "acsp" && bytes[8] <= 4, "6.2.3",
               "the profile is no ICC profile up to version 4");
        if (bytes.size() <= 128) return;
        demand(bytes.substr(12, 4) == "mntr" || bytes.substr(12, 4) == "prtr", "6.2.3",
               "the profile is of no display or printer");
        demand(bytes.substr(16, 4) == "RGB " && profile.getDict().getKey("/N").isInteger() &&
                   profile.getDict().getKey("/N").getIntValue() == 3,
               "6.2.3", "the profile does not describe RGB in three components");
        demand(declared_size(bytes) == bytes.size(), "6.2.3", "the profile's length is wrong");
    }

    static std::size_t declared_size(std::string_view icc) {
        std::size_t size = 0;
        for (const char byte : icc.substr(0, 4))
            size = size << 8U | static_cast<unsigned char>(byte);
        return size;
    }

    // 6.6.2, 6.6.4: an unfiltered XMP packet that names part and level.
    void metadata() {
        Object stream = pdf_.getRoot().getKey("/Metadata");
        if (!stream.isStream()) return demand(false, "6.6.2", "the file has no metadata");
        demand(stream.getDict().getKey("/Type").isNameAndEquals("/Metadata") &&
                   stream.getDict().getKey("/Subtype").isNameAndEquals("/XML"),
               "6.6.2", "the metadata is not marked as XML");
        const auto data = stream.getStreamData(qpdf_dl_all);
        const std::string xmp(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
        demand(!stream.getDict().hasKey("/Filter"), "6.6.2", "the metadata is compressed");
        demand(xmp.starts_with("<?xpacket begin=") && xmp.contains("<?xpacket end="), "6.6.2",
               "the metadata is no XMP packet");
        demand(!xmp.substr(0, xmp.find("?>")).contains("encoding="), "6.6.2",
               "the packet names an encoding");
        demand(has(xmp, "pdfaid:part", "2"), "6.6.4", "the metadata does not name part 2");
        demand(has(xmp, "pdfaid:conformance", "B"), "6.6.4", "the metadata does not name level B");
        demand(!pdf_.getTrailer().hasKey("/Info"), "6.6.3",
               "a document information dictionary may contradict the metadata");
    }

    static bool has(const std::string& xmp, const std::string& name, const std::string& value) {
        return xmp.contains(name + "=\"" + value + "\"") ||
               xmp.contains("<" + name + ">" + value + "</");
    }

    void look_at(Object& object) {
        if (object.isStream()) stream(object);
        if (!object.isDictionary() && !object.isStream()) return;
        Object entries = object.isStream() ? object.getDict() : object;
        if (entries.getKey("/Type").isNameAndEquals("/Font")) font(entries);
        if (entries.getKey("/Subtype").isNameAndEquals("/Image")) image(entries);
        demand(!entries.hasKey("/AA") && !entries.hasKey("/A"), "6.5.1", "an object has actions");
        demand(!entries.hasKey("/Annots"), "6.3", "a page has annotations");
        demand(!entries.getKey("/Group").isDictionary(), "6.2.10", "a page has transparency");
    }

    // 6.1.7: lengths are right and no stream lies outside or is packed by LZW.
    void stream(Object& object) {
        Object entries = object.getDict();
        for (const char* key : {"/F", "/FFilter", "/FDecodeParms"}) {
            demand(!entries.hasKey(key), "6.1.7", "a stream lies in another file");
        }
        std::set<std::string> filters;
        Object filter = entries.getKey("/Filter");
        if (filter.isName()) filters.insert(filter.getName());
        for (int i = 0; filter.isArray() && i < filter.getArrayNItems(); ++i) {
            filters.insert(filter.getArrayItem(i).getName());
        }
        demand(!filters.contains("/LZWDecode"), "6.1.7", "a stream is packed by LZW");
        for (const auto& name : filters) {
            demand(
                std::set<std::string>{"/FlateDecode", "/DCTDecode", "/JBIG2Decode"}.contains(name),
                "6.1.7", "a stream has a filter that our files do not use");
        }
        if (filters.contains("/FlateDecode")) {
            try {
                (void)object.getStreamData(qpdf_dl_all);
            } catch (const std::exception&) {
                demand(false, "6.1.7", "a stream cannot be unpacked");
            }
        }
    }

    // 6.2.8, 6.2.10.
    void image(Object entries) {
        Object interpolate = entries.getKey("/Interpolate");
        demand(!interpolate.isBool() || !interpolate.getBoolValue(), "6.2.8",
               "an image is interpolated");
        for (const char* key : {"/Alternates", "/OPI"}) {
            demand(!entries.hasKey(key), "6.2.8", std::format("an image has {}", key));
        }
        Object soft = entries.getKey("/SMask");
        demand(soft.isNull() || soft.isNameAndEquals("/None"), "6.2.10",
               "an image is partly transparent");
        const bool is_mask =
            entries.getKey("/ImageMask").isBool() && entries.getKey("/ImageMask").getBoolValue();
        if (is_mask) {
            return demand(entries.getKey("/BitsPerComponent").isInteger() &&
                              entries.getKey("/BitsPerComponent").getIntValue() == 1,
                          "6.2.8", "a mask has not one bit");
        }
        Object space = entries.getKey("/ColorSpace");
        demand(space.isNameAndEquals("/DeviceRGB") || space.isNameAndEquals("/DeviceGray"), "6.2.4",
               "an image has colours that the output intent does not cover");
    }

    // 6.2.11: embedded, whole, and back to Unicode.
    void font(Object entries) {
        const std::string kind =
            entries.getKey("/Subtype").isName() ? entries.getKey("/Subtype").getName() : "";
        if (kind == "/Type0") return composite_font(entries);
        demand(kind == "/CIDFontType2", "6.2.11.2", "a font has a kind that our files do not use");
        Object descriptor = entries.getKey("/FontDescriptor");
        demand(descriptor.isDictionary() && descriptor.getKey("/FontFile2").isStream(),
               "6.2.11.4.1", "a font is not embedded");
        demand(entries.getKey("/CIDToGIDMap").isStream() ||
                   entries.getKey("/CIDToGIDMap").isNameAndEquals("/Identity"),
               "6.2.11.3.2", "a font does not tell its glyphs");
        if (descriptor.isDictionary() && descriptor.getKey("/FontFile2").isStream()) {
            font_program(descriptor.getKey("/FontFile2"), entries);
        }
    }

    void composite_font(Object entries) {
        Object children = entries.getKey("/DescendantFonts");
        demand(children.isArray() && children.getArrayNItems() == 1, "6.2.11.3.1",
               "a composite font has not one descendant");
        demand(entries.getKey("/Encoding").isNameAndEquals("/Identity-H"), "6.2.11.3.3",
               "a composite font has a CMap that is not embedded");
        demand(entries.getKey("/ToUnicode").isStream(), "6.2.11.7", "a font has no way to Unicode");
        if (children.isArray() && children.getArrayNItems() == 1) font(children.getArrayItem(0));
    }

    // The tables of ISO 32000-1, 9.9, with right sums and the width that the dictionary gives.
    void font_program(Object stream, Object font_entries) {
        const auto data = stream.getStreamData(qpdf_dl_all);
        const std::string_view bytes(reinterpret_cast<const char*>(data->getBuffer()),
                                     data->getSize());
        const auto number = [&](std::size_t at, std::size_t count) {
            std::size_t value = 0;
            for (std::size_t i = at; i < at + count && i < bytes.size(); ++i) {
                value = value << 8U | static_cast<unsigned char>(bytes[i]);
            }
            return value;
        };
        std::set<std::string_view> tags;
        for (std::size_t i = 0; i < number(4, 2); ++i) {
            const std::size_t row = 12 + 16 * i;
            const std::size_t place = number(row + 8, 4);
            const std::size_t length = number(row + 12, 4);
            if (row + 16 > bytes.size() || place + length > bytes.size()) {
                return demand(false, "6.2.11.4.1", "a font is cut short");
            }
            const std::string_view tag = bytes.substr(row, 4);
            tags.insert(tag);
            std::uint32_t sum = 0;
            for (std::size_t at = 0; at < length; at += 4) {
                if (tag == "head" && at == 8) continue;
                sum += static_cast<std::uint32_t>(number(place + at, 4));
            }
            demand(sum == number(row + 4, 4), "6.2.11.4.1", "a font's table has a wrong sum");
            if (tag == "hmtx") {
                demand(font_entries.getKey("/DW").isInteger() &&
                           font_entries.getKey("/DW").getIntValue() ==
                               static_cast<long long>(number(place + 4, 2)),
                       "6.2.11.5", "a glyph is not as wide as the dictionary says");
            }
        }
        for (const char* tag : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
            demand(tags.contains(tag), "6.2.11.4.1", std::format("a font has no {}", tag));
        }
    }

    // 6.2.2, 6.2.11.8: operators of the standard, resources that are there, no .notdef.
    void page_contents(Object page) {
        static const std::set<std::string_view> kOperators = {"q",  "Q",  "cm", "g",  "Do", "BT",
                                                              "ET", "Tr", "Tf", "Tm", "Tz", "Tj"};
        QPDFPageObjectHelper helper(page);
        Object resources = helper.getAttribute("/Resources", false);
        int mode = 0;
        int depth = 0;
        std::vector<Object> operands;
        for (Object token : tokens_of(page)) {
            if (!token.isOperator()) {
                operands.push_back(token);
                continue;
            }
            const std::string name = token.getOperatorValue();
            demand(kOperators.contains(name), "6.2.2",
                   std::format("the operator {} is none that our files use", name));
            depth += name == "q" ? 1 : name == "Q" ? -1 : 0;
            if (name == "Tr" && !operands.empty())
                mode = static_cast<int>(operands[0].getIntValue());
            if (name == "Do") resource(resources, "/XObject", operands);
            if (name == "Tf") resource(resources, "/Font", operands);
            if (name == "Tj") shown_text(operands, mode);
            operands.clear();
        }
        demand(depth == 0, "6.1.13", "q and Q do not balance");
    }

    static std::vector<Object> tokens_of(Object page) {
        struct Collect : Object::ParserCallbacks {
            std::vector<Object> all;
            void handleObject(Object object, size_t, size_t) override { all.push_back(object); }
            void handleEOF() override {}
        } collect;
        Object::parseContentStream(page.getKey("/Contents"), &collect);
        return collect.all;
    }

    void resource(Object resources, const std::string& kind, const std::vector<Object>& operands) {
        demand(!operands.empty() && operands[0].isName() && resources.getKey(kind).isDictionary() &&
                   resources.getKey(kind).hasKey(operands[0].getName()),
               "6.2.2", "the contents use a resource that the page does not have");
    }

    void shown_text(const std::vector<Object>& operands, int mode) {
        demand(mode == 3, "6.2.11.4.1", "text of a font without strokes is drawn");
        if (operands.empty() || !operands[0].isString()) return;
        const std::string codes = operands[0].getStringValue();
        demand(codes.size() % 2 == 0, "6.2.11.8", "a code of two bytes is cut short");
        for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
            demand(codes[i] != 0 || codes[i + 1] != 0, "6.2.11.8", "the glyph .notdef is shown");
        }
    }

    const Bytes& bytes_;
    QPDF pdf_;
    std::vector<Object> all_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> pdfa_faults(const Bytes& file) {
    try {
        return Check(file).run();
    } catch (const std::exception& failure) {
        return {std::format("6.1: the file cannot be read: {}", failure.what())};
    }
}

}  // namespace motlan::testing
