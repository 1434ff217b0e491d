// Reads the chip of a card for the visit: one thread owns the terminal.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/sight.h"
#include "kiosk/app/worker.h"
#include "kiosk/chip/country_certificate.h"
#include "kiosk/core/problem.h"
#include "kiosk/device/devices.h"

namespace motlan {

/// How the chip is read.
struct ChipReading {
    std::vector<CountryCertificate> countries;  ///< whose signature counts
    bool reads_face = false;
};

/// How the chips of cards are read with these devices; a kiosk without a chip reader needs nothing.
/// Fails, naming the key of `config`, when the certificates of the issuing State are not there.
[[nodiscard]] Checked<ChipReading> chip_reading(const DeviceSettings& devices,
                                                const std::filesystem::path& config);

class ChipReader {
public:
    /// Everything given must outlive it. Without a terminal it never reads.
    ChipReader(ChipTerminal* terminal, ChipReading how, Sight& sight, EventQueue& events)
        : terminal_(terminal), how_(std::move(how)), sight_(sight), events_(events) {}

    /// Waits for the card whose code said this and reads its chip, until stop(). Posts
    /// ChipProgressed, then ChipRead or ChipFailed.
    void read(const Profile& shown);
    void stop() { worker_.stop_jobs(); }

private:
    void read(const Profile& shown, const std::stop_token& stop);
    void tell(ChipCard card);

    ChipTerminal* terminal_;
    ChipReading how_;
    Sight& sight_;
    EventQueue& events_;
    Worker worker_;  // last: its thread uses all of the above
};

}  // namespace motlan
