#include "tests/trust/hostile_answers.h"

#include <algorithm>
#include <array>
#include <format>

#include "tests/trust/hostile_cases.h"

namespace motlan::testing {
namespace {

using namespace std::string_literals;
using Answers = std::vector<HostileAnswer>;

HostileAnswer answers(std::string name, std::string words,
                      Reception reception = Reception::Refused) {
    return {.name = std::move(name),
            .habit = {.identity = good_server(), .answer = std::move(words)},
            .reception = reception};
}

HostileAnswer without_end(std::string name, std::string words) {
    HostileAnswer answer = answers(std::move(name), std::move(words));
    answer.habit.is_endless = true;
    return answer;
}

HostileAnswer and_parts(std::string name, std::string words, Parting parting) {
    HostileAnswer answer = answers(std::move(name), std::move(words));
    answer.habit.parting = parting;
    return answer;
}

std::string ok(const std::string& headers, const std::string& body) {
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

Answers leading_elsewhere(int elsewhere) {
    Answers all;
    const std::array<std::string, 3> places{std::format("https://127.0.0.1:{}/", elsewhere),
                                            std::format("http://127.0.0.1:{}/", elsewhere),
                                            std::format("//127.0.0.1:{}/", elsewhere)};
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const std::string& place : places) {
            all.push_back(answers(
                std::format("{} to {}", status, place.substr(0, place.find("127"))),
                std::format("HTTP/1.1 {} Moved\r\nLocation: {}\r\nContent-Length: 0\r\n\r\n",
                            status, place),
                Reception::Taken));
        }
    }
    const std::string alternative = std::format("Alt-Svc: h2=\":{}\"; ma=3600\r\n", elsewhere);
    const std::string refresh = std::format("Refresh: 0;url=https://127.0.0.1:{}/\r\n", elsewhere);
    for (const std::string& header :
         {alternative, refresh, "Strict-Transport-Security: max-age=9\r\n"s,
          "Set-Cookie: who=me; Path=/\r\n"s, "WWW-Authenticate: Basic realm=\"r\"\r\n"s,
          "Content-Encoding: gzip\r\n"s, "Content-Encoding: br\r\n"s}) {
        all.push_back(answers("header " + header.substr(0, header.find_first_of("=;\"\r")),
                              ok(header + "Content-Length: 2\r\n", "ok"), Reception::Taken));
    }
    for (const char* status : {"401 Unauthorized", "407 Proxy Authentication Required"}) {
        all.push_back(answers(status,
                              std::format("HTTP/1.1 {}\r\nWWW-Authenticate: Basic realm=\"r\"\r\n"
                                          "Proxy-Authenticate: Basic realm=\"r\"\r\n"
                                          "Content-Length: 0\r\n\r\n",
                                          status),
                              Reception::Taken));
    }
    return all;
}

Answers too_much() {
    return {
        answers("one header of 20,000 bytes", ok("X: " + std::string(20'000, 'x') + "\r\n", "")),
        without_end("headers without end", "HTTP/1.1 200 OK\r\nX: 1\r\n"),
        without_end("a header line without end", "HTTP/1.1 200 OK X-X-X-X-X-X"),
        without_end("continue, continue", "HTTP/1.1 100 Continue\r\n\r\n"),
        without_end("early hints", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
        answers("a body beyond its bound", ok("Content-Length: 5000\r\n", std::string(5000, 'x'))),
        answers("a body of exabytes, announced",
                ok("Content-Length: 9000000000000000000\r\n", "x")),
        without_end("a body without end and without size",
                    ok("Connection: close\r\n", std::string(100, 'x'))),
        without_end("chunks without end", ok("Transfer-Encoding: chunked\r\n", "") + "1\r\nx\r\n"),
        answers("trailers without measure", ok("Transfer-Encoding: chunked\r\n",
                                               "0\r\n" + std::string(20'000, 'T') + ": x\r\n\r\n")),
    };
}

Answers malformed() {
    return {
        answers("a chunk of negative size",
                ok("Transfer-Encoding: chunked\r\n", "-5\r\nhello\r\n")),
        answers("a chunk of a size beyond all numbers",
                ok("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\nx\r\n")),
        answers("a negative size", ok("Content-Length: -1\r\n", "ok")),
        answers("a size that is no number", ok("Content-Length: two\r\n", "ok")),
        answers("another protocol", "SSH-2.0-OpenSSH_9.9\r\n\r\n"),
        answers("HTTP/0.9", "<html>ok</html>\r\n\r\n"),
        answers("HTTP/2 in the place of HTTP/1.1", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        answers("a status that is no number", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n"),
        answers("zero bytes", std::string(4'000, '\0')),
        answers("a header folded over lines",
                ok("X: 1\r\n" + std::string(20'000, ' ') + "y\r\n", "")),
    };
}

Answers cut_short() {
    Answers all{
        and_parts("a body cut short", ok("Content-Length: 50\r\n", "ok"), Parting::SaysGoodbye),
        and_parts("a body cut short without a goodbye", ok("Content-Length: 50\r\n", "ok"),
                  Parting::Cuts),
        and_parts("chunks cut short", ok("Transfer-Encoding: chunked\r\n", "5\r\nhel"),
                  Parting::SaysGoodbye),
        and_parts("a body of unknown size cut without a goodbye", ok("Connection: close\r\n", "ok"),
                  Parting::Cuts),
        and_parts("headers cut short", "HTTP/1.1 200 OK\r\nContent-Le", Parting::SaysGoodbye),
        and_parts("nothing, and a goodbye", "", Parting::SaysGoodbye),
        and_parts("nothing, and no goodbye", "", Parting::Cuts),
        answers("nothing", ""),
        answers("half a body, then silence", ok("Content-Length: 50\r\n", "ok")),
    };
    HostileAnswer asks_again = answers("asks for the certificate once more", "");
    asks_again.habit.set_up = [](SSL_CTX& tls) { SSL_CTX_set_options(&tls, SSL_OP_NO_TICKET); };
    asks_again.habit.after_handshake = [](SSL& ssl) { SSL_verify_client_post_handshake(&ssl); };
    all.push_back(std::move(asks_again));
    HostileAnswer rekeys =
        answers("new keys a thousand times", ok("Content-Length: 2\r\n", "ok"), Reception::Taken);
    rekeys.habit.after_handshake = [](SSL& ssl) {
        for (int n = 0; n < 1000; ++n) {
            SSL_key_update(&ssl, SSL_KEY_UPDATE_NOT_REQUESTED);
            SSL_do_handshake(&ssl);
        }
    };
    all.push_back(std::move(rekeys));
    return all;
}

}  // namespace

std::vector<HostileAnswer> hostile_answers(int elsewhere) {
    Answers all = leading_elsewhere(elsewhere);
    for (Answers some : {too_much(), malformed(), cut_short()}) {
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

}  // namespace motlan::testing
