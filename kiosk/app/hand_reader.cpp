#include "kiosk/app/hand_reader.h"

#include <chrono>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {
namespace {

constexpr std::chrono::milliseconds kCodePatience{200};
constexpr std::chrono::seconds kReaderPause{1};

}  // namespace

void HandReader::watch() {
    if (reader_ == nullptr) return;
    worker_.add([this](const std::stop_token& stop) { watch(stop); });
}

// A reader that is unplugged is tried again for as long as somebody waits before it.
void HandReader::watch(const std::stop_token& stop) {
    std::optional<Fault> lost;
    while (!stop.stop_requested()) {
        auto listened = reader_->start();
        if (listened) {
            lost.reset();
            listened = listen(stop);
        }
        reader_->stop();
        if (stop.stop_requested()) return;
        if (std::exchange(lost, listened.error()) != listened.error()) {
            log(LogEvent::FaultSeen, {{"fault", listened.error()}});
            events_.post(CodeRefused{listened.error()});
        }
        pause(stop, kReaderPause);
    }
}

Result<void> HandReader::listen(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        auto code = reader_->next(kCodePatience);
        if (!code && code.error() == Fault::ReaderUnavailable) return fail(code.error());
        if (!code) {
            const bool is_told = events_.post_if_room(CodeRefused{code.error()});
            if (is_told) log(LogEvent::FaultSeen, {{"fault", code.error()}});
        } else if (*code) {
            events_.post_if_room(CardCodeRead{**std::move(code)});
        }
    }
    return {};
}

}  // namespace motlan
