// Prints slips on a thread of its own.
#pragma once

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

private:
    ReceiptPrinter& printer_;
    EventQueue& events_;
    Worker worker_;  // last: its thread uses the above
};

}  // namespace motlan
