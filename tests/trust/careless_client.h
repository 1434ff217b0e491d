// A kiosk that asks a hostile server without one of the cares that the product takes. Its handshake
// is the product's, so that nothing but what it leaves out makes the difference.
#pragma once

#include "kiosk/backend/https.h"
#include "kiosk/backend/tls.h"
#include "tests/trust/careless_check.h"

namespace motlan::testing {

/// How it deals with answers and with its environment.
enum class Manner : std::uint8_t {
    Plain,             ///< takes an answer as long as it is whole
    BelievesWhatCame,  ///< takes what there is of an answer
    FollowsLocations,  ///< goes where an answer sends it
    ObeysProxy,        ///< goes where the environment sends it
    WritesKeys,        ///< where the environment says
};

/// What it does, in words.
[[nodiscard]] std::string_view to_text(Manner manner);

class CarelessClient {
public:
    /// Key and clock must outlive it.
    CarelessClient(Omissions omits, Manner manner, TlsRules rules, const PrivateKey& key,
                   const Clock& clock);

    /// Asks the server at that port of this machine. Fails with Fault::BackendUntrusted, whatever
    /// went wrong.
    Result<HttpAnswer> ask(int port, std::chrono::seconds patience);

    /// Whether this server may be spoken to, for the library that asks in the handshake.
    [[nodiscard]] bool accepts(const Certificate& server,
                               std::span<const Certificate> beside) const;

private:
    [[nodiscard]] bool set_up(void* context);

    Omissions omits_;
    Manner manner_;
    TlsRules rules_;
    const Clock* clock_;
    TlsPolicy policy_;
};

}  // namespace motlan::testing
