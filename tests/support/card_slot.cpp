#include "tests/support/card_slot.h"

#include <sys/socket.h>

#include "tests/support/vpcd_socket.h"

namespace motlan::testing {
namespace {

constexpr std::chrono::milliseconds kCallAgain{50};

}  // namespace

CardSlot::CardSlot(int port)
    : port_(port), thread_([this](const std::stop_token& stop) { serve(stop); }) {}

CardSlot::~CardSlot() {
    thread_.request_stop();
    take_away();
}

void CardSlot::lay(VirtualCard card) {
    const std::lock_guard lock(mutex_);
    card_.emplace(std::move(card));
    changed_.notify_all();
}

void CardSlot::take_away() {
    const std::lock_guard lock(mutex_);
    card_.reset();
    if (reader_ >= 0) ::shutdown(reader_, SHUT_RDWR);
    changed_.notify_all();
}

void CardSlot::wait_until_empty() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !card_; });
}

bool CardSlot::await_card(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    return changed_.wait(lock, stop, [this] { return card_.has_value(); });
}

bool CardSlot::answer(int socket, ByteView message) {
    const std::lock_guard lock(mutex_);
    if (!card_) return false;
    if (answer_message(socket, *card_, message)) return true;
    if (card_->is_dead()) card_.reset();
    changed_.notify_all();
    return false;
}

void CardSlot::talk(int socket) {
    {
        const std::lock_guard lock(mutex_);
        if (!card_) return;
        reader_ = socket;
    }
    auto message = receive_message(socket);
    while (message && answer(socket, *message)) message = receive_message(socket);
    const std::lock_guard lock(mutex_);
    reader_ = -1;
}

void CardSlot::serve(const std::stop_token& stop) {
    while (await_card(stop)) {
        const Descriptor reader = call(port_);
        if (reader.is_open()) talk(reader.number());
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, kCallAgain, [this] { return !card_; });
    }
}

}  // namespace motlan::testing
