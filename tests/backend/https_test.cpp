#include <cstdlib>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/environment.h"
#include "kiosk/backend/https.h"
#include "kiosk/backend/province_client.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"
#include "tests/support/tls_server.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Kiosk : Enrolled {
    SystemClock clock;
    PrivateKey key = tls.read_key();
    std::stop_source stop;

    void revoke(const RevocationWish& wish) const {
        put_text(folder() / "revocation.crl", as_text(authority.revocations(wish)));
    }
    [[nodiscard]] HttpsClient client(const TlsServer& to,
                                     const std::string& host = "127.0.0.1") const {
        address(to.port(), host);
        const auto enrolment = read_enrolment(folder());
        REQUIRE(enrolment);
        return HttpsClient::open(*enrolment, key, clock, {stop.get_token()}).value();
    }
    [[nodiscard]] Result<HttpAnswer> get(const TlsServer& from, std::size_t limit = 1000) const {
        return client(from).exchange(
            {.method = "GET", .path = "/v1/bundle", .answer_limit = limit});
    }
    /// The fault of asking a server with that identity, which must see no byte of the request.
    [[nodiscard]] Fault refusal(const Identity& identity, Manner manner = Manner::Tls13) const {
        const TlsServer other(identity, authority, manner);
        const auto answer = get(other);
        CHECK(other.received() == 0);
        REQUIRE_FALSE(answer);
        return answer.error();
    }
};

std::string with_headers(std::size_t size) {
    return "HTTP/1.1 200 OK\r\nX: " + std::string(size, 'x') + "\r\nContent-Length: 0\r\n\r\n";
}

}  // namespace

TEST_CASE("the kiosk speaks TLS 1.3 with the hybrid key exchange and shows its certificate",
          "[backend]") {
    const Kiosk kiosk;
    const TlsServer server(kiosk.server, kiosk.authority);

    const auto answer = kiosk.get(server);

    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(as_text(answer->body) == "ok");
    CHECK(server.agreement() == "TLSv1.3 X25519MLKEM768 NA-VINH-03");
}

TEST_CASE("no server but the province's own sees a byte of a request", "[backend]") {
    const Kiosk kiosk;
    const auto issue = [&](Wish wish) { return kiosk.authority.issue(wish); };
    const Wish good{.name = "server", .san = "DNS:localhost,IP:127.0.0.1"};
    Wish expired = good, other_name = good, other_use = good, common_name = good;
    expired.ends = std::chrono::hours(-1);
    other_name.san = "DNS:other,IP:127.0.0.2";
    other_use.usage = "clientAuth";
    common_name.san = "";
    common_name.name = "127.0.0.1";

    CHECK(kiosk.refusal(issue(expired)) == Fault::BackendUntrusted);
    CHECK(kiosk.refusal(issue(other_name)) == Fault::BackendUntrusted);
    CHECK(kiosk.refusal(issue(other_use)) == Fault::BackendUntrusted);
    CHECK(kiosk.refusal(issue(common_name)) == Fault::BackendUntrusted);
    CHECK(kiosk.refusal(issue(good)) == Fault::BackendUntrusted);  // its key is not pinned
    CHECK(kiosk.refusal(Authority().issue(good)) == Fault::BackendUntrusted);
    CHECK(kiosk.refusal(self_signed(good)) == Fault::BackendUntrusted);
}

TEST_CASE("a server whose certificate was taken back sees no byte, not even for a bundle",
          "[backend]") {
    const Kiosk kiosk;
    kiosk.revoke({.revoked = {kiosk.server}});

    CHECK(kiosk.refusal(kiosk.server) == Fault::BackendUntrusted);
    kiosk.revoke({.revoked = {kiosk.server}, .issued = std::chrono::hours(-24 * 30)});
    CHECK(kiosk.refusal(kiosk.server) == Fault::BackendUntrusted);
}

TEST_CASE("without a fresh list of revocations only bundles may be asked for", "[backend]") {
    const Kiosk kiosk;
    const auto status = [&](HttpsClient& client, const char* method, const char* path) {
        const auto answer = client.exchange({.method = method, .path = path});
        return answer ? answer->status : answer.error() == Fault::BackendUntrusted ? 0 : -1;
    };
    const RevocationWish overdue{.next = std::chrono::hours(-1)};
    const RevocationWish old{.issued = std::chrono::hours(-24 * 8)};
    const RevocationWish strange{.has_critical = true};

    for (const RevocationWish& wish : {overdue, old, strange}) {
        const TlsServer server(kiosk.server, kiosk.authority);
        const TlsServer other(kiosk.server, kiosk.authority);
        kiosk.revoke(wish);
        HttpsClient client = kiosk.client(server);
        CHECK(status(client, "GET", "/v1/bundle") == 200);
        CHECK(status(client, "GET", "/v1/bundle/files/00") == 200);
        HttpsClient strict = kiosk.client(other);
        for (const char* path : {"/v1/query", "/v1/bundles", "/v1/dossiers/1", "/v1/checkpoints"}) {
            CHECK(status(client, "GET", path) == 0);
            CHECK(status(strict, "GET", path) == 0);
        }
        CHECK(status(strict, "POST", "/v1/bundle") == 0);
        CHECK(other.received() == 0);
        kiosk.revoke({});
        CHECK(status(client, "GET", "/v1/dossiers/1") == 200);
    }
}

