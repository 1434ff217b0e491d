#include <algorithm>
#include <array>
#include <format>

#include "tests/trust/hostile_cases.h"

namespace motlan::testing {
namespace {

using namespace std::string_literals;
using Cases = std::vector<HostileCase>;

HostileCase set_up(std::string name, std::function<void(SSL_CTX&)> change) {
    return {.name = std::move(name),
            .habit = {.identity = good_server(), .set_up = std::move(change)}};
}

HostileCase older(const char* name, int version, const char* ciphers) {
    return set_up(name, [version, ciphers](SSL_CTX& tls) {
        SSL_CTX_set_min_proto_version(&tls, version);
        SSL_CTX_set_max_proto_version(&tls, version);
        SSL_CTX_set_cipher_list(&tls, ciphers);
        SSL_CTX_clear_options(&tls, SSL_OP_NO_RENEGOTIATION);
        SSL_CTX_set_options(&tls, SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
    });
}

Cases weak_agreements() {
    Cases cases{
        older("TLS 1.0", TLS1_VERSION, "ALL:@SECLEVEL=0"),
        older("TLS 1.1", TLS1_1_VERSION, "ALL:@SECLEVEL=0"),
        older("TLS 1.2", TLS1_2_VERSION, "ALL:@SECLEVEL=0"),
        older("TLS 1.2 that negotiates again", TLS1_2_VERSION, "ECDHE-ECDSA-AES256-GCM-SHA384"),
        older("TLS 1.2 without encryption", TLS1_2_VERSION, "NULL:eNULL:@SECLEVEL=0"),
        older("TLS 1.2 without a certificate", TLS1_2_VERSION, "aNULL:@SECLEVEL=0"),
    };
    for (const char* cipher :
         {"TLS_AES_128_GCM_SHA256", "TLS_AES_128_CCM_SHA256", "TLS_AES_128_CCM_8_SHA256",
          "TLS_SHA256_SHA256", "TLS_SHA384_SHA384"}) {
        cases.push_back(set_up(std::string("only cipher ") + cipher,
                               [cipher](SSL_CTX& tls) { SSL_CTX_set_ciphersuites(&tls, cipher); }));
    }
    for (const char* group : {"P-384", "P-521", "X448", "ffdhe2048", "ffdhe8192", "MLKEM768",
                              "SecP256r1MLKEM768", "SecP384r1MLKEM1024"}) {
        cases.push_back(set_up(std::string("only key exchange ") + group,
                               [group](SSL_CTX& tls) { SSL_CTX_set1_groups_list(&tls, group); }));
    }
    cases.push_back(set_up("chooses HTTP/2, which was not offered", [](SSL_CTX& tls) {
        SSL_CTX_set_alpn_select_cb(
            &tls,
            [](SSL*, const unsigned char** out, unsigned char* size, const unsigned char*, unsigned,
               void*) {
                *out = reinterpret_cast<const unsigned char*>("h2");
                *size = 2;
                return SSL_TLSEXT_ERR_OK;
            },
            nullptr);
    }));
    HostileCase indifferent{.name = "does not ask for the kiosk's certificate",
                            .habit = {.identity = good_server(), .asks_for_client = false}};
    cases.push_back(std::move(indifferent));
    return cases;
}

/// The server's part of the handshake is about 2,000 bytes with the hybrid key exchange.
Cases cut_and_turned() {
    Cases cases;
    for (const std::size_t bytes : {0, 1, 4, 5, 6, 43, 100, 700, 1200, 1300, 1500, 1700, 1800}) {
        cases.push_back({.name = std::format("hangs up after {} bytes", bytes),
                         .habit = {.identity = good_server(), .cut_at = bytes}});
    }
    for (const std::size_t at : {0, 1, 3, 5, 9, 20, 60, 80, 200, 1000, 1225, 1300, 1400, 1600}) {
        cases.push_back({.name = std::format("turns a bit of byte {} over", at),
                         .habit = {.identity = good_server(), .flip_at = at}});
    }
    return cases;
}

Cases no_handshakes() {
    const std::string hello_retry =
        "\x16\x03\x03\x00\x58\x02\x00\x00\x54\x03\x03"
        "\xCF\x21\xAD\x74\xE5\x9A\x61\x11\xBE\x1D\x8C\x02\x1E\x65\xB8\x91"
        "\xC2\xA2\x11\x16\x7A\xBB\x8C\x5E\x07\x9E\x09\xE2\xC8\xA8\x33\x9C\x20"s +
        std::string(32, '\0') +
        "\x13\x02\x00\x00\x0C\x00\x2B\x00\x02\x03\x04\x00\x33\x00\x02\x00\x17"s;
    struct Speech {
        std::string name;
        std::string words;
        bool is_endless = false;
    };
    const std::array<Speech, 16> speeches{{
        {"answers in the clear", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"},
        {"redirects in the clear",
         "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"},
        {"speaks another protocol", "SSH-2.0-OpenSSH_9.9\r\n"},
        {"sends noise", std::string(20'000, '\xA7')},
        {"sends zero bytes without end", std::string(20'000, '\0'), true},
        {"a record beyond its size", "\x16\x03\x03\xFF\xFF"s + std::string(70'000, 'x')},
        {"an empty record", "\x16\x03\x03\x00\x00"s},
        {"records of nothing without end", "\x16\x03\x03\x00\x00"s, true},
        {"a fatal alert", "\x15\x03\x03\x00\x02\x02\x28"s},
        {"a goodbye at once", "\x15\x03\x03\x00\x02\x01\x00"s},
        {"warnings without end", "\x15\x03\x01\x00\x02\x01\x5A"s, true},
        {"changes of cipher without end", "\x14\x03\x03\x00\x01\x01"s, true},
        {"content before the handshake", "\x17\x03\x03\x00\x20"s + std::string(32, 'x')},
        {"another exchange asked for twice", hello_retry + hello_retry},
        {"half a greeting and then silence", "\x16\x03\x03\x00\x7A\x02\x00\x00\x76\x03\x03"s},
        {"a greeting of sixteen million bytes",
         "\x16\x03\x03\x40\x00\x02\xFF\xFF\xFF\x03\x03"s + std::string(16'378, 'x')},
    }};
    Cases cases;
    for (const Speech& speech : speeches) {
        cases.push_back({.name = speech.name,
                         .habit = {.identity = good_server(),
                                   .instead = speech.words,
                                   .is_endless = speech.is_endless}});
    }
    cases.push_back({.name = "a handshake that never ends",
                     .habit = {.identity = good_server(), .drips = true}});
    return cases;
}

}  // namespace

Cases false_handshakes() {
    Cases cases = weak_agreements();
    for (Cases some : {cut_and_turned(), no_handshakes()}) {
        std::ranges::move(some, std::back_inserter(cases));
    }
    return cases;
}

}  // namespace motlan::testing
