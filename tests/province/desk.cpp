// Where a request belongs, and the two things a kiosk asks before any dossier: bundle and query.
#include "tests/province/desk.h"

#include <format>
#include <ranges>
#include <set>
#include <thread>

#include "kiosk/core/json.h"

namespace motlan::province {
namespace {

constexpr std::size_t kQueryLimit = std::size_t{64} << 10U;
constexpr std::size_t kMostConcepts = 64;

bool is_all(std::string_view text, std::string_view letters) {
    return text.find_first_not_of(letters) == std::string_view::npos;
}

// "d.dddddd", domain notes 4.1.
bool is_procedure(std::string_view code) {
    return code.size() == 8 && code[1] == '.' && is_all(code, "0123456789.");
}

constexpr std::size_t kLongestCode = 2048;

bool is_concept(std::string_view name) {
    return name.size() <= 64 && name.contains('.') && !name.starts_with('.') &&
           !name.ends_with('.') && is_all(name, "abcdefghijklmnopqrstuvwxyz0123456789_.");
}

// The concepts, each once; empty when one of them is not a concept.
std::vector<std::string> read_concepts(const Tree& asked) {
    std::set<std::string> concepts;
    const Tree::List& names = asked.list_at("concepts");
    for (const Tree& name : names) {
        if (name.text() == nullptr || !is_concept(*name.text())) return {};
        concepts.insert(*name.text());
    }
    if (concepts.size() != names.size() || concepts.size() > kMostConcepts) return {};
    return {concepts.begin(), concepts.end()};
}

// A citizen's number, or a code of the application in its place.
bool is_about_one(const Query& query) {
    if (query.code.empty()) {
        return query.citizen.size() == 12 && is_all(query.citizen, "0123456789");
    }
    return query.citizen.empty() && query.source == "vneid" && query.code.size() <= kLongestCode;
}

// Only the business register is asked about companies, by a citizen who acts for one.
bool is_about_company(const Query& query) {
    return !query.citizen.empty() && query.source == "dn" && is_tax_code(query.company);
}

std::optional<Query> read_query(std::string_view body) {
    const auto asked = parse_json(body);
    const auto* fields = asked ? asked->table() : nullptr;
    if (fields == nullptr) return std::nullopt;
    const bool has_company = asked->find("company") != nullptr;
    if (fields->size() != (has_company ? 7 : 6)) return std::nullopt;
    const std::string_view consent = asked->text_at("consent");
    Query query{.id = std::string(asked->text_at("query")),
                .citizen = std::string(asked->text_at("citizen")),
                .code = std::string(asked->text_at("code")),
                .company = std::string(asked->text_at("company")),
                .source = std::string(asked->text_at("source")),
                .concepts = read_concepts(*asked)};
    const bool holds = query.id.size() == 32 && is_all(query.id, "0123456789abcdef") &&
                       is_about_one(query) && (!has_company || is_about_company(query)) &&
                       !query.concepts.empty() && !consent.empty() && consent.size() <= 64 &&
                       is_procedure(asked->text_at("procedure"));
    if (!holds) return std::nullopt;
    return query;
}

Tree::Table answer_to(const Query& query, const Sources& sources, SourceMood mood) {
    const auto held = mood == SourceMood::NotFound ? std::nullopt : sources.answer(query);
    if (!held) return {{"status", "not_found"}, {"values", Tree::Table{}}};
    Tree::Table values = *held;
    const bool is_short = mood == SourceMood::Incomplete || mood == SourceMood::Contradictory;
    if (is_short && !values.empty()) values.erase(std::prev(values.end()));
    const bool whole = mood == SourceMood::Contradictory || values.size() == query.concepts.size();
    return {{"status", whole ? "found" : "incomplete"}, {"values", std::move(values)}};
}

}  // namespace

Answer signed_document(const Result<Bytes>& document) {
    if (!document) return refuse(Refusal::Later);
    return {.status = 200,
            .type = "application/cms",
            .body = std::string(as_text(*document)),
            .headers = {}};
}

Answer Desk::obey(const Request& request) {
    Names names;
    for (const auto name : std::views::split(std::string_view(request.path), '/'))
        names.emplace_back(name);
    if (names.size() < 3 || !names[0].empty() || names[1] != "v1") return refuse(Refusal::Unknown);
    if (request.path == "/v1/bundle" && request.method == "GET") return bundle(request);
    if (names[2] == "bundle" && names.size() == 5 && names[3] == "files" &&
        request.method == "GET") {
        return bundle_file(names[4]);
    }
    if (request.path == "/v1/query" && request.method == "POST") return query(request);
    if (request.path == "/v1/follow" && request.method == "POST") return follow(request);
    if (request.path == "/v1/payments" && request.method == "POST") return pay(request);
    if (request.path == "/v1/calls" && request.method == "POST") return calls(request);
    if (request.path == "/v1/checkpoint" && request.method == "PUT") return checkpoint(request);
    if (names[2] == "dossiers") return dossier(request, names);
    if (names[2] == "uploads" && names.size() == 4) return upload(request, names[3]);
    return refuse(Refusal::Unknown);
}

Answer Desk::bundle(const Request& request) {
    auto newest = tools_.publisher.newest();
    if (!newest) return refuse(Refusal::Later);
    const std::string tag = std::format("\"{}\"", newest->version);
    if (request.header("if-none-match") == tag) return {.status = 304};
    Answer answer = signed_document(std::move(newest->document));
    answer.headers.emplace("ETag", tag);
    return answer;
}

Answer Desk::bundle_file(std::string_view sha256) {
    const bool is_hash = sha256.size() == 64 && is_all(sha256, "0123456789abcdef");
    const auto file =
        is_hash ? tools_.publisher.file(std::string(sha256)) : fail(Fault::StorageFailed);
    if (!file) return refuse(Refusal::Unknown);
    return {.status = 200,
            .type = "application/octet-stream",
            .body = std::string(as_text(*file)),
            .headers = {}};
}

Answer Desk::query(const Request& request) {
    if (request.header("content-type") != "application/json") return refuse(Refusal::MediaType);
    if (request.body.size() > kQueryLimit) return refuse(Refusal::TooLarge);
    const auto query = read_query(request.body);
    if (!query) return refuse(Refusal::Malformed);
    if (!is_source(query->source)) return refuse(Refusal::NoSuchSource);
    const SourceMood mood = tools_.moods.source(query->source);
    if (mood == SourceMood::Silent) {
        std::this_thread::sleep_for(tools_.source_patience);
        return refuse(Refusal::SourceSilent);
    }
    Tree::Table content = answer_to(*query, tools_.sources, mood);
    const auto age = mood == SourceMood::Stale ? std::chrono::days(7) : std::chrono::days(0);
    content.insert({{"answered", rfc3339(tools_.clock.wall() - age)},
                    {"query", query->id},
                    {"source", query->source},
                    {"type", "motlan-answer"},
                    {"version", 1}});
    auto document = sign(content, tools_.answers);
    // The signature is what a signed document ends with.
    if (document && mood == SourceMood::WrongSignature) document->back() ^= 1U;
    return signed_document(document);
}

}  // namespace motlan::province
