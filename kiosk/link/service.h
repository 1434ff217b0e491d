// kiosk-link: sends dossiers, fetches bundles, carries queries. Listens on
// "$RUNTIME_DIRECTORY/link.sock"; one thread for each of at most eight connections, one for
// sending. It may be killed at any moment: what it must remember is on the disk.
//
//   {"ask":"status"}  ->
//   {"bundle":7,"oldest_minutes":3,"parked":1,"queue":1,"reachable":true,"last_fault":"NET-02",
//    "parked_for":"NET-05","audit":"AUD-02"}       parked: refused, for now or for good
//   {"ask":"bundle"}  -> {"bundle":7} and one block: the newest verified bundle, signed
//   {"ask":"query","query":{…formats.md 4…}}
//                     -> {"answered":true} and one block: the signed answer
//   {"ask":"follow","follow":{…formats.md 4.1…}}
//   {"ask":"pay","pay":{…formats.md 4.2…}}
//   {"ask":"call","call":{…formats.md 4.4…}}
//                     -> {"answered":true} and one block: the signed answer
//   {"ask":"deliver","dossier":ID,"patience":MILLISECONDS}
//                     -> {"state":"acknowledged"} and one block: the receipt, signed; or, when
//                        patience ran out, {"state":"released","fault":"NET-02"}
//   anything that failed -> {"fault":CODE}
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <thread>

#include "kiosk/link/desk.h"
#include "kiosk/link/sender.h"

namespace motlan {

/// What runs the service. The clock must outlive it.
struct LinkHost {
    const Clock& clock;
    /// Called about each half second while both loops of the service turn, in a thread of its own.
    std::function<void()> on_turn = [] {};
};

class LinkService {
public:
    static constexpr std::size_t kMostConnections = 8;

    /// Opens outbox and socket and starts its threads; ends them when it goes.
    /// Fails with Fault::StorageFailed, DiskFull, RecordDamaged.
    static Result<std::unique_ptr<LinkService>> start(LinkPlaces places, Enrolment enrolment,
                                                      PrivateKey key, LinkHost host);
    ~LinkService();

private:
    struct Connection;
    LinkService(LinkPlaces places, Enrolment enrolment, PrivateKey key, const Clock& clock);

    Result<void> open();
    void listen(const std::stop_token& stop);
    void talk(Connection& connection, const std::stop_token& stop);

    LinkPlaces places_;
    Enrolment enrolment_;
    PrivateKey key_;
    FloorClock clock_;
    std::function<void()> on_turn_;
    std::stop_source stop_;
    SystemDisk disk_;
    Board board_;
    Desk desk_;
    BundleStore bundles_;
    std::optional<Outbox> outbox_;
    std::optional<ProvinceClient> province_;
    std::optional<Sender> sender_;
    std::optional<Listener> listener_;
    std::list<Connection> connections_;
    std::jthread sending_;
    std::jthread listening_;
};

}  // namespace motlan
