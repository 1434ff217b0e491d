// limbo: certification paths that other people wrote (x509-limbo) against the rules for the
// province's server. Ends with the sums; says of each path that its authors accept and the kiosk
// does not which rule refused it. Exit status 0 only when all that must be refused were, and as
// many accepted as can be under the rules; 77 when the cases are not there.
#include <nlohmann/json.hpp>
#include <openssl/pem.h>

#include <format>
#include <fstream>
#include <functional>
#include <map>
#include <print>
#include <set>

#include "kiosk/backend/certificate_profile.h"
#include "kiosk/backend/revocation.h"
#include "kiosk/backend/server_certificate.h"
#include "kiosk/outbox/openssl.h"
#include "tests/support/authority.h"
#include "tests/support/checkout.h"
#include "tests/trust/careless_check.h"
#include "tests/trust/planted.h"

namespace motlan::testing {
namespace {

using nlohmann::json;

constexpr int kSkipped = 77;
// So that refusing everything is no pass.
constexpr int kLeastAccepted = 26;

WallTime moment_of(const json& limbo) {
    if (limbo["validation_time"].is_null()) return SystemClock().wall();
    std::istringstream text(limbo["validation_time"].get<std::string>());
    WallTime moment{};
    text >> std::chrono::parse("%FT%T%Ez", moment);
    return moment;
}

std::string host_of(const json& limbo) {
    const json& name = limbo["expected_peer_name"];
    return name.is_null() ? "" : name["value"].get<std::string>();
}

Bytes der_of(const std::string& pem) {
    const std::unique_ptr<BIO, FreedBy<BIO_free_all>> in(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const std::unique_ptr<X509_CRL, FreedBy<X509_CRL_free>> list(
        PEM_read_bio_X509_CRL(in.get(), nullptr, nullptr, nullptr));
    return list ? to_der(list.get(), i2d_X509_CRL) : Bytes{};
}

/// Lists of authorities that the kiosk does not know say nothing; one of its own must hold. How old
/// it is is left out: the authors' lists are of another year.
bool is_taken_back(const json& limbo, const std::vector<Certificate>& vouching,
                   const Certificate& ca) {
    bool is_told = limbo["crls"].empty();
    for (const std::string pem : limbo["crls"]) {
        const auto list = parse_revocations(der_of(pem), ca);
        const auto is_revoked = [&list](const Certificate& each) { return list->revokes(each); };
        if (list && std::ranges::any_of(vouching, is_revoked)) return true;
        is_told = is_told || list;
    }
    return !is_told;
}

std::vector<Certificate> sent_in(const json& limbo) {
    std::vector<Certificate> sent;
    for (const std::string pem : limbo["untrusted_intermediates"]) {
        auto one = Certificate::from_pem(pem);
        if (one && std::ssize(sent) < kMostBeside) sent.push_back(*std::move(one));
    }
    return sent;
}

/// Who vouches for a server, as check_server_certificate() answers.
using Check = std::function<std::vector<Certificate>(const Certificate&, const ServerRules&,
                                                     WallTime, std::span<const Certificate>)>;

std::vector<Certificate> check_as_kiosk(const Certificate& server, const ServerRules& rules,
                                        WallTime at, std::span<const Certificate> beside) {
    return check_server_certificate(server, rules, at, beside).value_or(std::vector<Certificate>());
}

/// Any of the trusted certificates may be the kiosk's authority; the key is pinned, so that the
/// pin decides nothing.
bool is_accepted(const json& limbo, const Check& check) {
    const Identity peer{.certificate = limbo["peer_certificate"], .key = {}};
    const auto leaf = Certificate::from_pem(peer.certificate);
    if (!leaf || limbo["validation_kind"] != "SERVER") return false;
    for (const std::string trusted : limbo["trusted_certs"]) {
        const auto ca = Certificate::from_pem(trusted);
        if (!ca) continue;
        const json& most = limbo["max_chain_depth"];
        const ServerRules rules{*ca,
                                host_of(limbo),
                                {pin_of(peer)},
                                most.is_null() ? kMostIntermediates : most.get<int>()};
        const auto vouching = check(*leaf, rules, moment_of(limbo), sent_in(limbo));
        if (!vouching.empty() && !is_taken_back(limbo, vouching, *ca)) return true;
    }
    return false;
}

/// The rule of formats.md 1 that refuses what others may accept.
std::string rule_against(const json& limbo) {
    if (limbo["validation_kind"] != "SERVER") return "a server, nobody else";
    const json& name = limbo["expected_peer_name"];
    if (name.is_null() || name["kind"] == "RFC822") return "a host in the alternative names";
    const auto leaf =
        to_native(Certificate::from_pem(std::string(limbo["peer_certificate"])).value());
    const std::uint32_t flags = X509_get_extension_flags(leaf.get());
    if ((flags & EXFLAG_CA) != 0) return "no authority as server";
    if (X509_get_extended_key_usage(leaf.get()) != XKU_SSL_SERVER)
        return "serverAuth as the only extended key usage";
    if (std::string(limbo["id"]).contains("wildcard")) return "no wildcard";
    if (!has_authority_form(Certificate::from_pem(std::string(limbo["trusted_certs"][0])).value()))
        return "an authority that says what it may sign, constraints critical";
    if (!has_server_form(Certificate::from_pem(std::string(limbo["peer_certificate"])).value()))
        return "a common name like a host stands among the alternative names";
    if (!limbo["untrusted_intermediates"].empty())
        return "a way up to the authority of at most three intermediates, each strictly one";
    return "UNEXPLAINED";
}

struct Sum {
    int must_refuse = 0;
    int refused = 0;
    int may_accept = 0;
    int accepted = 0;
    int unexplained = 0;
    std::map<std::string, std::vector<std::string>> by_rule;
};

Sum judge(const json& cases) {
    Sum sum;
    for (const json& limbo : cases) {
        const std::string name = limbo["id"];
        const bool accepted = is_accepted(limbo, check_as_kiosk);
        if (limbo["expected_result"] == "FAILURE") {
            ++sum.must_refuse;
            sum.refused += accepted ? 0 : 1;
            if (accepted) std::println("WRONG: accepted {}", name);
            continue;
        }
        ++sum.may_accept;
        sum.accepted += accepted ? 1 : 0;
        if (accepted) std::println("accepted: {}", name);
        if (!accepted) sum.by_rule[rule_against(limbo)].push_back(name);
    }
    return sum;
}

std::ptrdiff_t count_wrong(const json& cases, const Omissions& omits) {
    const auto check = std::bind_front(check_carelessly, omits);
    return std::ranges::count_if(cases, [&](const json& limbo) {
        return limbo["expected_result"] == "FAILURE" && is_accepted(limbo, check);
    });
}

/// The first trusts the library's eye for forms; the others leave out one more rule each and accept
/// more. With the forms looked at, most of these paths are refused for two reasons.
bool show_planted(const json& cases) {
    Planted planted;
    const auto accepted = count_wrong(cases, {Omission::Form});
    planted.note(to_text(Omission::Form), accepted > 0 ? std::format("{} accepted", accepted) : "");
    for (const Omission omits :
         {Omission::Name, Omission::Subject, Omission::Wildcards, Omission::Time, Omission::Use,
          Omission::Strength, Omission::Issuer, Omission::Length}) {
        const auto more = count_wrong(cases, {Omission::Form, omits}) - accepted;
        planted.note(to_text(omits), more > 0 ? std::format("{} more accepted", more) : "");
    }
    return planted.were_seen();
}

int run(const std::filesystem::path& file) {
    std::ifstream stream(file);
    if (!stream) {
        std::println("skipped: {} is not there", file.string());
        return kSkipped;
    }
    const json cases = json::parse(stream)["testcases"];
    const bool is_planted_seen = show_planted(cases);
    const Sum sum = judge(cases);
    for (const auto& [rule, names] : sum.by_rule) {
        std::println("\nrefused by the rule \"{}\":", rule);
        for (const std::string& name : names) std::println("  {}", name);
    }
    std::println("\n{} of {} that must be refused were refused", sum.refused, sum.must_refuse);
    std::println("{} of {} that others may accept were accepted", sum.accepted, sum.may_accept);
    return is_planted_seen && sum.refused == sum.must_refuse &&
                   !sum.by_rule.contains("UNEXPLAINED") && sum.accepted >= kLeastAccepted
               ? 0
               : 1;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char** arguments) {
    const std::filesystem::path usual =
        motlan::checkout() / "../shared/data/x509-limbo/limbo-subset.json";
    return motlan::testing::run(count > 1 ? std::filesystem::path(arguments[1]) : usual);
}
