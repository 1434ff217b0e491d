#include "tests/drivers/escl_server.h"

#include <httplib.h>

#include <atomic>
#include <format>
#include <mutex>
#include <regex>
#include <thread>

#include "kiosk/core/expects.h"
#include "kiosk/imaging/jpeg.h"

namespace motlan::testing {
namespace {

// Sizes are in 1/300 inch: A4 and a feeder that takes it.
constexpr const char* kInput =
    R"(<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2480</scan:MaxWidth>
<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>
<scan:MaxScanRegions>1</scan:MaxScanRegions>
<scan:SettingProfiles><scan:SettingProfile>
<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>
<scan:SupportedResolutions><scan:DiscreteResolutions>
<scan:DiscreteResolution><scan:XResolution>75</scan:XResolution><scan:YResolution>75</scan:YResolution></scan:DiscreteResolution>
<scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
</scan:DiscreteResolutions></scan:SupportedResolutions>
</scan:SettingProfile></scan:SettingProfiles>)";

constexpr const char* kNames =
    R"(xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm")";

std::string capabilities() {
    return std::format(
        R"(<?xml version="1.0" encoding="UTF-8"?><scan:ScannerCapabilities {0}>
<pwg:Version>2.0</pwg:Version><pwg:MakeAndModel>Kiosk Twin</pwg:MakeAndModel>
<scan:Platen><scan:PlatenInputCaps>{1}</scan:PlatenInputCaps></scan:Platen>
<scan:Adf><scan:AdfSimplexInputCaps>{1}</scan:AdfSimplexInputCaps>
<scan:AdfDuplexInputCaps>{1}</scan:AdfDuplexInputCaps>
<scan:FeederCapacity>20</scan:FeederCapacity></scan:Adf></scan:ScannerCapabilities>)",
        kNames, kInput);
}

/// A number that the job's settings state; 0 when they do not.
int number_in(const std::string& settings, const std::string& name) {
    std::smatch found;
    const std::regex pattern("<[a-z]*:?" + name + ">([0-9]+)<");
    return std::regex_search(settings, found, pattern) ? std::stoi(found[1]) : 0;
}

Bytes jpeg(int width, int height, PixelFormat format) {
    Image page(width, height, format);
    for (std::size_t i = 0; i < page.pixels.size(); ++i)
        page.pixels[i] = static_cast<std::uint8_t>(i * 7 % 256);
    return encode_jpeg(page.view(), 60).value();
}

}  // namespace

struct EsclServer::Running {
    httplib::Server server;
    int port = 0;
    std::thread thread;
    mutable std::mutex mutex;
    EsclTrouble trouble = EsclTrouble::None;
    int in_feeder = 0;
    // The job that runs.
    std::string settings;
    bool is_fed = false;
    int left = 0;
    std::atomic<bool> is_over = false;

    [[nodiscard]] std::string status() const {
        const std::scoped_lock lock(mutex);
        const bool is_empty = trouble == EsclTrouble::Empty || trouble == EsclTrouble::EmptyLate;
        const char* feeder = trouble == EsclTrouble::Jam ? "ScannerAdfJam"
                             : is_empty                  ? "ScannerAdfEmpty"
                                                         : "ScannerAdfLoaded";
        return std::format(
            R"(<?xml version="1.0" encoding="UTF-8"?><scan:ScannerStatus {}>
<pwg:Version>2.0</pwg:Version><pwg:State>Idle</pwg:State><scan:AdfState>{}</scan:AdfState>
</scan:ScannerStatus>)",
            kNames, feeder);
    }

    void begin(const httplib::Request& request, httplib::Response& response) {
        const std::scoped_lock lock(mutex);
        const bool wants_feeder = request.body.contains("Feeder");
        const bool is_refused = trouble == EsclTrouble::Busy || trouble == EsclTrouble::Jam ||
                                (wants_feeder && trouble == EsclTrouble::Empty);
        if (is_refused) {
            response.status = 503;
            return;
        }
        settings = request.body;
        is_fed = wants_feeder;
        const bool is_duplex = settings.contains("<scan:Duplex>true");
        left = is_fed ? in_feeder * (is_duplex ? 2 : 1) : 1;
        response.status = 201;
        response.set_header("Location", std::format("http://127.0.0.1:{}/eSCL/ScanJobs/1", port));
    }

    void give(httplib::Response& response) {
        while (is_silent() && !is_over) std::this_thread::yield();
        const std::scoped_lock lock(mutex);
        if (left == 0 || trouble == EsclTrouble::EmptyLate) {
            response.status = left == 0 ? 404 : 503;
            return;
        }
        --left;
        const bool is_colour = settings.contains("RGB24") && trouble != EsclTrouble::GreyForColour;
        const int dpi = std::max(75, number_in(settings, "XResolution"));
        Bytes page = jpeg(number_in(settings, "Width") * dpi / 300,
                          number_in(settings, "Height") * dpi / 300,
                          is_colour ? PixelFormat::Rgb : PixelFormat::Grey);
        if (trouble == EsclTrouble::CutPicture) page.resize(page.size() / 2);
        if (trouble == EsclTrouble::NoPicture) page = to_bytes("this is no picture at all");
        response.set_content(std::string(as_text(page)), "image/jpeg");
    }

    [[nodiscard]] bool is_silent() const {
        const std::scoped_lock lock(mutex);
        return trouble == EsclTrouble::Silent;
    }
};

EsclServer::EsclServer(int sheets) : running_(std::make_unique<Running>()) {
    Running& here = *running_;
    here.in_feeder = sheets;
    here.server.Get("/eSCL/ScannerCapabilities", [](const auto&, httplib::Response& response) {
        response.set_content(capabilities(), "text/xml");
    });
    here.server.Get("/eSCL/ScannerStatus", [&here](const auto&, httplib::Response& response) {
        response.set_content(here.status(), "text/xml");
    });
    here.server.Post("/eSCL/ScanJobs",
                     [&here](const httplib::Request& request, httplib::Response& response) {
                         here.begin(request, response);
                     });
    here.server.Get("/eSCL/ScanJobs/1/NextDocument",
                    [&here](const auto&, httplib::Response& response) { here.give(response); });
    here.server.Delete("/eSCL/ScanJobs/1", [](const auto&, const auto&) {});
    here.port = here.server.bind_to_any_port("127.0.0.1");
    expects(here.port > 0);
    here.thread = std::thread([&here] { here.server.listen_after_bind(); });
    here.server.wait_until_ready();
}

EsclServer::~EsclServer() { go(); }

std::string EsclServer::airscan_line() const {
    return std::format("\"Kiosk Twin\" = http://127.0.0.1:{}/eSCL/, eSCL", running_->port);
}

void EsclServer::have(EsclTrouble trouble) {
    const std::scoped_lock lock(running_->mutex);
    running_->trouble = trouble;
}

void EsclServer::go() {
    running_->is_over = true;
    running_->server.stop();
    if (running_->thread.joinable()) running_->thread.join();
}

std::string EsclServer::last_job() const {
    const std::scoped_lock lock(running_->mutex);
    const bool is_duplex = running_->settings.contains("<scan:Duplex>true");
    return std::string(running_->is_fed ? "Feeder" : "Platen") + (is_duplex ? " duplex" : "");
}

}  // namespace motlan::testing
