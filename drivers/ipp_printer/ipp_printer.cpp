#include "drivers/ipp_printer/ipp_printer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

#include "drivers/ipp_printer/ipp_session.h"
#include "drivers/ipp_printer/pwg_raster.h"

namespace motlan {
namespace {

constexpr int kStopped = 5;
constexpr int kCancelled = 7;
constexpr int kCompleted = 9;

struct Meaning {
    std::string_view reason;
    Fault fault;
};
// The worst comes first. "connecting-to-device" is none: CUPS says it at the start of each job, and
// a printer that is never reached is busy in the end.
constexpr auto kMeanings = std::to_array<Meaning>({
    {"cover-open", Fault::PrinterCoverOpen},
    {"door-open", Fault::PrinterCoverOpen},
    {"interlock-open", Fault::PrinterCoverOpen},
    {"media-empty", Fault::PrinterPaperOut},
    {"media-needed", Fault::PrinterPaperOut},
    {"media-jam", Fault::PrinterUnavailable},
    {"input-tray-missing", Fault::PrinterUnavailable},
    {"shutdown", Fault::PrinterUnavailable},
    {"timed-out", Fault::PrinterUnavailable},
    {"offline", Fault::PrinterUnavailable},
    {"paused", Fault::PrinterUnavailable},
});

/// The reason without how bad the printer finds it.
std::string_view without_degree(std::string_view reason) {
    for (const std::string_view degree : {"-error", "-warning", "-report"}) {
        if (reason.ends_with(degree)) return reason.substr(0, reason.size() - degree.size());
    }
    return reason;
}

bool is_about_format(const std::string& reason) { return reason.contains("document-format"); }

}  // namespace

DeviceStatus status_of_reasons(std::span<const std::string> reasons) {
    const auto says = [&](std::string_view what) {
        return std::ranges::contains(reasons, what, without_degree);
    };
    DeviceStatus status{.running_low = says("media-low")};
    const auto* const worst = std::ranges::find_if(
        kMeanings, [&](const Meaning& meaning) { return says(meaning.reason); });
    if (worst != kMeanings.end()) status.fault = worst->fault;
    return status;
}

void IppPrinter::look() {
    auto session = take_back_left_jobs() ? IppSession::open(settings_.address, patience_.answer)
                                         : fail(Fault::PrinterUnavailable);
    if (!session) {
        status_ = DeviceStatus{.fault = Fault::PrinterUnavailable};
        return;
    }
    see(*session);
}

void IppPrinter::see(IppSession& session) {
    const auto words = session.ask();
    if (!words) {
        status_ = DeviceStatus{.fault = Fault::PrinterUnavailable};
        return;
    }
    DeviceStatus status = status_of_reasons(words->reasons);
    const bool is_stopped = words->state == kStopped || !words->is_accepting;
    if (is_stopped && !status.fault) status.fault = Fault::PrinterUnavailable;
    takes_raster_ = std::ranges::contains(words->formats, std::string_view(kPwgRaster));
    if (!takes_raster_ && !status.fault) status.fault = Fault::PrinterRefused;
    status_ = status;
}

// What stopped a job stands in the printer's reasons more often than in the job's.
Result<void> IppPrinter::wait_for(int job) {
    const auto end = std::chrono::steady_clock::now() + patience_.slip;
    while (std::chrono::steady_clock::now() < end) {
        auto session = IppSession::open(settings_.address, patience_.answer);
        if (!session) return fail(session.error());
        const auto words = session->ask_about(job);
        if (!words) return fail(words.error());
        if (words->state == kCompleted) return {};
        const bool is_over = words->state >= kCancelled;
        if (is_over && std::ranges::any_of(words->reasons, is_about_format)) {
            return fail(Fault::PrinterRefused);
        }
        see(*session);
        if (const auto fault = status().fault) return fail(*fault);
        if (is_over) return fail(Fault::PrinterUnavailable);
        std::this_thread::sleep_for(patience_.pause);
    }
    return fail(Fault::PrinterBusy);
}

// False when nobody is there. What cannot be taken back now is at the next look: the first failure
// ends it, for libcups may wait long on a connection that owes an answer.
bool IppPrinter::take_back_left_jobs() {
    if (!left_job_ && is_swept_) return true;
    auto session = IppSession::open(settings_.address, patience_.answer);
    if (!session) return false;
    const auto is_cancelled = [&](int job) { return session->cancel(job).has_value(); };
    if (left_job_ && !is_cancelled(*left_job_)) return true;
    left_job_.reset();
    if (is_swept_) return true;
    const auto own = session->own_jobs();
    is_swept_ = own && std::ranges::all_of(*own, is_cancelled);
    return true;
}

// The number of a job whose beginning was not answered is not known, nor is that of one which
// another takes the place of here: the printer is asked for them.
Result<void> IppPrinter::send(const Bytes& document) {
    auto session = IppSession::open(settings_.address, patience_.answer);
    if (!session) return fail(session.error());
    const auto job = session->begin();
    if (!job || left_job_) is_swept_ = false;
    if (!job) return fail(job.error());
    left_job_ = *job;
    const auto printed =
        session->send(*job, document, kPwgRaster).and_then([&] { return wait_for(*job); });
    if (printed) left_job_.reset();
    return printed;
}

Result<void> IppPrinter::print(const ImageView& slip) {
    look();
    if (const auto fault = status().fault) return fail(*fault);
    const auto document = pwg_raster(slip);
    if (!document) return fail(document.error());
    const auto printed = send(*document);
    if (!printed) take_back_left_jobs();
    if (!printed && printed.error() == Fault::PrinterUnavailable) {
        status_ = DeviceStatus{.fault = Fault::PrinterUnavailable};
    }
    return printed;
}

}  // namespace motlan
