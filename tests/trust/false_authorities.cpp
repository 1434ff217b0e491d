#include <algorithm>
#include <functional>

#include "tests/trust/hostile_cases.h"
#include "tests/trust/strange_certificate.h"

namespace motlan::testing {
namespace {

Wish authority_wish(const std::string& name = "Province") {
    return {.name = name, .usage = "", .key_usage = "keyCertSign,cRLSign", .is_ca = true};
}

/// A server below an authority that the kiosk was enrolled with.
HostileCase enrolled_with(std::string name, const Identity& authority) {
    return {.name = std::move(name),
            .habit = {.identity = issue_strange(authority, good_wish())},
            .authority = authority};
}

HostileCase of_strange_authority(std::string name, Change change, Wish wish = authority_wish()) {
    return enrolled_with(std::move(name), self_made(wish, {.change = std::move(change)}));
}

/// A server below an authority that the kiosk does not know.
HostileCase below(std::string name, const Identity& stranger) {
    return {.name = std::move(name), .habit = {.identity = issue_strange(stranger, good_wish())}};
}

Identity with_key_name_of(const Identity& other) {
    return self_made(authority_wish(), {.change = [&](X509& it) {
                         remove_extension(it, NID_subject_key_identifier);
                         const X509Owner model = to_x509(other);
                         const int at =
                             X509_get_ext_by_NID(model.get(), NID_subject_key_identifier, -1);
                         X509_add_ext(&it, X509_get_ext(model.get(), at), -1);
                     }});
}

Change constrained(const std::string& names) {
    return [names](X509& it) { add_extension(it, NID_name_constraints, names); };
}

/// An authority with an RSA key, below which a signature over that digest can be made.
HostileCase signed_over(const char* digest) {
    Wish wish = authority_wish();
    wish.key = "RSA-3072";
    const Identity authority = self_made(wish);
    return {.name = std::string("authority: RSA, signs over ") + digest,
            .habit = {.identity = issue_strange(authority, good_wish(), {.digest = digest})},
            .authority = authority};
}

/// Intermediate authorities one below the other, the first of them below the authority.
std::vector<Identity> intermediates(int count, const Wish& wish = authority_wish("Middle")) {
    std::vector<Identity> all;
    for (int n = 0; n < count; ++n)
        all.push_back(issue_strange(all.empty() ? home_authority() : all.back(), wish));
    return all;
}

/// A server below the last of them, which it sends.
HostileCase charged(std::string name, const std::vector<Identity>& sent) {
    HostileCase met = below(std::move(name), sent.back());
    met.habit.beside = sent;
    return met;
}

HostileCase of_strange_intermediate(std::string name, Change change,
                                    Wish wish = authority_wish("Middle")) {
    return charged("intermediate: " + std::move(name),
                   {issue_strange(home_authority(), wish, {.change = std::move(change)})});
}

std::vector<HostileCase> false_intermediates() {
    const auto wished = [](std::string name, const std::function<void(Wish&)>& change) {
        Wish wish = authority_wish("Middle");
        change(wish);
        return of_strange_intermediate(std::move(name), {}, wish);
    };
    std::vector<Identity> first_alone = intermediates(2);
    first_alone[0] =
        issue_strange(home_authority(), authority_wish("Middle"), {.change = [](X509& it) {
                          remove_extension(it, NID_basic_constraints);
                          add_extension(it, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
                      }});
    first_alone[1] = issue_strange(first_alone[0], authority_wish("Lower"));
    HostileCase taken_back = charged("intermediate: it was taken back", intermediates(1));
    taken_back.revocations.revoked = taken_back.habit.beside;
    return {
        wished("expired", [](Wish& wish) { wish.ends = std::chrono::hours(-1); }),
        wished("not yet valid", [](Wish& wish) { wish.starts = std::chrono::hours(1); }),
        wished("key of 2048 bits", [](Wish& wish) { wish.key = "RSA-2048"; }),
        wished("may not sign certificates", [](Wish& wish) { wish.key_usage = "cRLSign"; }),
        wished("made for servers", [](Wish& wish) { wish.usage = "serverAuth"; }),
        wished("version 1", [](Wish& wish) { wish.is_version_1 = true; }),
        of_strange_intermediate("is none",
                                [](X509& it) {
                                    remove_extension(it, NID_basic_constraints);
                                    add_extension(it, NID_basic_constraints, "critical,CA:FALSE");
                                }),
        of_strange_intermediate("for other names only",
                                constrained("critical,permitted;IP:10.0.0.0/255.0.0.0")),
        of_strange_intermediate("constraints that are not critical",
                                constrained("permitted;IP:127.0.0.0/255.0.0.0")),
        of_strange_intermediate("an unknown critical extension",
                                [](X509& it) { add_raw_extension(it, "1.2.3.4.5", true, "\x05"); }),
        charged("intermediate: of an unknown authority",
                {issue_strange(Authority("X").identity(), authority_wish("Middle"))}),
        charged("intermediate: one that may charge nobody has charged another", first_alone),
        charged("four intermediates", intermediates(4)),
        std::move(taken_back),
    };
}

std::vector<HostileCase> strangers() {
    const Identity middle = issue_strange(home_authority(), authority_wish("Middle"));
    const Identity no_authority = issue_strange(home_authority(), good_wish());
    const Identity kiosk =
        issue_strange(home_authority(), {.name = "NA-VINH-03", .usage = "clientAuth"});
    std::vector<HostileCase> cases{
        below("an intermediate, not sent", middle),
        below("signed by another server", no_authority),
        below("signed by a kiosk", kiosk),
        below("another authority", Authority("Other").identity()),
        below("another authority of the same name", Authority("Province").identity()),
        below("another authority of the same name and key name",
              with_key_name_of(home_authority())),
        {.name = "signed by itself", .habit = {.identity = self_signed(good_wish())}},
        {.name = "the authority itself", .habit = {.identity = home_authority()}},
    };
    return cases;
}

}  // namespace

std::vector<HostileCase> false_revocations() {
    const Identity server = good_server();
    const auto says = [&](std::string name, RevocationWish wish) {
        return HostileCase{.name = "revocations: " + name,
                           .habit = {.identity = server},
                           .revocations = std::move(wish)};
    };
    constexpr std::chrono::hours kDay{24};
    HostileCase by_another = says("by another authority", {});
    by_another.list_signer = Authority("Province").identity();
    HostileCase by_server = says("by the server itself", {});
    by_server.list_signer = server;
    return {
        says("it was taken back", {.revoked = {server}}),
        says("it was taken back, among others",
             {.revoked = {good_server(), server, good_server()}}),
        says("eight days old", {.issued = -8 * kDay, .next = 30 * kDay}),
        says("overdue for an hour", {.issued = -2 * kDay, .next = std::chrono::hours(-1)}),
        says("of version 1", {.is_version_1 = true}),
        says("without a number", {.has_number = false}),
        says("with something critical that nobody knows", {.has_critical = true}),
        says("about something critical that nobody knows",
             {.revoked = {good_server()}, .has_critical_entry = true}),
        says("signed over SHA-1", {.digest = "SHA1"}),
        std::move(by_another),
        std::move(by_server),
    };
}

std::vector<HostileCase> good_intermediates() {
    HostileCase with_root =
        charged("below an intermediate, sent with the authority", intermediates(1));
    with_root.habit.beside.push_back(home_authority());
    return {charged("below an intermediate", intermediates(1)), std::move(with_root),
            charged("below three intermediates", intermediates(3))};
}

std::vector<HostileCase> false_authorities() {
    std::vector<HostileCase> cases = strangers();
    std::ranges::move(false_intermediates(), std::back_inserter(cases));
    Wish expired = authority_wish();
    expired.ends = std::chrono::hours(-1);
    Wish early = authority_wish();
    early.starts = std::chrono::hours(1);
    Wish weak = authority_wish();
    weak.key = "RSA-1024";
    Wish no_signer = authority_wish();
    no_signer.key_usage = "cRLSign";
    Wish first_version = authority_wish();
    first_version.is_version_1 = true;
    cases.push_back(of_strange_authority("authority: expired", {}, expired));
    cases.push_back(of_strange_authority("authority: not yet valid", {}, early));
    cases.push_back(of_strange_authority("authority: key of 1024 bits", {}, weak));
    cases.push_back(of_strange_authority("authority: may not sign", {}, no_signer));
    cases.push_back(of_strange_authority("authority: version 1", {}, first_version));
    cases.push_back(of_strange_authority("authority: is none", [](X509& it) {
        remove_extension(it, NID_basic_constraints);
        add_extension(it, NID_basic_constraints, "critical,CA:FALSE");
    }));
    cases.push_back(of_strange_authority("authority: does not say that it is one", [](X509& it) {
        remove_extension(it, NID_basic_constraints);
    }));
    cases.push_back(of_strange_authority("authority: for other names only",
                                         constrained("critical,permitted;IP:10.0.0.0/255.0.0.0")));
    cases.push_back(
        of_strange_authority("authority: not for this address",
                             constrained("critical,excluded;IP:127.0.0.1/255.255.255.255")));
    cases.push_back(of_strange_authority("authority: not for this host",
                                         constrained("critical,excluded;DNS:localhost")));
    for (const char* digest : {"MD5", "SHA1", "RIPEMD160"}) cases.push_back(signed_over(digest));
    cases.push_back(of_strange_authority("authority: an unknown critical extension", [](X509& it) {
        add_raw_extension(it, "1.2.3.4.5", true, "\x05");
    }));
    return cases;
}

}  // namespace motlan::testing
