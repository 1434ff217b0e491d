// An IPP printer of a test's own: takes real requests of libcups over HTTP on loopback, keeps what
// it printed, and has the troubles that a test gives it.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

enum class IppLate : std::uint8_t { Nothing, CreateJob, SendDocument };

/// What the printer says and does; set before a request.
struct IppMood {
    std::vector<std::string> reasons{"none"};
    std::vector<std::string> formats{"image/pwg-raster", "application/octet-stream"};
    bool is_accepting = true;
    /// What it says of itself; nothing for an empty text.
    std::string model{};
    std::string firmware{};
    std::string device_id{};
    /// The answers to Create-Job and Send-Document; 0 is success (RFC 8011, appendix B).
    int create_status = 0;
    int send_status = 0;
    /// What is done, and answered only once somebody has cancelled the job.
    IppLate late = IppLate::Nothing;
    /// Job states one after the other; the last one stays.
    std::vector<int> job_states{5, 9};
    std::vector<std::string> job_reasons{"none"};
    /// The reasons that the printer has once it has a job.
    std::vector<std::string> reasons_with_job{};
    /// Jobs that wait from before: of whoever asks, and of somebody else. It lists both to anybody.
    std::vector<int> own_jobs{};
    std::vector<int> other_jobs{};
    /// The answer to Cancel-Job; 0 is success.
    int cancel_status = 0;
};

class IppTwin {
public:
    IppTwin();
    ~IppTwin();
    IppTwin(const IppTwin&) = delete;
    IppTwin& operator=(const IppTwin&) = delete;

    [[nodiscard]] std::string address() const;
    void be(IppMood mood);
    /// Switches it off: nobody answers at its address.
    void go();
    /// What the last job brought.
    [[nodiscard]] Bytes document() const;
    /// The jobs that somebody wished to cancel, in that order.
    [[nodiscard]] std::vector<int> cancelled() const;

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace motlan::testing
