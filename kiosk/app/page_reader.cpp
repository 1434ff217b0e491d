#include "kiosk/app/page_reader.h"

#include <csignal>
#include <utility>

#include "kiosk/core/log.h"
#include "kiosk/core/page_bits.h"

namespace motlan {

PageReader::~PageReader() {
    is_over_ = true;
    if (const int child = child_; child > 0) ::kill(child, SIGKILL);
}

void PageReader::read(const EncodedPicture& packed, Bytes legible, int sheet) {
    {
        const std::scoped_lock lock(mutex_);
        pages_.insert_or_assign(
            sheet, Legible{packed.width, packed.height, packed.dpi, std::move(legible)});
    }
    read_turned(sheet, 0);
}

void PageReader::read_turned(int sheet, int turns) {
    {
        const std::scoped_lock lock(mutex_);
        turns_.insert_or_assign(sheet, turns);
    }
    worker_.add([this, sheet, turns](const std::stop_token& stop) {
        if (!stop.stop_requested()) read_now(sheet, turns);
    });
}

std::optional<PageReader::Legible> PageReader::page_of(int sheet, int turns) {
    std::optional<Legible> page;
    {
        const std::scoped_lock lock(mutex_);
        const auto found = pages_.find(sheet);
        if (found == pages_.end() || turns_[sheet] != turns) return std::nullopt;
        page = found->second;
    }
    for (int i = 0; i < turns; ++i) {
        page->bits = turned_bits(page->bits, page->width, page->height);
        std::swap(page->width, page->height);
    }
    return page;
}

// Either the destructor sees the child here, or this sees that all is over.
void PageReader::watch(int child) {
    child_ = child;
    if (is_over_) ::kill(child, SIGKILL);
}

void PageReader::read_now(int sheet, int turns) {
    const auto page = page_of(sheet, turns);
    if (!page) return;
    if (!reader_) {
        auto started = ReaderClient::start(program_, [this](int child) { watch(child); });
        if (!started) {
            child_ = 0;
            if (!is_over_) log(LogEvent::FaultSeen, {{"fault", started.error()}});
            return;
        }
        reader_ = *std::move(started);
    }
    auto reading = reader_->read({page->width, page->height, page->dpi, page->bits});
    child_ = 0;
    if (is_over_) return;  // which ended the reading
    if (!reading) return log(LogEvent::FaultSeen, {{"fault", reading.error()}});
    {
        const std::scoped_lock lock(mutex_);
        texts_.insert_or_assign(std::pair(sheet, turns), reading->text);
    }
    const bool is_text_lost = reading->is_text_lost();
    events_.post(PageRead{sheet, std::move(reading->text), is_text_lost, turns});
}

void PageReader::know_text(int sheet, int turns, PageText text) {
    const std::scoped_lock lock(mutex_);
    texts_.insert_or_assign(std::pair(sheet, turns), std::move(text));
}

std::optional<PageText> PageReader::text_of(int sheet, int turns) {
    const std::scoped_lock lock(mutex_);
    const auto found = texts_.find(std::pair(sheet, turns));
    return found == texts_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace motlan
