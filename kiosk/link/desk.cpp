#include "kiosk/link/desk.h"

#include <algorithm>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {
namespace {

constexpr std::int64_t kMostPatience = 300'000;
constexpr std::size_t kMostLines = 4;
constexpr std::chrono::seconds kLineRest{1};

Result<Message> with_block(Tree::Table body, ByteView bytes) {
    auto block = SharedMemory::copy_of(bytes);
    if (!block) return fail(block.error());
    Message message{.body = Tree(std::move(body)), .blocks = {}};
    message.blocks.push_back(*std::move(block));
    return message;
}

Message refusal(Fault fault) {
    return {.body = Tree(Tree::Table{{"fault", code(fault)}}), .blocks = {}};
}

Result<Outbox> open_outbox(const DeskTools& tools, Disk& disk) {
    return Outbox::open({tools.places.outbox(), tools.enrolment.ca}, disk, tools.clock);
}

}  // namespace

Message Desk::answer(const Message& request) {
    const std::string_view wish = request.body.text_at("ask");
    Result<Message> answer = fail(Fault::MessageMalformed);
    if (wish == "status") answer = status();
    if (wish == "bundle") answer = bundle();
    if (wish == "query") answer = ask_province(request.body, wish, &ProvinceClient::query);
    if (wish == "follow") answer = ask_province(request.body, wish, &ProvinceClient::follow);
    if (wish == "pay") answer = ask_province(request.body, wish, &ProvinceClient::pay);
    if (wish == "call") answer = ask_province(request.body, wish, &ProvinceClient::call);
    if (wish == "deliver") answer = deliver(request.body);
    return answer ? *std::move(answer) : refusal(answer.error());
}

Result<Message> Desk::status() {
    tools_.board.look();
    SystemDisk disk;
    const auto outbox = open_outbox(tools_, disk);
    if (!outbox) return fail(outbox.error());
    std::int64_t waiting = 0;
    std::int64_t parked = 0;
    std::optional<Fault> refusal;
    WallTime oldest = tools_.clock.wall();
    for (const auto state : {DossierState::Released, DossierState::Uploaded}) {
        const auto records = outbox->list(state);
        if (!records) return fail(records.error());
        waiting += std::ssize(*records);
        for (const DossierRecord& record : *records) {
            oldest = std::min(oldest, record.entered);
            if (!record.parked) continue;
            ++parked;
            refusal = record.parked;
        }
    }
    const auto rejected = outbox->list(DossierState::Rejected);
    if (!rejected) return fail(rejected.error());
    parked += std::ssize(*rejected);
    if (!rejected->empty() && !refusal) refusal = Fault::DossierRejected;
    const auto age = std::chrono::floor<std::chrono::minutes>(tools_.clock.wall() - oldest);
    Tree::Table body{{"bundle", tools_.board.bundle_version()},
                     {"oldest_minutes", std::int64_t{age.count()}},
                     {"parked", parked},
                     {"queue", waiting},
                     {"reachable", tools_.board.is_reachable()}};
    if (const auto fault = tools_.board.last_fault()) body.emplace("last_fault", code(*fault));
    if (refusal) body.emplace("parked_for", code(*refusal));
    if (const auto fault = tools_.board.audit_fault()) body.emplace("audit", code(*fault));
    return Message{.body = Tree(std::move(body)), .blocks = {}};
}

Result<Message> Desk::bundle() {
    const auto folders = bundle_folders(tools_.places.bundles());
    if (folders.empty()) return fail(Fault::BackendUnreachable);
    const auto kept = read_file(folders.front().path / kPublished, kStatementsLimit);
    if (!kept) return fail(kept.error());
    return with_block({{"bundle", tools_.board.bundle_version()}}, *kept);
}

// What a citizen wants to know, in flight: it is kept nowhere.
Result<Message> Desk::ask_province(const Tree& request, std::string_view key, Question question) {
    const Tree* query = request.find(key);
    if (query == nullptr || query->table() == nullptr) return fail(Fault::MessageMalformed);
    auto line = take_line();
    if (!line) return fail(line.error());
    const auto answer = (*line.*question)(to_json(*query));
    if (!answer) return fail(answer.error());
    give_back(*std::move(line));
    return with_block({{"answered", true}}, *answer);
}

Result<Message> Desk::deliver(const Tree& request) {
    const auto id = parse_dossier_id(request.text_at("dossier"));
    if (!id) return fail(id.error());
    const std::int64_t patience =
        std::clamp<std::int64_t>(request.number_at("patience"), 0, kMostPatience);
    auto message =
        wait_for_receipt(*id, tools_.clock.steady() + std::chrono::milliseconds(patience));
    // Also when it was settled just before the wish: then no try would end it.
    tools_.board.end_wish(*id);
    return message;
}

// What can be said about the dossier now; nothing while waiting may still help.
Result<std::optional<Message>> Desk::report(const Outbox& outbox, const DossierId& id,
                                            bool is_over) {
    const auto record = outbox.find(id);
    if (!record) return fail(record.error());
    if (!*record) return fail(Fault::RecordDamaged);
    const auto receipt = outbox.receipt(id);
    if (!receipt) return fail(receipt.error());
    Tree::Table body{{"state", to_text((*record)->state)}};
    if (!receipt->empty()) return with_block(std::move(body), *receipt);
    if (!is_over && !(*record)->parked) return std::nullopt;
    const auto fault = (*record)->parked ? (*record)->parked : tools_.board.fault_of(id);
    if (fault) body.emplace("fault", code(*fault));
    return Message{.body = Tree(std::move(body)), .blocks = {}};
}

Result<Message> Desk::wait_for_receipt(const DossierId& id, SteadyTime deadline) {
    SystemDisk disk;
    const auto outbox = open_outbox(tools_, disk);
    if (!outbox) return fail(outbox.error());
    for (bool is_wished = false;; is_wished = true) {
        const std::uint64_t seen = tools_.board.changes();
        const bool is_over =
            is_wished && (tools_.clock.steady() >= deadline || stop_.stop_requested());
        auto message = report(*outbox, id, is_over);
        if (!message) return fail(message.error());
        if (*message) return **std::move(message);
        if (!is_wished) tools_.board.wish(id);
        tools_.board.wait_for_change(stop_, seen, deadline);
    }
}

Result<ProvinceClient> Desk::take_line() {
    {
        const std::scoped_lock lock(mutex_);
        if (!lines_.empty()) {
            ProvinceClient line = std::move(lines_.back().client);
            lines_.pop_back();
            return line;
        }
    }
    return HttpsClient::open(tools_.enrolment, tools_.key, tools_.clock, {stop_})
        .transform([](HttpsClient https) { return ProvinceClient(std::move(https)); });
}

void Desk::give_back(ProvinceClient line) {
    const std::scoped_lock lock(mutex_);
    if (lines_.size() < kMostLines) lines_.push_back({std::move(line), tools_.clock.steady()});
}

void Desk::hang_up_idle() {
    const SteadyTime now = tools_.clock.steady();
    const std::scoped_lock lock(mutex_);
    std::erase_if(lines_, [now](const Line& line) { return now - line.idle_since > kLineRest; });
}

}  // namespace motlan
