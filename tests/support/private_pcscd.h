// A pcscd of a test's own, with a virtual reader to which cards come by a port. Its socket is
// handed over as systemd would, so that nothing of it is shared with the machine or another test.
#pragma once

#include <sys/types.h>

#include <string>

#include "tests/support/folder.h"

namespace motlan::testing {

class PrivatePcscd {
public:
    /// Starts it.
    PrivatePcscd();
    PrivatePcscd(const PrivatePcscd&) = delete;
    PrivatePcscd& operator=(const PrivatePcscd&) = delete;
    ~PrivatePcscd() { kill(); }

    /// Where its reader awaits a card. The reader listens on every interface and knows no other
    /// way; what it would accept there is a card for a test.
    [[nodiscard]] int port() const { return port_; }
    /// Again, after kill().
    void start();
    void kill();
    /// Whether it has not ended by itself.
    [[nodiscard]] bool is_alive() const;
    /// Its last words, when it did.
    [[nodiscard]] std::string last_words() const;

private:
    int port_;
    pid_t number_ = -1;
};

}  // namespace motlan::testing
