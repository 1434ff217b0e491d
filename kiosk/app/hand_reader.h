// Listens to a reader that decodes codes by itself, on a thread of its own beside the camera's.
#pragma once

#include <stop_token>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/worker.h"
#include "kiosk/device/qr_reader.h"

namespace motlan {

class HandReader {
public:
    /// Both must outlive it. Without a reader there is nothing to listen to.
    HandReader(QrReader* reader, EventQueue& events) : reader_(reader), events_(events) {}

    /// Posts CardCodeRead for each code and CodeRefused for what is none, until stop_watching();
    /// of a flood of them as many as the queue has room for. A reader that is missing is said once
    /// and tried again each second.
    void watch();
    void stop_watching() { worker_.stop_jobs(); }

private:
    void watch(const std::stop_token& stop);
    /// Listens until the reader is lost or nobody waits any more.
    Result<void> listen(const std::stop_token& stop);

    QrReader* reader_;
    EventQueue& events_;
    Worker worker_;  // last: its thread uses all of the above
};

}  // namespace motlan
