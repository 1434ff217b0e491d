// Looks at cards and papers for the visit: one thread owns the eye, the camera and the scanner.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/page_reader.h"
#include "kiosk/app/worker.h"
#include "kiosk/core/lamp.h"
#include "kiosk/device/devices.h"
#include "kiosk/eye/client.h"
#include "kiosk/flow/effect.h"

namespace motlan {

class Sight {
public:
    /// Everything given must outlive it. `program` is kiosk-eye.
    Sight(std::filesystem::path program, const Devices& devices, ScanSettings scan_settings,
          EventQueue& events);

    /// Posts CardSeen for what the camera sees, CardCodeRead for a code (once for each showing
    /// of it) and CameraFailed, until stop_watching(). The lamp is as it is set up when nothing is
    /// wished.
    void watch_for_card(std::optional<Lamp> lamp);
    /// The same lamp from the next picture on.
    void set_lamp(Lamp lamp) { lamp_ = lamp; }
    void stop_watching() { worker_.stop_jobs(); }

    /// Lets the devices see whether they are there; while nobody is served, each second.
    void look();

    /// Posts ScanProgressed and SheetScanned, then PageScanned or ScanFailed; with a feeder,
    /// PageScanned for every sheet and FeedEnded when there is none left. A document camera posts
    /// PaperSeen until a sheet lies still.
    void scan_sheet(const ScanSheet& wish);
    /// The document camera takes its next picture as the page, whatever it shows.
    void take_sheet() { is_taken_now_ = true; }
    void cancel_scan();
    /// Posts PaperSeen without a picture, for what a document camera sees until stop_watching().
    void look_for_paper();

    /// Reads an accepted sheet anew, turned like this; posts PageRead.
    void read_turned(const ReadTurned& wish) { pages_.read_turned(wish.sheet, wish.turns); }
    /// What was read on an accepted sheet so far, turned like this. Thread-safe.
    [[nodiscard]] std::optional<PageText> text_of(int sheet, int turns) {
        return pages_.text_of(sheet, turns);
    }

    /// What was read on a sheet of an earlier visit, turned like this. Thread-safe.
    void know_text(int sheet, int turns, PageText text) {
        pages_.know_text(sheet, turns, std::move(text));
    }

    /// Runs `job` with the eye on the thread that owns it; fails with Fault::EyeUnavailable
    /// inside the job when the eye cannot be started.
    void with_eye(std::function<void(Result<EyeClient*>)> job);

private:
    Result<EyeClient*> eye();
    void watch(const std::stop_token& stop);
    /// A camera that is open, and what it has shown so far.
    struct Watching {
        std::optional<Bytes> last_payload{};
        EyeClient::Sequence sequence = EyeClient::Sequence::Alone;
        std::chrono::steady_clock::time_point seen = std::chrono::steady_clock::now();
        /// The camera is lost, whatever it says of itself.
        [[nodiscard]] bool is_blind() const;
    };
    /// Fails when the camera or the eye is of no use any more.
    Result<void> look_once(Watching& watching);
    void scan(const ScanSheet& wish, const std::stop_token& stop);
    void take_from_desk(const ScanSheet& wish, const std::stop_token& stop);
    /// A picture of the desk, and what it shows.
    struct DeskSight {
        EncodedPicture frame;
        DeskSighting seen;
    };
    /// Nothing when the picture was bad. Fails when the camera is lost.
    Result<std::optional<DeskSight>> look_at_desk(EyeClient::Sequence sequence);
    /// Checks and packs a sheet; nothing, and ScanFailed is posted, when it cannot be used at all.
    std::optional<AcceptedPage> accept(const EncodedPicture& sheet, PageAsk& asked);
    /// Posts an accepted sheet and counts it among those that are kept.
    void keep(AcceptedPage page, PageAsk& asked, bool is_fed);
    /// What one scan has brought so far.
    struct Stack;
    /// Takes the next side of the stack. False when the scan is over.
    bool take_side(const ScanSheet& wish, Stack& stack);
    void refuse_scan(Fault fault);

    std::filesystem::path program_;
    CardCamera& camera_;
    DocumentScanner& scanner_;
    CardCamera* desk_;  ///< a document camera; nullptr where there is none
    ScanSettings scan_settings_;
    EventQueue& events_;
    std::atomic<std::optional<Lamp>> lamp_{};  // wished by the window's thread, for the worker's
    std::atomic<bool> is_looking_ = false;     // the window's thread asks, the worker's answers
    std::atomic<bool> is_taken_now_ = false;
    std::optional<EyeClient> eye_;
    PageReader pages_;
    Worker worker_;  // last: its thread uses all of the above
};

}  // namespace motlan
