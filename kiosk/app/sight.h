// Looks at cards and papers for the visit: one thread owns the eye, the camera and the scanner.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/worker.h"
#include "kiosk/device/devices.h"
#include "kiosk/eye/client.h"

namespace motlan {

class Sight {
public:
    /// Everything given must outlive it. `program` is kiosk-eye.
    Sight(std::filesystem::path program, CardCamera& camera, DocumentScanner& scanner,
          ScanSettings scan_settings, EventQueue& events);

    /// Posts CardSeen for what the camera sees, CardCodeRead for a code (once for each showing
    /// of it) and CameraFailed, until stop_watching().
    void watch_for_card();
    void stop_watching() { worker_.stop_jobs(); }

    /// Posts ScanProgressed and SheetScanned, then PageScanned or ScanFailed.
    void scan_sheet();
    void cancel_scan() { scanner_.cancel(); }

    /// Runs `job` with the eye on the thread that owns it; fails with Fault::EyeUnavailable
    /// inside the job when the eye cannot be started.
    void with_eye(std::function<void(Result<EyeClient*>)> job);

private:
    Result<EyeClient*> eye();
    void watch(const std::stop_token& stop);
    /// False when the camera is lost.
    bool look_once(std::optional<Bytes>& last_payload);
    void scan();
    void refuse_scan(Fault fault);

    std::filesystem::path program_;
    CardCamera& camera_;
    DocumentScanner& scanner_;
    ScanSettings scan_settings_;
    EventQueue& events_;
    std::optional<EyeClient> eye_;
    Worker worker_;  // last: its thread uses all of the above
};

}  // namespace motlan
