// The rules before any dossier: transport, bundle, queries.
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

std::vector<std::string> texts(const Tree::List& list) {
    std::vector<std::string> found;
    for (const Tree& entry : list) {
        if (entry.text() != nullptr) found.push_back(*entry.text());
    }
    return found;
}

Tree::Table question(const Backend& backend) {
    return {{"citizen", "000000000000"}, {"concepts", Tree::List{"person.full_name", "person.sex"}},
            {"consent", "vi:consent:1"}, {"procedure", "2.000635"},
            {"query", random_id()},      {"source", backend.source}};
}

Reply ask(KioskSide& kiosk, const Tree& query) {
    return kiosk.send("POST", "/v1/query", {{"Content-Type", "application/json"}}, to_json(query));
}

// That nobody has this number is said by a signed answer to this very query.
bool is_not_found(const Backend& backend, const Reply& reply, const Tree& query) {
    const auto answer = read_signed(as_bytes(reply.body), backend.authority, Role::Answers);
    return answer && answer->content.text_at("type") == "motlan-answer" &&
           answer->content.text_at("status") == "not_found" &&
           answer->content.text_at("query") == query.text_at("query") &&
           answer->content.text_at("source") == query.text_at("source") &&
           answer->content.table_at("values").empty();
}

// That nothing is known of this citizen is said by a signed answer to this very query.
bool is_empty_history(const Backend& backend, const Reply& reply, const Tree& query) {
    const auto answer = read_signed(as_bytes(reply.body), backend.authority, Role::Receipts);
    return answer && answer->content.text_at("type") == "motlan-follow" &&
           answer->content.text_at("query") == query.text_at("query") &&
           answer->content.text_at("citizen") == query.text_at("citizen") &&
           answer->content.list_at("dossiers").empty();
}

void examine_files(KioskSide& kiosk, const Tree& bundle, Examination& examination) {
    const auto fetched = [&](std::string_view hash) {
        return kiosk.send("GET", std::format("/v1/bundle/files/{}", hash));
    };
    for (const Tree& file : bundle.list_at("files")) {
        const Reply reply = fetched(file.text_at("sha256"));
        examination.note(std::format("GET bundle file: {}", file.text_at("name")),
                         reply.status == 200 && std::ssize(reply.body) == file.number_at("size") &&
                             sha256(as_bytes(reply.body)) == file.text_at("sha256"),
                         std::format("{} {} bytes", reply.status, reply.body.size()));
    }
    examination.answered("GET bundle file: one that no bundle has", fetched(std::string(64, '0')),
                         {404, "PRV-03"});
}

}  // namespace

void examine_road(const Backend& backend, Examination& examination) {
    const auto silent = [&](std::string rule, KioskSide kiosk) {
        examination.answered(std::move(rule), kiosk.send("GET", "/v1/bundle"), {0});
    };
    KioskSide old = backend.kiosk();
    old.use_old_tls();
    silent("TLS 1.2 is not spoken", std::move(old));
    silent("nobody is answered without a certificate",
           KioskSide(backend.enrolment, backend.port, "", backend.host));
    silent("nobody is answered with a certificate of another role",
           KioskSide(backend.enrolment, backend.port, "device", backend.host));
    KioskSide kiosk = backend.kiosk();
    for (const char* path : {"/v1", "/v1/dossiers/1", "/v1/uploads/1", "/v2/bundle"}) {
        examination.answered(std::format("GET {}: a path that is not in the contract", path),
                             kiosk.send("GET", path), {404, "PRV-03"});
    }
}

void examine_bundle(Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    const Reply first = kiosk.send("GET", "/v1/bundle");
    examination.answered("GET /v1/bundle: the newest bundle", first, {200});
    const std::vector<Bytes> documents = apart(as_bytes(first.body));
    const auto bundle = documents.empty()
                            ? fail(Fault::MessageMalformed)
                            : read_signed(documents.back(), backend.authority, Role::Bundles);
    const bool holds = bundle && bundle->content.text_at("type") == "motlan-bundle" &&
                       !bundle->content.list_at("recipients").empty() &&
                       !bundle->content.list_at("receipt_signers").empty() &&
                       !bundle->content.list_at("sources").empty();
    examination.note("GET /v1/bundle: is signed in its role and names recipients and signers",
                     holds, std::format("{} bytes", first.body.size()));
    if (!holds) return;
    const std::string tag = std::format("\"{}\"", bundle->content.number_at("version"));
    examination.note("GET /v1/bundle: ETag is the version in quotes", first.header("etag") == tag,
                     first.header("etag"));
    examination.answered("GET /v1/bundle: a kiosk that has it is told so",
                         kiosk.send("GET", "/v1/bundle", {{"If-None-Match", tag}}), {304});
    examine_files(kiosk, bundle->content, examination);
    backend.recipient = texts(bundle->content.list_at("recipients")).front();
    backend.signers = texts(bundle->content.list_at("receipt_signers"));
    backend.source = texts(bundle->content.list_at("sources")).front();
}

void examine_query(const Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    const Tree query = question(backend);
    const Reply reply = ask(kiosk, query);
    examination.answered("POST /v1/query: an unknown citizen is an answer", reply, {200});
    examination.note("POST /v1/query: it is signed, not_found, and about this query",
                     is_not_found(backend, reply, query),
                     std::format("{} bytes", reply.body.size()));
    const auto refused = [&](const char* key, Tree value, const Expected& expected) {
        Tree::Table changed = question(backend);
        changed[key] = std::move(value);
        examination.answered(std::format("POST /v1/query: another {} is refused", key),
                             ask(kiosk, changed), expected);
    };
    refused("source", "police", {404, "PRV-11"});
    refused("citizen", "1", {400, "PRV-01"});
    refused("concepts", Tree::List{}, {400, "PRV-01"});
    refused("procedure", "x", {400, "PRV-01"});
    refused("company", "1", {400, "PRV-01"});
    refused("member", "not in the contract", {400, "PRV-01"});
    const auto send = [&](const char* type, const std::string& body) {
        return kiosk.send("POST", "/v1/query", {{"Content-Type", type}}, body);
    };
    examination.answered("POST /v1/query: text is no JSON", send("text/plain", "{}"),
                         {415, "PRV-15"});
    examination.answered("POST /v1/query: a body is at most 64 KiB",
                         send("application/json", std::string(70'000, ' ')), {413, "PRV-10"});
}

void examine_following(const Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    const auto ask = [&](const Tree::Table& query) {
        return kiosk.send("POST", "/v1/follow", {{"Content-Type", "application/json"}},
                          to_json(query));
    };
    const Tree::Table query{
        {"citizen", "000000000000"}, {"consent", "card"}, {"query", random_id()}};
    const Reply reply = ask(query);
    examination.answered("POST /v1/follow: a citizen without dossiers is an answer", reply, {200});
    examination.note("POST /v1/follow: it is signed, empty, and about this query",
                     is_empty_history(backend, reply, query),
                     std::format("{} bytes", reply.body.size()));
    for (const auto& [key, value] : {std::pair{"citizen", "1"}, std::pair{"consent", "no"},
                                     std::pair{"query", "1"}, std::pair{"member", "other"}}) {
        Tree::Table changed = query;
        changed[key] = value;
        examination.answered(std::format("POST /v1/follow: another {} is refused", key),
                             ask(changed), {400, "PRV-01"});
    }
    examination.answered("POST /v1/follow: a body is at most 1 KiB",
                         kiosk.send("POST", "/v1/follow", {{"Content-Type", "application/json"}},
                                    std::string(2000, ' ')),
                         {413, "PRV-10"});
}

}  // namespace motlan::province
