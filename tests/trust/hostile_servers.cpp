// hostile_servers: the kiosk meets every server of the table. Each row is what came of it, the
// bytes of a request that the server saw, and the server. Exit status 0 only when every good
// server was talked to, every other refused before a byte of a request, and no answer led
// anywhere. All of it runs in an environment that tries to lead the kiosk astray as well.
#include <openssl/crypto.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <print>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/backend/environment.h"
#include "kiosk/backend/https.h"
#include "tests/support/enrolled.h"
#include "tests/trust/careless_client.h"
#include "tests/trust/hostile_answers.h"
#include "tests/trust/hostile_cases.h"
#include "tests/trust/planted.h"
#include "tests/trust/strange_certificate.h"

namespace motlan::testing {
namespace {

// Long enough for a busy machine; and for servers that would be waited for without end.
constexpr std::chrono::seconds kPatience{30};
constexpr std::chrono::seconds kLittlePatience{1};
constexpr std::size_t kAnswerLimit = 1000;

/// What must come of a server: Untrusted is known at once, Refused may also be a silence.
enum class Verdict : std::uint8_t { TalkedTo, Untrusted, Refused };

/// A kiosk as it was enrolled with the home authority.
struct Visitor {
    SystemClock clock;
    Enrolled enrolled;
    Identity tls = issue_strange(home_authority(), {.name = "NA-VINH-03", .usage = "clientAuth"});
    PrivateKey key = tls.read_key();

    [[nodiscard]] Enrolment enrolment(const HostileCase& met, int port) const {
        const std::string pin = met.pin.empty() ? pin_of(met.habit.identity) : met.pin;
        auto province = parse_province(
            std::format("address = \"https://{}:{}\"\nkiosk = \"NA-VINH-03\"\npins = [\"{}\"]\n",
                        met.host, port, pin),
            "province.toml");
        const Identity authority = met.authority.value_or(home_authority());
        auto enrolment = read_enrolment(enrolled.folder()).value();
        enrolment.province = *std::move(province);
        enrolment.ca = authority.read_certificate();
        put_text(enrolment.folder / "revocation.crl",
                 as_text(revocations_of(met.list_signer.value_or(authority), met.revocations)));
        return enrolment;
    }
};

/// Asks a server for its answer, within that patience.
using Asks = std::function<Result<HttpAnswer>(std::chrono::seconds patience)>;
/// A kiosk of some kind before the server of a case, at that port.
using Kiosk = std::function<Asks(const HostileCase& met, int port)>;

Kiosk as_shipped(const Visitor& visitor) {
    return [&visitor](const HostileCase& met, int port) -> Asks {
        const auto client = std::make_shared<HttpsClient>(
            HttpsClient::open(visitor.enrolment(met, port), visitor.key, visitor.clock, {})
                .value());
        return [client](std::chrono::seconds patience) {
            return client->exchange({.method = "GET",
                                     .path = "/v1/dossiers",
                                     .answer_limit = kAnswerLimit,
                                     .patience = patience});
        };
    };
}

Kiosk careless(const Visitor& visitor, const Omissions& omits, Manner manner) {
    return [&visitor, omits, manner](const HostileCase& met, int port) -> Asks {
        const Enrolment enrolment = visitor.enrolment(met, port);
        const ProvinceAddress& province = enrolment.province;
        TlsRules rules{.server = {enrolment.ca, province.host, province.pins},
                       .revocations = [enrolment] { return known_revocations(enrolment); }};
        const auto client = std::make_shared<CarelessClient>(omits, manner, std::move(rules),
                                                             visitor.key, visitor.clock);
        return
            [client, port](std::chrono::seconds patience) { return client->ask(port, patience); };
    };
}

struct Sum {
    int held = 0;
    int all = 0;
    std::size_t bytes = 0;
    std::chrono::steady_clock::duration slowest{};

