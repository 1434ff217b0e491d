#include "drivers/card_pcsc/reader_watch.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "drivers/card_pcsc/pcsc.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kInterval{2};

}  // namespace

ReaderWatch::ReaderWatch(std::string part)
    : thread_([this, part = std::move(part)](const std::stop_token& stop) {
          look_until(stop, part);
      }) {}

void ReaderWatch::look_until(const std::stop_token& stop, const std::string& part) {
    PcscContext context;
    std::mutex mutex;  // only because a pause that a stop may cut short needs one
    std::condition_variable_any pause;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        sees_reader_ = context.reader_named(part).has_value();
        pause.wait_for(lock, stop, kInterval, [] { return false; });
    }
}

}  // namespace motlan
