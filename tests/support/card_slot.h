// A virtual reader's slot, from the card's side: a card that is laid calls the reader, also a
// reader that is not there yet. One thread serves; a test lays and takes away.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/support/virtual_card.h"

namespace motlan::testing {

class CardSlot {
public:
    /// `port` is where vpcd listens.
    explicit CardSlot(int port);
    CardSlot(const CardSlot&) = delete;
    CardSlot& operator=(const CardSlot&) = delete;
    ~CardSlot();

    /// Lays a card; it goes away by itself when it dies.
    void lay(VirtualCard card);
    void take_away();
    /// Waits until a card has died or was taken away.
    void wait_until_empty();

private:
    void serve(const std::stop_token& stop);
    bool await_card(const std::stop_token& stop);
    void talk(int socket);
    bool answer(int socket, ByteView message);

    int port_;
    std::mutex mutex_;  // the test changes the card while the thread serves it
    std::condition_variable_any changed_;
    std::optional<VirtualCard> card_;
    int reader_ = -1;
    std::jthread thread_;  // last: ends before what it uses
};

}  // namespace motlan::testing
