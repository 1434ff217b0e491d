#include "kiosk/backend/follow_query.h"

#include <algorithm>
#include <functional>

#include "kiosk/backend/fresh_answer.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/dossier_event.h"

namespace motlan {
namespace {

Result<SignedHistory> read_history(const Tree& tree) {
    const auto dossier = parse_dossier_id(tree.text_at("dossier"));
    const Tree::List& signed_events = tree.list_at("events");
    if (!dossier || signed_events.empty() || signed_events.size() > kEventLimit) {
        return fail(Fault::EventForged);
    }
    SignedHistory history{.dossier = *dossier, .events = {}};
    for (const Tree& entry : signed_events) {
        auto document = from_base64(entry.text() == nullptr ? "" : *entry.text());
        if (!document || document->empty()) return fail(Fault::EventForged);
        history.events.push_back(*std::move(document));
    }
    return history;
}

bool is_answer_to(const Tree& tree, const FollowQuery& query) {
    return tree.text_at("type") == "motlan-follow" && tree.number_at("version") == 1 &&
           tree.text_at("query") == query.id && tree.text_at("citizen") == query.citizen.reveal();
}

Result<FollowedDossier> open_history(const SignedHistory& history, const Trust& trust,
                                     WallTime seen) {
    std::vector<ProvinceEvent> events;
    for (const Bytes& document : history.events) {
        auto event = open_event(document, trust);
        if (!event) return fail(event.error());
        events.push_back(*std::move(event));
    }
    return join_events(history.dossier, events, seen);
}

}  // namespace

Tree to_tree(const FollowQuery& query) {
    return Tree(Tree::Table{
        {"citizen", query.citizen.reveal()}, {"consent", query.consent}, {"query", query.id}});
}

Result<FollowAnswer> parse_follow(std::string_view content, const FollowQuery& query) {
    const auto tree = parse_json(content);
    const auto answered = tree ? parse_timestamp(tree->text_at("answered")) : std::nullopt;
    const Tree* dossiers = tree ? tree->find("dossiers") : nullptr;
    if (!answered || !is_answer_to(*tree, query) || dossiers == nullptr ||
        dossiers->list() == nullptr || dossiers->list()->size() > kFollowLimit) {
        return fail(Fault::EventForged);
    }
    FollowAnswer answer{.answered = *answered, .dossiers = {}};
    for (const Tree& entry : *dossiers->list()) {
        auto history = read_history(entry);
        if (!history ||
            std::ranges::contains(answer.dossiers, history->dossier, &SignedHistory::dossier)) {
            return fail(Fault::EventForged);
        }
        answer.dossiers.push_back(*std::move(history));
    }
    return answer;
}

Result<Followable> open_follow(ByteView cms, const FollowQuery& query, const Trust& trust,
                               WallTime at) {
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::EventForged);
    const auto answer = parse_follow(as_text(document->content), query);
    if (!answer) return fail(answer.error());
    if (!is_fresh(answer->answered, at)) return fail(Fault::EventForged);
    Followable shown;
    for (const SignedHistory& history : answer->dossiers) {
        auto dossier = open_history(history, trust, answer->answered);
        if (dossier) shown.dossiers.push_back(*std::move(dossier));
    }
    shown.withheld = answer->dossiers.size() - shown.dossiers.size();
    std::ranges::stable_sort(shown.dossiers, std::greater{}, &FollowedDossier::received);
    return shown;
}

}  // namespace motlan