    void add(bool holds, std::size_t received, std::chrono::steady_clock::duration took) {
        held += holds ? 1 : 0;
        ++all;
        bytes += received;
        slowest = std::max(slowest, took);
    }
    Sum& operator+=(const Sum& other) {
        held += other.held;
        all += other.all;
        bytes += other.bytes;
        slowest = std::max(slowest, other.slowest);
        return *this;
    }
    [[nodiscard]] bool is_full() const { return all > 0 && held == all; }
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(slowest).count(); }
};

void tell(bool holds, const Result<HttpAnswer>& answer, std::size_t received,
          const std::string& name) {
    const std::string came =
        answer ? std::to_string(answer->status) : std::string(code(answer.error()));
    std::println("{:<6} {:<8} {:>4} bytes   {}", holds ? "ok" : "WRONG", came, received, name);
}

bool is_as(Verdict verdict, const Result<HttpAnswer>& answer, std::size_t received) {
    if (verdict == Verdict::TalkedTo) return answer && received > 0;
    const bool is_told_why =
        verdict == Verdict::Refused || (!answer && answer.error() == Fault::BackendUntrusted);
    return !answer && is_told_why && received == 0;
}

/// What came of one server.
struct Meeting {
    bool holds = false;
    Result<HttpAnswer> answer;
    std::size_t received = 0;
    std::chrono::steady_clock::duration took{};
};

Meeting meet_one(const Kiosk& kiosk, const HostileCase& met, Verdict verdict) {
    const HostileServer server(met.habit, home_authority());
    const auto begin = std::chrono::steady_clock::now();
    const Asks ask = kiosk(met, server.port());
    auto answer = ask(verdict == Verdict::Refused ? kLittlePatience : kPatience);
    const auto took = std::chrono::steady_clock::now() - begin;
    const std::size_t received = server.received();
    const bool holds = server.connections() > 0 && is_as(verdict, answer, received);
    return {holds, std::move(answer), received, took};
}

Sum meet(const Kiosk& kiosk, const std::vector<HostileCase>& cases, Verdict verdict) {
    Sum sum;
    for (const HostileCase& met : cases) {
        const Meeting meeting = meet_one(kiosk, met, verdict);
        sum.add(meeting.holds, meeting.received, meeting.took);
        tell(meeting.holds, meeting.answer, meeting.received, met.name);
    }
    return sum;
}

/// Two requests one after the other: the second is as long as the first, so no answer added to it.
Meeting hear_one(const Kiosk& kiosk, const HostileAnswer& heard, const HostileServer& elsewhere) {
    const HostileServer server(heard.habit, home_authority());
    const auto begin = std::chrono::steady_clock::now();
    const Asks ask = kiosk({.name = {}, .habit = heard.habit}, server.port());
    const bool is_taken = heard.reception == Reception::Taken;
    auto patience = is_taken ? kPatience : kLittlePatience;
    auto answer = ask(patience);
    // A machine that was too busy for the handshake has not heard the answer yet.
    while (server.received() == 0 && patience < kPatience) {
        patience *= 4;
        answer = ask(patience);
    }
    const auto took = std::chrono::steady_clock::now() - begin;
    const std::size_t once = server.received();
    if (is_taken) static_cast<void>(ask(patience));
    const bool holds = once > 0 && answer.has_value() == is_taken &&
                       (!is_taken || server.received() == 2 * once) && elsewhere.connections() == 0;
    return {holds, std::move(answer), once, took};
}

Sum hear(const Kiosk& kiosk) {
    const HostileServer elsewhere({.identity = good_server()}, home_authority());
    Sum sum;
    for (const HostileAnswer& heard : hostile_answers(elsewhere.port())) {
        const Meeting meeting = hear_one(kiosk, heard, elsewhere);
        sum.add(meeting.holds, meeting.received, meeting.took);
        tell(meeting.holds, meeting.answer, meeting.received, heard.name);
    }
    return sum;
}

/// A configuration under which no handshake of this program could succeed. It is named before the
/// program distrusts its environment; the other variables come after, so nothing but the client's
/// own settings withstands them.
void tempt_library(const std::filesystem::path& file) {
    put_text(file,
             "openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n"
             "[tls]\nMaxProtocol = TLSv1.2\nGroups = P-521\n");
    ::setenv("OPENSSL_CONF", file.c_str(), 1);
}

/// Variables with which somebody would open TLS, or send it through a proxy.
class Temptation {
public:
    Temptation() : proxy_({.identity = good_server()}, home_authority()) {
        const std::string proxy = std::format("http://127.0.0.1:{}", proxy_.port());
        for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"}) {
            ::setenv(name, proxy.c_str(), 1);
        }
        ::setenv("SSLKEYLOGFILE", log().c_str(), 1);
        ::setenv("CURL_CA_BUNDLE", "/dev/null", 1);
        ::setenv("SSL_CERT_FILE", "/dev/null", 1);
    }
    [[nodiscard]] bool was_resisted() const {
        std::error_code absent;
        const auto size = std::filesystem::file_size(log(), absent);
        return proxy_.connections() == 0 && (absent || size == 0);
    }

private:
    [[nodiscard]] std::string log() const { return folder_.path() / "keys"; }

