// The kiosk's side of the reader: hands over pages, gets words back. Used by one thread, which
// waits; nobody else does. A reader that dies or stalls on a page is replaced for the next page;
// that one stays unread.
#pragma once

#include <filesystem>
#include <functional>

#include "kiosk/core/page_text.h"
#include "kiosk/core/result.h"
#include "kiosk/ipc/child.h"
#include "kiosk/reading/recogniser.h"

namespace motlan {

/// What was read on a page.
struct PageReading {
    PageText text;
    double share = 0;  ///< of the page's print that was read, 0 to 1

    /// Part of the page was not recognised (kLeastRead).
    [[nodiscard]] bool is_text_lost() const;
};

class ReaderClient {
public:
    /// Told the number of the process that is going to be waited for, on the thread that waits:
    /// whoever kills that process ends the waiting.
    using Watch = std::function<void(int child)>;

    /// Starts `program` (kiosk-eye) as a reader. One thread is all it uses, and a tenth of
    /// the machine while others want it. Fails with Fault::EyeUnavailable.
    static Result<ReaderClient> start(std::filesystem::path program, Watch watch = {});

    /// Reads one page. Fails with Fault::PictureUnreadable, EyeUnavailable.
    Result<PageReading> read(const LegiblePage& page);

    /// The number of the child process.
    [[nodiscard]] int child() const { return child_.number(); }

private:
    ReaderClient(std::filesystem::path program, Watch watch, Child child)
        : program_(std::move(program)), watch_(std::move(watch)), child_(std::move(child)) {}

    std::filesystem::path program_;
    Watch watch_;
    Child child_;
    bool is_lost_ = false;  ///< it gave no answer; the next page gets a fresh one
};

}  // namespace motlan
