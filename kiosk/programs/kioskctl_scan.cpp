#include "kiosk/programs/kioskctl_scan.h"

#include <cstdio>
#include <filesystem>
#include <print>
#include <string>
#include <vector>

#include "drivers/camera/video_device.h"
#include "drivers/factory.h"
#include "drivers/sane/sane_scanner.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/core/file.h"
#include "kiosk/eye/client.h"
#include "kiosk/reading/client.h"

namespace motlan {
namespace {

constexpr std::string_view kHowTo =
    "usage: kioskctl scan --list | -o OUT.pdf [--source glass|feeder|both_sides] [FILE]\n"
    "\n"
    "Lists the scanners that SANE finds, or scans what lies on the scanner of the configuration\n"
    "FILE (the usual one without it) as a visit does: the sheet on the glass, or the feeder until\n"
    "it is empty. Each page is told with its size and what the kiosk finds wrong with it. A page\n"
    "that fails ends the scan; those before it are kept. OUT.pdf is not sealed: try it with "
    "papers\n"
    "of nobody, and delete it.\n"
    "Exit status: 0 all is well, 1 a page is doubtful or the scanner failed, 2 wrong usage.\n";

struct Call {
    bool is_list = false;
    bool is_wrong = false;
    std::filesystem::path out;
    std::string source;
    std::filesystem::path config = usual_config();
};

Call read_call(Arguments arguments) {
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool has_value = i + 1 < arguments.size();
        if (arguments[i] == "--list") {
            call.is_list = true;
        } else if (arguments[i] == "-o" && has_value) {
            call.out = arguments[++i];
        } else if (arguments[i] == "--source" && has_value) {
            call.source = arguments[++i];
        } else if (arguments[i].starts_with("-")) {
            call.is_wrong = true;
        } else {
            call.config = arguments[i];
        }
    }
    call.is_wrong = call.is_wrong || call.is_list == !call.out.empty();
    return call;
}

int list(const std::filesystem::path& eye) {
    const auto scanners = list_sane_scanners(eye);
    if (!scanners) return complain("scan", code(scanners.error()), kFoundWrong);
    for (const auto& [name, words] : *scanners) std::println("{}  {}", name, words);
    if (scanners->empty()) return complain("scan", "SANE finds no scanner", kFoundWrong);
    return kFine;
}

/// Says what a page is like; false when the kiosk doubts it.
bool tell(std::size_t number, const AcceptedPage& page) {
    std::string doubts;
    for (const Fault doubt : page.doubts) doubts += " " + std::string(code(doubt));
    std::println("page {}: {}x{} pixels, {} dpi, {} KB,{}", number, page.packed.width,
                 page.packed.height, page.packed.dpi, page.packed.bytes.size() / 1024,
                 doubts.empty() ? " fine" : doubts);
    return doubts.empty();
}

struct Scanned {
    std::vector<AcceptedPage> pages;
    bool is_fine = true;
};

/// Everything that lies there, page by page, up to the first that fails: what came before is kept.
Scanned scan_all(DocumentScanner& scanner, const ScanSettings& settings, EyeClient& eye) {
    Scanned scanned;
    while (true) {
        const auto sheet =
            scanner.scan(settings, [](int percent) { std::print(stderr, "\r{:3} % ", percent); });
        std::print(stderr, "\r      \r");
        const bool is_end =
            !sheet && sheet.error() == Fault::ScannerNoPaper && !scanned.pages.empty();
        if (is_end) return scanned;
        auto page = sheet.and_then([&](const EncodedPicture& one) { return eye.accept_page(one); });
        const std::size_t number = scanned.pages.size() + 1;
        if (!page) {
            std::println(stderr, "page {}: {}", number, code(page.error()));
            scanned.is_fine = false;
            return scanned;
        }
        scanned.is_fine = tell(number, *page) && scanned.is_fine;
        scanned.pages.push_back(*std::move(page));
        if (!scanner.is_fed()) return scanned;
    }
}

/// One file of all pages, with the words that are read on them.
Result<Bytes> bind(const std::vector<AcceptedPage>& pages, EyeClient& eye,
                   const std::filesystem::path& program) {
    auto reader = ReaderClient::start(program);
    if (!reader) return fail(reader.error());
    std::vector<PageToBind> read;
    for (const AcceptedPage& page : pages) {
        const EncodedPicture& packed = page.packed;
        auto reading = reader->read({packed.width, packed.height, packed.dpi, page.legible});
        // As in a visit, a page that cannot be read goes without its text.
        if (!reading && reading.error() != Fault::PictureUnreadable) return fail(reading.error());
        read.push_back({packed, reading ? std::optional(std::move(reading->text)) : std::nullopt});
    }
    return eye.bind_pages(read);
}

bool take_source(const std::string& words, DeviceSettings& settings) {
    if (words.empty()) return true;
    if (words == "glass") settings.paper_source = PaperSource::Glass;
    if (words == "feeder") settings.paper_source = PaperSource::Feeder;
    if (words == "both_sides") settings.paper_source = PaperSource::FeederBothSides;
    return words == "glass" || words == "feeder" || words == "both_sides";
}

int scan(const DeviceSettings& settings, const Places& where, const Call& call) {
    SimulatedWorld world({});
    LinuxVideoDevice video;
    const SystemClock clock;
    const auto program = where.program / "kiosk-eye";
    const auto scanner =
        make_scanner(settings, {.eye = program, .world = world, .video = video, .clock = clock});
    auto eye = EyeClient::start(program);
    if (!eye) return complain("scan", code(eye.error()), kFoundWrong);
    const Scanned scanned = scan_all(*scanner, settings.scan, *eye);
    if (scanned.pages.empty()) return complain("scan", "no page could be used", kFoundWrong);
    const auto file = bind(scanned.pages, *eye, program);
    if (!file) return complain("scan", code(file.error()), kFoundWrong);
    if (!write_file(call.out, *file))
        return complain("scan", call.out.string() + " cannot be written", kFoundWrong);
    std::println("{}: {} pages, {} KB", call.out.string(), scanned.pages.size(),
                 file->size() / 1024);
    return scanned.is_fine ? kFine : kFoundWrong;
}

}  // namespace

int scan_command(Arguments arguments) {
    const Call call = read_call(arguments);
    const Places where = places();
    if (call.is_wrong) return std::fputs(kHowTo.data(), stderr), kUsage;
    if (call.is_list) return list(where.program / "kiosk-eye");
    auto settings = read_settings(call.config, where.state);
    if (!settings) return complain("scan", to_text(settings.error()), kFoundWrong);
    if (!take_source(call.source, settings->devices))
        return std::fputs(kHowTo.data(), stderr), kUsage;
    return scan(settings->devices, where, call);
}

}  // namespace motlan