    Folder folder_;
    HostileServer proxy_;
};

std::vector<HostileCase> untrusted() {
    std::vector<HostileCase> cases = false_certificates();
    for (auto some : {false_authorities(), false_revocations()}) {
        std::ranges::move(some, std::back_inserter(cases));
    }
    return cases;
}

/// The first server that must not be talked to and was; empty when there is none.
std::string first_believed(const Kiosk& kiosk, const std::vector<HostileCase>& cases) {
    for (const HostileCase& met : cases) {
        if (meet_one(kiosk, met, Verdict::Refused).received > 0) return met.name;
    }
    return {};
}

std::string first_misheard(const Kiosk& kiosk) {
    const HostileServer elsewhere({.identity = good_server()}, home_authority());
    for (const HostileAnswer& heard : hostile_answers(elsewhere.port())) {
        if (!hear_one(kiosk, heard, elsewhere).holds) return heard.name;
    }
    return {};
}

std::string is_tempted(const Kiosk& kiosk) {
    const Temptation temptation;
    static_cast<void>(meet_one(kiosk, good_servers().at(0), Verdict::TalkedTo));
    return temptation.was_resisted() ? "" : "environment";
}

/// Kiosks that leave one care out each: good servers are served by all of them, some hostile ones
/// by each.
bool show_planted(const Visitor& visitor) {
    Planted planted;
    const HostileCase good = good_servers().at(0);
    const auto certificates = untrusted();
    const auto handshakes = false_handshakes();
    for (int n = 0; n <= static_cast<int>(Omission::Exchanges); ++n) {
        const auto omits = static_cast<Omission>(n);
        const Kiosk kiosk = careless(visitor, {omits}, Manner::Plain);
        const auto& cases = omits < Omission::Request ? certificates : handshakes;
        const bool serves = meet_one(kiosk, good, Verdict::TalkedTo).holds;
        planted.note(to_text(omits), serves ? first_believed(kiosk, cases) : "");
    }
    for (const Manner manner : {Manner::BelievesWhatCame, Manner::FollowsLocations})
        planted.note(to_text(manner), first_misheard(careless(visitor, {}, manner)));
    for (const Manner manner : {Manner::ObeysProxy, Manner::WritesKeys})
        planted.note(to_text(manner), is_tempted(careless(visitor, {}, manner)));
    return planted.were_seen();
}

int run() {
    const Folder folder;
    tempt_library(folder.path() / "openssl.cnf");
    distrust_environment();
    const Visitor visitor;
    const bool is_planted_seen = show_planted(visitor);
    const Temptation temptation;
    const Kiosk kiosk = as_shipped(visitor);
    Sum good = meet(kiosk, good_servers(), Verdict::TalkedTo);
    good += meet(kiosk, good_intermediates(), Verdict::TalkedTo);
    Sum refused = meet(kiosk, untrusted(), Verdict::Untrusted);
    refused += meet(kiosk, false_handshakes(), Verdict::Refused);
    const Sum heard = hear(kiosk);
    const bool resisted = temptation.was_resisted();
    std::println("\n{} of {} good servers talked to", good.held, good.all);
    std::println("{} of {} hostile servers refused, {} request bytes, the slowest after {:.1f} s",
                 refused.held, refused.all, refused.bytes, refused.seconds());
    std::println("{} of {} hostile answers led nowhere, the slowest after {:.1f} s", heard.held,
                 heard.all, heard.seconds());
    std::println("proxy and key log variables: {}", resisted ? "no effect" : "EFFECTIVE");
    return is_planted_seen && good.is_full() && refused.is_full() && heard.is_full() && resisted
               ? 0
               : 1;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char**) {
    if (count != 1) {
        std::println(stderr, "hostile_servers takes no arguments");
        return 2;
    }
    return motlan::testing::run();
}
