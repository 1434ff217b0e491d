// Answers one request of the kiosk. The messages stand in service.h. Used by several threads at
// once: it holds nothing but what it was given.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

#include "kiosk/backend/province_client.h"
#include "kiosk/ipc/channel.h"
#include "kiosk/link/board.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {

/// Where the link keeps and finds things.
struct LinkPlaces {
    std::filesystem::path state;    ///< $STATE_DIRECTORY
    std::filesystem::path runtime;  ///< $RUNTIME_DIRECTORY

    [[nodiscard]] std::filesystem::path outbox() const { return state / "outbox"; }
    [[nodiscard]] std::filesystem::path bundles() const { return state / "bundles"; }
    [[nodiscard]] std::filesystem::path clock_floor() const { return state / "clock_floor"; }
    [[nodiscard]] std::filesystem::path socket() const { return runtime / "link.sock"; }
};

/// What the desk works with; everything outlives it.
struct DeskTools {
    LinkPlaces places;
    const Enrolment& enrolment;
    const PrivateKey& key;
    const Clock& clock;
    Board& board;
};

class Desk {
public:
    Desk(DeskTools tools, std::stop_token stop)
        : tools_(std::move(tools)), stop_(std::move(stop)) {}

    /// The answer to one request; a request that makes no sense is answered with a fault.
    [[nodiscard]] Message answer(const Message& request);
    /// Closes the lines that nobody used for a second: their buffers hold what was said last.
    /// Called every half second at least, so that two seconds after a visit they are gone.
    void hang_up_idle();

private:
    struct Line {
        ProvinceClient client;
        SteadyTime idle_since;
    };

    Result<Message> status();
    Result<Message> bundle();
    using Question = Result<Bytes> (ProvinceClient::*)(std::string_view);
    Result<Message> ask_province(const Tree& request, std::string_view key, Question question);
    Result<Message> deliver(const Tree& request);
    Result<std::optional<Message>> report(const Outbox& outbox, const DossierId& id, bool is_over);
    Result<Message> wait_for_receipt(const DossierId& id, SteadyTime deadline);
    Result<ProvinceClient> take_line();
    void give_back(ProvinceClient line);

    DeskTools tools_;
    std::stop_token stop_;
    std::mutex mutex_;  // requests of several threads share the open lines
    std::vector<Line> lines_;
};

}  // namespace motlan
