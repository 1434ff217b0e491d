// One talk with an IPP printer through libcups, without a print server. One thread uses it.
// With pwg_raster.cpp the only place that knows libcups.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/result.h"

namespace motlan {

/// What a printer says of itself (RFC 8011, 5.4).
struct IppWords {
    int state = 0;                     ///< 3 idle, 4 processing, 5 stopped
    bool is_accepting = true;          ///< whether it takes jobs now
    std::vector<std::string> reasons;  ///< e.g. "media-empty-error"
    std::vector<std::string> formats;  ///< media types that it takes
};

/// How a job stands (RFC 8011, 5.3.7).
struct IppJobWords {
    int state = 0;  ///< 9 completed, 8 aborted, 7 cancelled; below that it goes on
    std::vector<std::string> reasons;
};

/// Which one of its kind a printer is; empty words where it says nothing.
struct IppIdentity {
    std::string model;
    std::string serial;
    std::string firmware;
};

class IppSession {
public:
    /// Connects to an address like "ipp://localhost:60000/ipp/print". Fails with
    /// Fault::PrinterUnavailable.
    static Result<IppSession> open(const std::string& address, std::chrono::milliseconds patience);

    /// Fails with Fault::PrinterUnavailable.
    Result<IppWords> ask();
    /// Fails with Fault::PrinterUnavailable.
    Result<IppIdentity> ask_identity();
    /// Begins a job that waits for its document; answers its number, by which it can be taken back
    /// whatever becomes of the document. Fails with Fault::PrinterBusy, PrinterRefused or
    /// PrinterUnavailable.
    Result<int> begin();
    /// Sends the document of a job that was begun. Fails as begin().
    Result<void> send(int job, const Bytes& document, const std::string& format);
    /// Some of the jobs that this machine has in the printer and that are not over, whoever began
    /// them; few enough to be cancelled one by one. Fails with Fault::PrinterUnavailable.
    Result<std::vector<int>> own_jobs();
    /// Fails with Fault::PrinterUnavailable.
    Result<IppJobWords> ask_about(int job);
    /// Has the printer drop a job; one that is over stays as it is. Fails with
    /// Fault::PrinterUnavailable.
    Result<void> cancel(int job);

private:
    struct Close {
        void operator()(void* connection) const;
    };
    IppSession(void* connection, std::string address, std::string path)
        : connection_(connection), address_(std::move(address)), path_(std::move(path)) {}

    std::unique_ptr<void, Close> connection_;
    std::string address_;
    std::string path_;
};

}  // namespace motlan
