#include "tests/province/kiosk_side.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <format>
#include <ranges>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/core/toml.h"
#include "tests/province/openssl.h"

namespace motlan::province {
namespace {

std::string small(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string digest_of(std::string_view body) {
    std::array<std::uint8_t, 32> hash{};
    EVP_Digest(body.data(), body.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    return std::format("sha-256=:{}:", to_base64(hash));
}

Identity identity_of(const std::filesystem::path& folder, const std::string& name) {
    return {.certificate = read_text(folder / (name + ".pem"), 9999).value(),
            .key = read_text(folder / (name + ".key"), 9999).value()};
}

std::string sealed(std::string content, const std::string& recipient, bool padded) {
    if (padded) content.push_back('\x80');
    if (padded) content.resize((content.size() + 65'535) / 65'536 * 65'536);
    const CertificateOwner certificate = read_certificate(recipient);
    STACK_OF(X509)* recipients = sk_X509_new_null();
    sk_X509_push(recipients, certificate.get());
    const CmsOwner cms(
        CMS_encrypt(recipients, reading(as_bytes(content)).get(), EVP_aes_256_gcm(), CMS_BINARY));
    sk_X509_free(recipients);
    const BioOwner out = writing();
    i2d_CMS_bio(out.get(), cms.get());
    return std::string(as_text(written(out)));
}

Tree listed(std::string_view content, const char* kind, const char* media) {
    return Tree::Table{{"component", kind},
                       {"kind", kind},
                       {"media", media},
                       {"sha256", sha256(as_bytes(content))},
                       {"size", std::ssize(content)}};
}

// The kiosk that the folder enrols.
std::string name_in(const std::filesystem::path& enrolment) {
    return std::string(read_toml(enrolment / "province.toml").value().text_at("kiosk"));
}

// Whose dossier a manifest says it is.
struct Claim {
    std::string dossier;
    std::string kiosk;
};

std::string manifest_of(const Claim& claim, Tree::List parts, const Identity& signer) {
    const Tree content = Tree::Table{{"boot", "00000000-0000-4000-8000-000000000000"},
                                     {"bundle", 1},
                                     {"dossier", claim.dossier},
                                     {"kiosk", claim.kiosk},
                                     {"parts", std::move(parts)},
                                     {"procedure", "2.000635"},
                                     {"sealed", "2026-11-23T01:51:07.123Z"},
                                     {"software", "test"},
                                     {"time_uncertain", false},
                                     {"type", "motlan-manifest"},
                                     {"version", 1}};
    return std::string(as_text(sign(content, signer).value()));
}

}  // namespace

struct KioskSide::Wire {
    Wire(const std::string& host, int port, const Identity& files)
        : client(host, port, files.certificate, files.key) {}

    httplib::SSLClient client;
};

std::string Reply::code() const {
    const auto problem = parse_json(body);
    return problem ? std::string(problem->text_at("code")) : std::string();
}

KioskSide::KioskSide(const std::filesystem::path& enrolment, int port, const std::string& identity,
                     const std::string& host) {
    const Identity files = identity.empty()
                               ? Identity()
                               : Identity{.certificate = (enrolment / (identity + ".pem")).string(),
                                          .key = (enrolment / (identity + ".key")).string()};
    wire_ = std::make_unique<Wire>(host, port, files);
    wire_->client.set_ca_cert_path((enrolment / "ca.pem").string());
    wire_->client.set_keep_alive(true);
    wire_->client.set_tcp_nodelay(true);
}

KioskSide::KioskSide(KioskSide&&) noexcept = default;
KioskSide& KioskSide::operator=(KioskSide&&) noexcept = default;
KioskSide::~KioskSide() = default;

void KioskSide::use_old_tls() {
    SSL_CTX_set_min_proto_version(wire_->client.ssl_context(), TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(wire_->client.ssl_context(), TLS1_2_VERSION);
}

Reply KioskSide::send(const std::string& method, const std::string& path, const Headers& headers,
                      const std::string& body) {
    httplib::Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    for (const auto& [name, value] : headers) request.set_header(name, value);
    const httplib::Result result = wire_->client.send(request);
    if (!result) return {};
    Reply reply{.status = result->status, .body = result->body, .headers = {}};
    for (const auto& [name, value] : result->headers) reply.headers[small(name)] = value;
    return reply;
}

Reply KioskSide::append(const std::string& upload, std::size_t offset, std::string_view bytes,
                        bool last) {
    return send("PATCH", upload,
                {{"Content-Type", "application/partial-upload"},
                 {"Upload-Offset", std::to_string(offset)},
                 {"Upload-Complete", last ? "?1" : "?0"},
                 {"Content-Digest", digest_of(bytes)}},
                std::string(bytes));
}

std::string KioskSide::upload_of(const std::string& dossier, int part) {
    return send("POST", std::format("/v1/dossiers/{}/parts/{}", dossier, part),
                {{"Upload-Complete", "?0"}})
        .header("location");
}

Reply KioskSide::query(const std::string& citizen, const std::string& source,
                       const std::vector<std::string>& concepts, const std::string& company) {
    Tree::Table query{
        {"citizen", citizen},        {"concepts", Tree::List(concepts.begin(), concepts.end())},
        {"consent", "vi:consent:1"}, {"procedure", "2.000635"},
        {"query", random_id()},      {"source", source}};
    if (!company.empty()) query.emplace("company", company);
    return send("POST", "/v1/query", {{"Content-Type", "application/json"}}, to_json(query));
}

Reply KioskSide::follow(const std::string& citizen, const std::string& query) {
    const Tree asked = Tree::Table{{"citizen", citizen}, {"consent", "card"}, {"query", query}};
    return send("POST", "/v1/follow", {{"Content-Type", "application/json"}}, to_json(asked));
}

std::string sign_label(const std::filesystem::path& enrolment, const std::string& id,
                       Tree::List parts) {
    const Tree content = Tree::Table{{"confirmed", true},           {"dossier", id},
                                     {"kiosk", name_in(enrolment)}, {"parts", std::move(parts)},
                                     {"type", "motlan-label"},      {"version", 1}};
    return std::string(as_text(sign(content, identity_of(enrolment, "device")).value()));
}

std::string sign_label(const std::filesystem::path& enrolment, const TestDossier& dossier) {
    Tree::List parts;
    for (const std::string& part : dossier.parts) {
        parts.emplace_back(
            Tree::Table{{"sha256", sha256(as_bytes(part))}, {"size", std::ssize(part)}});
    }
    return sign_label(enrolment, dossier.id, std::move(parts));
}

std::string sign_checkpoint(const std::filesystem::path& enrolment, std::int64_t count,
                            const std::string& hash) {
    const Tree content = Tree::Table{{"boot", "c0ffee00-0000-4000-8000-000000000000"},
                                     {"count", count},
                                     {"hash", hash},
                                     {"kiosk", name_in(enrolment)},
                                     {"time", to_timestamp(SystemClock().wall())},
                                     {"type", "motlan-checkpoint"},
                                     {"version", 1}};
    return std::string(as_text(sign(content, identity_of(enrolment, "device")).value()));
}

TestDossier make_dossier(const std::filesystem::path& enrolment, const std::string& recipient,
                         Flaw flaw) {
    const Tree good = Tree::Table{{"procedure", Tree::Table{{"code", "2.000635"}, {"version", 1}}},
                                  {"profile", Tree::Table{{"number", kFiler}}},
                                  {"type", "motlan-form"},
                                  {"version", 1}};
    const std::string form = flaw == Flaw::Form ? "{}" : to_json(good);
    return make_dossier(enrolment, recipient, {form, "%PDF-1.7 a page"}, flaw);
}

TestDossier make_dossier(const std::filesystem::path& enrolment, const std::string& recipient,
                         const std::vector<std::string>& parts, Flaw flaw) {
    const Identity device = identity_of(enrolment, "device");
    TestDossier dossier{.id = random_id(), .label = {}, .parts = {}};
    Tree::List told{listed(parts.front(), "form", "application/json")};
    for (const std::string& paper : parts | std::views::drop(1)) {
        const std::string other = flaw == Flaw::PartContent ? "%PDF-1.7 another page" : paper;
        told.push_back(listed(other, "paper", "application/pdf"));
    }
    const std::string manifest = manifest_of(
        {flaw == Flaw::ManifestOfOther ? random_id() : dossier.id, name_in(enrolment)},
        std::move(told), flaw == Flaw::ManifestSigner ? identity_of(enrolment, "tls") : device);
    dossier.parts.push_back(sealed(manifest, recipient, flaw != Flaw::Padding));
    for (const std::string& content : parts)
        dossier.parts.push_back(sealed(content, recipient, flaw != Flaw::Padding));
    dossier.label = sign_label(enrolment, dossier);
    return dossier;
}

Reply deliver(KioskSide& kiosk, const TestDossier& dossier, std::size_t piece) {
    const std::string path = "/v1/dossiers/" + dossier.id;
    kiosk.send("PUT", path, {{"Content-Type", "application/cms"}}, dossier.label);
    for (std::size_t n = 0; n < dossier.parts.size(); ++n) {
        const std::string upload = kiosk.upload_of(dossier.id, static_cast<int>(n));
        const std::string_view part = dossier.parts[n];
        for (std::size_t at = 0; at < part.size(); at += piece) {
            kiosk.append(upload, at, part.substr(at, piece), at + piece >= part.size());
        }
    }
    return kiosk.send("POST", path + "/complete");
}

}  // namespace motlan::province
