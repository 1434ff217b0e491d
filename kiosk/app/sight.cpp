#include "kiosk/app/sight.h"

#include <chrono>
#include <memory>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kFramePatience{200};
constexpr std::chrono::seconds kCameraPause{1};

Picture picture_of(Image image) { return std::make_shared<const Image>(std::move(image)); }

}  // namespace

Sight::Sight(std::filesystem::path program, CardCamera& camera, DocumentScanner& scanner,
             ScanSettings scan_settings, EventQueue& events)
    : program_(std::move(program)),
      camera_(camera),
      scanner_(scanner),
      scan_settings_(scan_settings),
      events_(events) {}

Result<EyeClient*> Sight::eye() {
    if (!eye_) {
        auto started = EyeClient::start(program_);
        if (!started) return fail(started.error());
        eye_ = *std::move(started);
    }
    return &*eye_;
}

void Sight::watch_for_card() {
    worker_.add([this](const std::stop_token& stop) { watch(stop); });
}

// A camera that is unplugged is tried again for as long as somebody waits before it.
void Sight::watch(const std::stop_token& stop) {
    bool is_lost = false;
    while (!stop.stop_requested()) {
        std::optional<Bytes> last_payload;
        const bool is_open = camera_.start().has_value();
        if (is_open) is_lost = false;
        while (is_open && !stop.stop_requested() && look_once(last_payload)) {
        }
        camera_.stop();
        if (stop.stop_requested()) return;
        if (!std::exchange(is_lost, true)) {
            log(LogEvent::FaultSeen, {{"fault", Fault::CameraUnavailable}});
            events_.post(CameraFailed{Fault::CameraUnavailable});
        }
        pause(stop, kCameraPause);
    }
}

bool Sight::look_once(std::optional<Bytes>& last_payload) {
    auto frame = camera_.newest(kFramePatience);
    if (!frame) return false;
    if (!*frame) return true;
    const auto eye_now = eye();
    if (!eye_now) return false;
    auto seen = (*eye_now)->look_at_card(**frame);
    // One bad frame means nothing; the next one is looked at with a fresh eye.
    if (!seen) return true;
    const bool is_new = seen->code.payload && seen->code.payload != last_payload;
    last_payload = seen->code.payload;
    events_.post(CardSeen{picture_of(std::move(seen->preview)), seen->code.hint});
    if (is_new) events_.post(CardCodeRead{*std::move(seen->code.payload)});
    return true;
}

void Sight::scan_sheet() {
    worker_.add([this](const std::stop_token&) { scan(); });
}

void Sight::refuse_scan(Fault fault) {
    log(LogEvent::FaultSeen, {{"fault", fault}});
    events_.post(ScanFailed{fault});
}

void Sight::scan() {
    const auto progress = [this](int percent) { events_.post(ScanProgressed{percent}); };
    const auto sheet = scanner_.scan(scan_settings_, progress);
    if (!sheet) return refuse_scan(sheet.error());
    events_.post(SheetScanned{});
    auto page = eye().and_then([&](EyeClient* eye) { return eye->accept_page(*sheet); });
    if (!page) return refuse_scan(page.error());
    events_.post(PageScanned{{std::move(page->packed), picture_of(std::move(page->preview))}});
}

void Sight::with_eye(std::function<void(Result<EyeClient*>)> job) {
    worker_.add([this, job = std::move(job)](const std::stop_token&) { job(eye()); });
}

}  // namespace motlan
