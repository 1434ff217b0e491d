// Reads accepted pages in the background: one worker, one process, one page at a time. Nobody
// waits for it: what is not read when the dossier is sealed goes without its text. What is to be
// read is kept, because a person may turn a page later.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

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

    /// Reads the sheet of the visit anew, turned by so many quarters clockwise.
    void read_turned(int sheet, int turns);

    /// What was read on a sheet before this program began. Thread-safe.
    void know_text(int sheet, int turns, PageText text);

    /// What was read so far on the sheet, turned like this. Thread-safe.
    [[nodiscard]] std::optional<PageText> text_of(int sheet, int turns);

private:
    /// From now on that process is the one to end.
    void watch(int child);
    void read_now(int sheet, int turns);
    /// What is to be read on a page, as LegiblePage without a lender.
    struct Legible {
        int width = 0;
        int height = 0;
        int dpi = 0;
        Bytes bits;
    };
    /// The sheet as it lies after the turns, unless it has been turned otherwise since.
    std::optional<Legible> page_of(int sheet, int turns);

    std::filesystem::path program_;
    EventQueue& events_;
    std::optional<ReaderClient> reader_;  ///< of the worker's thread
    std::atomic<int> child_ = 0;          ///< its process, while it starts or reads
    std::atomic<bool> is_over_ = false;
    std::mutex mutex_;  // guards the pages and texts between the worker and whoever asks
    std::map<int, Legible> pages_;                   ///< by their sheet, as they were prepared
    std::map<int, int> turns_;                       ///< of each sheet, as wished last
    std::map<std::pair<int, int>, PageText> texts_;  ///< by sheet and turns
    Worker worker_;                                  // last: its thread uses all of the above
};

}  // namespace motlan
