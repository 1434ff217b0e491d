#include "kiosk/link/client.h"

namespace motlan {
namespace {

constexpr std::chrono::seconds kShortPatience{5};
// The province's own bound is shorter (province_client.cpp).
constexpr std::chrono::seconds kQueryPatience{15};

}  // namespace

Result<LinkClient> LinkClient::connect(std::filesystem::path path) {
    auto channel = Channel::connect(path);
    if (!channel) return fail(channel.error());
    return LinkClient(std::move(path), *std::move(channel));
}

// Every request may be repeated, so one that met a link that was just restarted is.
Result<Message> LinkClient::ask(const Tree& request, std::chrono::milliseconds patience) {
    auto answer = ask_once(request, patience);
    if (!answer && answer.error() == Fault::LinkUnavailable) answer = ask_once(request, patience);
    if (!answer) return fail(Fault::LinkUnavailable);
    const auto fault = fault_of(answer->body.text_at("fault"));
    if (fault && answer->body.find("state") == nullptr) return fail(*fault);
    return answer;
}

Result<Message> LinkClient::ask_once(const Tree& request, std::chrono::milliseconds patience) {
    if (!channel_) {
        auto channel = Channel::connect(path_);
        if (!channel) return fail(channel.error());
        channel_ = *std::move(channel);
    }
    const auto sent = channel_->send({.body = request, .blocks = {}});
    auto answer = sent ? channel_->receive(patience) : fail(sent.error());
    // A late answer must not be taken for the next one.
    if (!answer) channel_.reset();
    return answer;
}

Result<Bytes> LinkClient::ask_for_block(const Tree& request, std::chrono::milliseconds patience) {
    const auto answer = ask(request, patience);
    if (!answer) return fail(answer.error());
    if (answer->blocks.size() != 1) {
        const auto fault = fault_of(answer->body.text_at("fault"));
        return fail(fault.value_or(Fault::BackendUnreachable));
    }
    const ByteView bytes = answer->blocks.front().bytes();
    return Bytes(bytes.begin(), bytes.end());
}

Result<LinkStatus> LinkClient::status() {
    const auto answer = ask(Tree(Tree::Table{{"ask", "status"}}), kShortPatience);
    if (!answer) return fail(answer.error());
    const Tree& body = answer->body;
    return LinkStatus{.is_reachable = body.truth_at("reachable"),
                      .queue = body.number_at("queue"),
                      .oldest = std::chrono::minutes(body.number_at("oldest_minutes")),
                      .parked = body.number_at("parked"),
                      .bundle = body.number_at("bundle"),
                      .last_fault = fault_of(body.text_at("last_fault")),
                      .parked_for = fault_of(body.text_at("parked_for")),
                      .audit = fault_of(body.text_at("audit"))};
}

Result<Bytes> LinkClient::bundle() {
    return ask_for_block(Tree(Tree::Table{{"ask", "bundle"}}), kShortPatience);
}

Result<Bytes> LinkClient::query(const SourceQuery& query) {
    return ask_for_block(Tree(Tree::Table{{"ask", "query"}, {"query", to_tree(query)}}),
                         kQueryPatience);
}

Result<Bytes> LinkClient::follow(const FollowQuery& query) {
    return ask_for_block(Tree(Tree::Table{{"ask", "follow"}, {"follow", to_tree(query)}}),
                         kQueryPatience);
}

Result<Bytes> LinkClient::pay(const PaymentQuery& query) {
    return ask_for_block(Tree(Tree::Table{{"ask", "pay"}, {"pay", to_tree(query)}}),
                         kQueryPatience);
}

Result<Bytes> LinkClient::call(const CallQuery& query) {
    return ask_for_block(Tree(Tree::Table{{"ask", "call"}, {"call", to_tree(query)}}),
                         kQueryPatience);
}

Result<Bytes> LinkClient::deliver(const DossierId& id, std::chrono::milliseconds patience) {
    return ask_for_block(Tree(Tree::Table{{"ask", "deliver"},
                                          {"dossier", id.value()},
                                          {"patience", std::int64_t{patience.count()}}}),
                         patience + kShortPatience);
}

}  // namespace motlan
