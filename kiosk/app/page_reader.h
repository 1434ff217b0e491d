// Reads accepted pages in the background: one worker, one process, one page at a time. Nobody
// waits for it: what is not read when the dossier is sealed goes without its text.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/worker.h"
#include "kiosk/core/image.h"
#include "kiosk/core/page_text.h"
#include "kiosk/eye/client.h"
#include "kiosk/reading/client.h"

namespace motlan {

class PageReader {
public:
    /// `program` is kiosk-eye. Posts PageRead for every page that was read.
    PageReader(std::filesystem::path program, EventQueue& events)
        : program_(std::move(program)), events_(events) {}

    PageReader(const PageReader&) = delete;
    PageReader& operator=(const PageReader&) = delete;
    /// Ends the process at once, whatever it is reading.
    ~PageReader();

    /// Reads the page, which is this sheet of the visit, when its turn comes.
    void read(const EncodedPicture& packed, Bytes legible, int sheet);

    /// What was read on the page so far. Thread-safe.
    [[nodiscard]] std::optional<PageText> text_of(const EncodedPicture& packed);

private:
    void read_now(const EncodedPicture& packed, const Bytes& legible, int sheet);

    std::filesystem::path program_;
    EventQueue& events_;
    std::optional<ReaderClient> reader_;  ///< of the worker's thread
    std::atomic<int> child_ = 0;          ///< its process, while it reads
    std::atomic<bool> is_over_ = false;
    std::mutex mutex_;                 // guards the texts between the worker and whoever asks
    std::map<Bytes, PageText> texts_;  ///< by the bytes of the packed page
    Worker worker_;                    // last: its thread uses all of the above
};

}  // namespace motlan