TEST_CASE("older TLS and other key exchanges are refused", "[backend]") {
    const Kiosk kiosk;

    CHECK(kiosk.refusal(kiosk.server, Manner::Tls12) == Fault::BackendUntrusted);
    CHECK(kiosk.refusal(kiosk.server, Manner::OtherGroups) == Fault::BackendUntrusted);
}

TEST_CASE("a cut connection is no matter of trust", "[backend]") {
    const Kiosk kiosk;
    int free_port = 0;
    {
        const TlsServer gone(kiosk.server, kiosk.authority);
        free_port = gone.port();
    }
    kiosk.address(free_port);
    auto nobody =
        HttpsClient::open(read_enrolment(kiosk.folder()).value(), kiosk.key, kiosk.clock, {})
            .value();

    CHECK(kiosk.refusal(kiosk.server, Manner::HangsUp) == Fault::BackendUnreachable);
    CHECK(nobody.exchange({.method = "GET", .path = "/"}).error() == Fault::BackendUnreachable);
}

TEST_CASE("a redirect is an answer and not an order", "[backend]") {
    const Kiosk kiosk;
    const TlsServer other(kiosk.server, kiosk.authority);
    const TlsServer server(kiosk.server, kiosk.authority, Manner::Tls13,
                           std::format("HTTP/1.1 302 Found\r\nLocation: https://127.0.0.1:{}/\r\n"
                                       "Content-Length: 0\r\n\r\n",
                                       other.port()));

    CHECK(kiosk.get(server)->status == 302);
    CHECK(other.received() == 0);
}

TEST_CASE("an answer beyond its bounds is refused", "[backend]") {
    const Kiosk kiosk;
    const TlsServer large(kiosk.server, kiosk.authority, Manner::Tls13,
                          "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n12345678901");
    const TlsServer wide(kiosk.server, kiosk.authority, Manner::Tls13, with_headers(20'000));
    const TlsServer strange(kiosk.server, kiosk.authority, Manner::Tls13, "SSH-2.0-server\r\n\r\n");

    CHECK(kiosk.get(large, 11));
    CHECK(kiosk.get(large, 10).error() == Fault::BackendAnswerMalformed);
    CHECK(kiosk.get(wide).error() == Fault::BackendAnswerMalformed);
    CHECK(kiosk.get(strange).error() == Fault::BackendAnswerMalformed);
}

TEST_CASE("a silent server is left when patience ends or a stop is wished", "[backend]") {
    Kiosk kiosk;
    const TlsServer server(kiosk.server, kiosk.authority, Manner::StaysSilent);
    HttpsClient client = kiosk.client(server);

    CHECK(client.exchange({.method = "GET", .path = "/", .patience = std::chrono::seconds(1)})
              .error() == Fault::BackendUnreachable);
    kiosk.stop.request_stop();
    CHECK(client.exchange({.method = "GET", .path = "/"}).error() == Fault::BackendUnreachable);
}

TEST_CASE("no session is resumed", "[backend]") {
    const Kiosk kiosk;
    const TlsServer server(kiosk.server, kiosk.authority, Manner::Tls13,
                           "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    HttpsClient client = kiosk.client(server);

    for (int n = 0; n < 3; ++n) CHECK(client.exchange({.method = "GET", .path = "/"}));

    CHECK(server.resumed() == 0);
}

TEST_CASE("proxy and key log variables change nothing, and the program forgets them", "[backend]") {
    const Kiosk kiosk;
    const TlsServer server(kiosk.server, kiosk.authority);
    const std::string log = (kiosk.state.path() / "keys.log").string();
    for (const char* name :
         {"https_proxy", "HTTPS_PROXY", "ALL_PROXY", "CURL_CA_BUNDLE", "OPENSSL_CONF"}) {
        ::setenv(name, "http://127.0.0.1:9", 1);
    }
    ::setenv("SSLKEYLOGFILE", log.c_str(), 1);

    distrust_environment();
    CHECK(kiosk.get(server));

    for (const char* name : {"https_proxy", "HTTPS_PROXY", "ALL_PROXY", "CURL_CA_BUNDLE",
                             "OPENSSL_CONF", "SSLKEYLOGFILE"}) {
        INFO(name);
        CHECK(std::getenv(name) == nullptr);
    }
    CHECK(std::getenv("PATH") != nullptr);
    CHECK_FALSE(std::filesystem::exists(log));
}

TEST_CASE("a kiosk without a bundle cannot be told that it has the newest", "[backend]") {
    const Kiosk kiosk;
    const TlsServer server(kiosk.server, kiosk.authority, Manner::Tls13,
                           "HTTP/1.1 304 Not Modified\r\n\r\n");
    ProvinceClient province(kiosk.client(server));

    CHECK(province.bundle(0).error() == Fault::BackendAnswerMalformed);
    CHECK_FALSE(province.bundle(7).value().has_value());
}
