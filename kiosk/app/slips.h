// Prints slips on a thread of its own.
#pragma once

#include <atomic>
#include <chrono>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/worker.h"
#include "kiosk/core/image.h"
#include "kiosk/device/receipt_printer.h"

namespace motlan {

class Slips {
public:
    /// Both must outlive it.
    Slips(ReceiptPrinter& printer, EventQueue& events) : printer_(printer), events_(events) {}

    /// Posts SlipPrinted or SlipFailed.
    void print(Image slip);
    /// Asks the printer how it is, unless it was asked a moment ago or is asked now.
    void look();

private:
    ReceiptPrinter& printer_;
    EventQueue& events_;
    std::atomic<bool> is_looking_ = false;
    std::chrono::steady_clock::time_point next_look_{};
    Worker worker_;  // last: its thread uses the above
};

}  // namespace motlan
