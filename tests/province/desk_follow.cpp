// The desk's half for a citizen who asks what became of his dossiers, and the ways in which the
// province can lie about it on purpose.
#include <algorithm>
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/desk.h"

namespace motlan::province {
namespace {

constexpr std::size_t kQueryLimit = 1024;
constexpr std::int64_t kMostDossiers = 20;
// A document of 1 MiB with its signature, where four letters carry three bytes of each event.
constexpr std::size_t kRoom = std::size_t{700} << 10U;

struct FollowQuery {
    std::string citizen;
    std::string query;
};

bool is_all(std::string_view text, std::size_t size, std::string_view letters) {
    return text.size() == size && text.find_first_not_of(letters) == std::string_view::npos;
}

std::optional<FollowQuery> read_query(std::string_view body) {
    const auto asked = parse_json(body);
    if (!asked || asked->table() == nullptr || asked->table()->size() != 3) return std::nullopt;
    FollowQuery query{.citizen = std::string(asked->text_at("citizen")),
                      .query = std::string(asked->text_at("query"))};
    const bool holds = is_all(query.citizen, 12, "0123456789") &&
                       is_all(query.query, 32, "0123456789abcdef") &&
                       asked->text_at("consent") == "card";
    return holds ? std::optional(query) : std::nullopt;
}

// An event with other content, truly signed.
Bytes changed(const OfficeKeys& keys, const Bytes& document, const Tree::Table& change,
              const Identity& signer) {
    const auto read = read_signed(document, keys.authority, Role::Receipts);
    if (!read || read->content.table() == nullptr) return {};
    Tree::Table content = *read->content.table();
    for (const auto& [key, value] : change) content[key] = value;
    return sign(content, signer).value_or(Bytes());
}

// What the province says of one dossier, and how it lies.
std::vector<Bytes> told(const OfficeKeys& keys, const std::vector<LedgerEvent>& events,
                        FollowMood mood) {
    std::vector<Bytes> documents;
    for (const LedgerEvent& event : events) documents.push_back(event.document);
    if (documents.empty()) return documents;
    Bytes& last = documents.back();
    const std::int64_t next = events.back().sequence + 1;
    const auto resign = [&](const Tree::Table& change) {
        return changed(keys, last, change, keys.receipts);
    };
    switch (mood) {
        case FollowMood::ForgedEvent:
            last = changed(keys, last, {}, look_alike().value_or(Identity()));
            break;
        case FollowMood::OtherDossier: last = resign({{"dossier", std::string(32, '0')}}); break;
        case FollowMood::Gap: last = resign({{"sequence", next}}); break;
        case FollowMood::Backwards:
            documents.push_back(resign({{"sequence", next}, {"time", "2020-01-01T00:00:00.000Z"}}));
            break;
        case FollowMood::Contradiction:
            documents.push_back(resign({{"sequence", next}, {"status", 3}}));
            documents.push_back(resign({{"sequence", next + 1}}));
            break;
        default: break;
    }
    return documents;
}

Tree::List as_texts(const std::vector<Bytes>& documents) {
    Tree::List list;
    for (const Bytes& document : documents) list.emplace_back(to_base64(document));
    return list;
}

std::size_t size_of(const std::vector<Bytes>& documents) {
    std::size_t size = 0;
    for (const Bytes& document : documents) size += document.size();
    return size;
}

// The outer words, as they should be or not.
void bend(Tree::Table& content, FollowMood mood, WallTime now) {
    if (mood == FollowMood::Stale) content["answered"] = rfc3339(now - std::chrono::hours(2));
    if (mood == FollowMood::OtherQuery) content["query"] = std::string(32, '0');
    if (mood == FollowMood::OtherCitizen) content["citizen"] = "040999999999";
}

}  // namespace

Result<Tree::List> Desk::histories(const std::string& citizen) {
    const auto dossiers = tools_.ledger.filed_by(citizen, kMostDossiers);
    if (!dossiers) return fail(dossiers.error());
    Tree::List list;
    std::size_t room = kRoom;
    for (const std::string& dossier : *dossiers) {
        const auto events = tools_.ledger.events_of(dossier);
        if (!events) return fail(events.error());
        const std::vector<Bytes> documents = told(tools_.keys, *events, tools_.moods.follow());
        if (size_of(documents) > room) break;
        room -= size_of(documents);
        list.emplace_back(Tree::Table{{"dossier", dossier}, {"events", as_texts(documents)}});
    }
    return list;
}

Answer Desk::follow(const Request& request) {
    if (request.header("content-type") != "application/json") return refuse(Refusal::MediaType);
    if (request.body.size() > kQueryLimit) return refuse(Refusal::TooLarge);
    const auto query = read_query(request.body);
    if (!query) return refuse(Refusal::Malformed);
    if (!follows_.take(request.kiosk, tools_.clock.steady())) {
        Answer later = refuse(Refusal::Later);
        later.status = 429;
        return later;
    }
    const FollowMood mood = tools_.moods.follow();
    auto dossiers = histories(query->citizen);
    if (!dossiers) return refuse(Refusal::Later);
    Tree::Table content{{"answered", rfc3339(tools_.clock.wall())},
                        {"citizen", query->citizen},
                        {"dossiers", *std::move(dossiers)},
                        {"query", query->query},
                        {"type", "motlan-follow"},
                        {"version", 1}};
    bend(content, mood, tools_.clock.wall());
    const Identity signer =
        mood == FollowMood::Forged ? look_alike().value_or(Identity()) : tools_.keys.receipts;
    return signed_document(sign(content, signer));
}

}  // namespace motlan::province
