#include "kiosk/app/page_reader.h"

#include <csignal>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {

PageReader::~PageReader() {
    is_over_ = true;
    if (const int child = child_; child > 0) ::kill(child, SIGKILL);
}

void PageReader::read(const EncodedPicture& packed, Bytes legible, int sheet) {
    worker_.add([this, packed, legible = std::move(legible), sheet](const std::stop_token& stop) {
        if (!stop.stop_requested()) read_now(packed, legible, sheet);
    });
}

void PageReader::read_now(const EncodedPicture& packed, const Bytes& legible, int sheet) {
    if (!reader_) {
        auto started = ReaderClient::start(program_);
        if (!started) return log(LogEvent::FaultSeen, {{"fault", started.error()}});
        reader_ = *std::move(started);
    }
    if (is_over_) return;
    child_ = reader_->child();
    auto reading = reader_->read({packed.width, packed.height, packed.dpi, legible});
    child_ = 0;
    if (!reading) return log(LogEvent::FaultSeen, {{"fault", reading.error()}});
    {
        const std::scoped_lock lock(mutex_);
        texts_.insert_or_assign(packed.bytes, reading->text);
    }
    const bool is_text_lost = reading->is_text_lost();
    events_.post(PageRead{sheet, std::move(reading->text), is_text_lost});
}

std::optional<PageText> PageReader::text_of(const EncodedPicture& packed) {
    const std::scoped_lock lock(mutex_);
    const auto found = texts_.find(packed.bytes);
    return found == texts_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace motlan
