#include "kiosk/link/service.h"

#include <atomic>

#include "kiosk/core/log.h"

namespace motlan {
namespace {

// How often a waiting thread looks whether it should end.
constexpr std::chrono::milliseconds kLook{500};
// The sender says so each few seconds, but for what it does alone on a full disk: checking every
// stored byte of a night's outbox takes minutes.
constexpr std::chrono::minutes kSenderPatience{4};

}  // namespace

struct LinkService::Connection {
    explicit Connection(Channel accepted) : channel(std::move(accepted)) {}

    Channel channel;
    std::atomic<bool> is_over = false;
    std::jthread thread;
};

LinkService::LinkService(LinkPlaces places, Enrolment enrolment, PrivateKey key, const Clock& clock)
    : places_(std::move(places)),
      enrolment_(std::move(enrolment)),
      key_(std::move(key)),
      clock_(clock, places_.clock_floor()),
      board_(clock_),
      desk_({places_, enrolment_, key_, clock_, board_}, stop_.get_token()),
      bundles_({enrolment_, clock_, disk_}) {}

LinkService::~LinkService() { stop_.request_stop(); }

Result<std::unique_ptr<LinkService>> LinkService::start(LinkPlaces places, Enrolment enrolment,
                                                        PrivateKey key, LinkHost host) {
    std::unique_ptr<LinkService> service(
        new LinkService(std::move(places), std::move(enrolment), std::move(key), host.clock));
    service->on_turn_ = std::move(host.on_turn);
    if (const auto opened = service->open(); !opened) return fail(opened.error());
    return service;
}

Result<void> LinkService::open() {
    if (clock_.is_uncertain()) log(LogEvent::ClockUncertain);
    auto outbox = Outbox::open(
        {.folder = places_.outbox(), .ca = enrolment_.ca, .author = {.actor = AuditActor::Link}},
        disk_, clock_);
    if (!outbox) return fail(outbox.error());
    auto https =
        HttpsClient::open(enrolment_, key_, clock_, {stop_.get_token(), [this] { board_.beat(); }});
    if (!https) return fail(https.error());
    auto listener = Listener::open(places_.socket());
    if (!listener) return fail(listener.error());
    outbox_.emplace(*std::move(outbox));
    province_.emplace(*std::move(https));
    listener_.emplace(*std::move(listener));
    board_.set_bundle_version(bundles_.version());
    sender_.emplace(SenderTools{*outbox_, *province_, bundles_, enrolment_, board_, clock_});
    sending_ = std::jthread([this] { sender_->run(stop_.get_token()); });
    listening_ = std::jthread([this] { listen(stop_.get_token()); });
    return {};
}

void LinkService::listen(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        auto accepted = listener_->accept(kLook);
        connections_.remove_if([](const Connection& each) { return each.is_over.load(); });
        desk_.hang_up_idle();
        if (board_.has_beaten_within(kSenderPatience)) on_turn_();
        if (!accepted || connections_.size() == kMostConnections) continue;
        Connection& fresh = connections_.emplace_back(*std::move(accepted));
        fresh.thread = std::jthread([this, &fresh, stop] { talk(fresh, stop); });
    }
    connections_.clear();
}

void LinkService::talk(Connection& connection, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        const auto request = connection.channel.receive(kLook);
        if (!request && request.error() == Fault::SourceSilent) continue;
        if (!request && request.error() != Fault::MessageMalformed) break;
        static const Message kNonsense;
        const Message answer = desk_.answer(request ? *request : kNonsense);
        if (!connection.channel.send(answer)) break;
    }
    connection.is_over = true;
}

}  // namespace motlan
