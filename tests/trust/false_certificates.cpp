#include <algorithm>
#include <array>
#include <chrono>

#include "tests/trust/hostile_cases.h"
#include "tests/trust/strange_certificate.h"

namespace motlan::testing {
namespace {

using Cases = std::vector<HostileCase>;

HostileCase shows(std::string name, Identity identity, std::string host = "127.0.0.1") {
    return {.name = std::move(name),
            .habit = {.identity = std::move(identity)},
            .host = std::move(host)};
}

HostileCase with_wish(std::string name, const std::function<void(Wish&)>& change,
                      std::string host = "127.0.0.1") {
    Wish wish = good_wish();
    change(wish);
    return shows(std::move(name), issue_strange(home_authority(), wish), std::move(host));
}

HostileCase with_change(std::string name, Change change) {
    return shows(std::move(name),
                 issue_strange(home_authority(), good_wish(), {.change = std::move(change)}));
}

Cases wrong_times() {
    return {
        with_wish("expired yesterday", [](Wish& wish) { wish.ends = std::chrono::hours(-24); }),
        with_change("expired a second ago",
                    [](X509& it) { X509_gmtime_adj(X509_getm_notAfter(&it), -1); }),
        with_wish("valid from tomorrow", [](Wish& wish) { wish.starts = std::chrono::hours(24); }),
        with_change("valid in a minute",
                    [](X509& it) { X509_gmtime_adj(X509_getm_notBefore(&it), 60); }),
        with_change("ends before it starts",
                    [](X509& it) {
                        X509_gmtime_adj(X509_getm_notBefore(&it), 3600);
                        X509_gmtime_adj(X509_getm_notAfter(&it), -3600);
                    }),
    };
}

Cases wrong_names() {
    struct Name {
        std::string title;
        std::string san;
        std::string host = "localhost";
    };
    const std::array<Name, 15> names{{
        {"another host", "DNS:other.example"},
        {"the host with something before it", "DNS:evil.localhost"},
        {"the host with something behind it", "DNS:localhost.example"},
        {"the host with a dot behind it", "DNS:localhost."},
        {"a wildcard alone", "DNS:*"},
        {"a wildcard below the host", "DNS:*.localhost"},
        {"a wildcard in a word", "DNS:local*"},
        {"the host as an address of mail", "email:root@localhost"},
        {"the host as a link", "URI:https://localhost/"},
        {"the host as a registered number", "RID:1.2.3.4"},
        {"an address only, for a host", "IP:127.0.0.1"},
        {"a host only, for an address", "DNS:localhost", "127.0.0.1"},
        {"an address as a host", "DNS:127.0.0.1", "127.0.0.1"},
        {"another address", "IP:127.0.0.2", "127.0.0.1"},
        {"an address of the sixth version", "IP:::ffff:127.0.0.1", "127.0.0.1"},
    }};
    Cases cases;
    for (const Name& name : names) {
        cases.push_back(
            with_wish("name: " + name.title, [&](Wish& wish) { wish.san = name.san; }, name.host));
    }
    const auto only_common = [](Wish& wish) {
        wish.san = "";
        wish.name = "127.0.0.1";
    };
    cases.push_back(with_wish("name: none", [](Wish& wish) { wish.san = ""; }));
    cases.push_back(with_wish("name: as common name only", only_common));
    cases.push_back(with_wish("name: right as common name, wrong as alternative", [](Wish& wish) {
        wish.san = "DNS:other.example";
        wish.name = "127.0.0.1";
    }));
    const auto raw = [](std::string bytes) {
        return [bytes = std::move(bytes)](X509& it) {
            remove_extension(it, NID_subject_alt_name);
            add_raw_extension(it, "2.5.29.17", false, bytes);
        };
    };
    using namespace std::string_literals;
    cases.push_back(with_change("name: an empty list", raw("\x30\x00"s)));
    cases.push_back(with_change("name: no list at all", raw("127.0.0.1")));
    cases.push_back(with_change("name: right up to a zero byte", raw("\x30\x13\x82\x11"
                                                                     "127.0.0.1\0.evil.x"s)));
    cases.push_back(with_change("name: two lists", [](X509& it) {
        add_extension(it, NID_subject_alt_name, "IP:127.0.0.1");
    }));
    return cases;
}

Cases wrong_uses() {
    Cases cases;
    for (const char* usage : {"", "clientAuth", "serverAuth,clientAuth", "anyExtendedKeyUsage",
                              "serverAuth,anyExtendedKeyUsage", "codeSigning", "OCSPSigning",
                              kDevice, kReceipts, kAnswers, kBundles, kRecipient}) {
        cases.push_back(with_wish(std::string("use: ") + (*usage != 0 ? usage : "none stated"),
                                  [&](Wish& wish) { wish.usage = usage; }));
    }
    for (const char* usage : {"keyAgreement", "keyEncipherment", "keyCertSign", "cRLSign"}) {
        cases.push_back(with_wish(std::string("key may: ") + usage,
                                  [&](Wish& wish) { wish.key_usage = usage; }));
    }
    cases.push_back(with_wish("an authority as server", [](Wish& wish) { wish.is_ca = true; }));
    cases.push_back(with_change("an authority with a path length", [](X509& it) {
        remove_extension(it, NID_basic_constraints);
        add_extension(it, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    }));
    cases.push_back(with_change("a server with a path length", [](X509& it) {
        remove_extension(it, NID_basic_constraints);
        add_raw_extension(it, "2.5.29.19", true, std::string("\x30\x03\x02\x01\x05", 5));
    }));
    return cases;
}

Cases wrong_forms() {
    const auto serial = [](const char* hexadecimal) {
        return [hexadecimal](X509& it) {
            BIGNUM* number = nullptr;
            BN_hex2bn(&number, hexadecimal);
            BN_to_ASN1_INTEGER(number, X509_get_serialNumber(&it));
            BN_free(number);
        };
    };
    Cases cases{
        with_wish("version 1", [](Wish& wish) { wish.is_version_1 = true; }),
        with_change("serial number zero", serial("0")),
        with_change("serial number below zero", serial("-2")),
        with_change("serial number of 21 bytes",
                    serial("7F00000000000000000000000000000000000000AA")),
        with_change("a critical extension that nobody knows",
                    [](X509& it) { add_raw_extension(it, "1.2.3.4.5", true, "\x05"); }),
        with_change("an extension twice",
                    [](X509& it) { add_extension(it, NID_ext_key_usage, "serverAuth"); }),
        with_change("the issuer's key named wrongly",
                    [](X509& it) {
                        remove_extension(it, NID_authority_key_identifier);
                        add_raw_extension(it, "2.5.29.35", false,
                                          "\x30\x16\x80\x14" + std::string(20, 'x'));
                    }),
        shows("a signature with one bit turned over", with_broken_signature(good_server())),
    };
    cases.push_back(shows("signed over SHA-1",
                          issue_strange(home_authority(), good_wish(), {.digest = "SHA1"})));
    return cases;
}

Cases wrong_keys() {
    Cases cases;
    for (const char* key : {"RSA-1024", "RSA-2048", "P-192", "P-224", "P-521", "secp256k1",
                            "brainpoolP256r1", "brainpoolP256t1"}) {
        cases.push_back(with_wish(std::string("key: ") + key, [&](Wish& wish) { wish.key = key; }));
    }
    for (const char* key : {"ED25519", "ED448", "RSA-PSS-2048", "RSA-PSS-3072"}) {
        cases.push_back(shows(std::string("key: ") + key,
                              issue_strange(home_authority(), good_wish(), {.key = key})));
    }
    HostileCase unpinned = shows("a good certificate of a key without a pin", good_server());
    unpinned.pin = std::string(64, '0');
    HostileCase of_authority = shows("only the authority's key is pinned", good_server());
    of_authority.pin = pin_of(home_authority());
    cases.push_back(std::move(unpinned));
    cases.push_back(std::move(of_authority));
    return cases;
}

}  // namespace

const Identity& home_authority() {
    static const Identity kHome = Authority("Province").identity();
    return kHome;
}

Wish good_wish() { return {.name = "server", .san = "DNS:localhost,IP:127.0.0.1"}; }

Identity good_server() { return issue_strange(home_authority(), good_wish()); }

Cases good_servers() {
    Cases cases{shows("P-256, by address", good_server()),
                shows("P-256, by name", good_server(), "localhost")};
    for (const char* key : {"P-384", "RSA-3072"}) {
        cases.push_back(
            with_wish(std::string(key) + ", by address", [&](Wish& wish) { wish.key = key; }));
    }
    cases.push_back(shows("the spare of two pins", good_server()));
    cases.back().pin = std::string(64, '0') + "\", \"" + pin_of(cases.back().habit.identity);
    return cases;
}

Cases false_certificates() {
    Cases cases;
    for (Cases some : {wrong_times(), wrong_names(), wrong_uses(), wrong_forms(), wrong_keys()}) {
        std::ranges::move(some, std::back_inserter(cases));
    }
    return cases;
}

}  // namespace motlan::testing
