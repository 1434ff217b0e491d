#include "kiosk/chip/passive_authentication.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/card_files.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

CountryCertificate certificate_of(const Authority& state) {
    const Certificate certificate = state.certificate();
    return {certificate.der().begin(), certificate.der().end()};
}

using Countries = std::vector<CountryCertificate>;

Result<ChipTrust> check(const CardFiles& files, const Countries& countries) {
    const std::vector<ChipContent> read = {
        {1, files.at(kMachineReadable)}, {13, files.at(kVietnamese)}, {2, files.at(kFace)}};
    return authenticate(files.at(kSecurityObject), read, countries);
}

struct State {
    Authority authority = make_issuing_state();
    Countries countries = {certificate_of(authority)};

    [[nodiscard]] Result<ChipTrust> check(const CardFiles& files) const {
        return ::check(files, countries);
    }
    /// A card by a signer that differs in one thing.
    [[nodiscard]] Result<ChipTrust> check_signed_by(const Wish& wish) const {
        return check(card_files({}, {authority.issue(wish)}));
    }
};

const Wish kSigner = {.name = "Test document signer", .usage = ""};

}  // namespace

TEST_CASE("files that the State signed are authentic", "[chip]") {
    const State state;
    for (const char* digest : {"SHA224", "SHA256", "SHA384", "SHA512"}) {
        const CardFiles files = card_files({}, {make_document_signer(state.authority), digest});
        INFO(digest);
        CHECK(state.check(files) == ChipTrust::Authentic);
    }
}

TEST_CASE("the State may sign with elliptic curves, RSA and RSA-PSS", "[chip]") {
    const State state;
    for (const char* key : {"P-384", "P-521", "brainpoolP256r1", "RSA-2048"}) {
        const Identity signer = make_document_signer(state.authority, 365, key);
        INFO(key);
        CHECK(state.check(card_files({}, {signer})) == ChipTrust::Authentic);
    }
    const Identity signer = make_document_signer(state.authority, 365, "RSA-2048");
    CHECK(state.check(card_files({}, {signer, "SHA256", true})) == ChipTrust::Authentic);
    CHECK(state.check(card_files({}, {signer, "SHA512", true})) == ChipTrust::Authentic);
}

TEST_CASE("a signer that has expired since is still believed", "[chip]") {
    const State state;

    CHECK(state.check(card_files({}, {make_document_signer(state.authority, -30)})) ==
          ChipTrust::Authentic);
}

TEST_CASE("without the issuer's certificate nobody can tell", "[chip]") {
    const State state;
    const Authority namesake = make_issuing_state();
    const Authority stranger = make_issuing_state("Another State");
    const CardFiles files = card_files({}, {make_document_signer(state.authority)});

    CHECK(check(files, {}) == ChipTrust::Unchecked);
    CHECK(check(files, Countries{certificate_of(stranger)}) == ChipTrust::Unchecked);
    CHECK(check(files, Countries{certificate_of(namesake)}) == ChipTrust::Unchecked);
    CHECK(check(files, Countries{certificate_of(namesake), state.countries.front()}) ==
          ChipTrust::Authentic);
}

TEST_CASE("a file exchanged after signing is found, with or without certificates", "[chip]") {
    const State state;
    for (const std::uint16_t file : {kMachineReadable, kVietnamese, kFace}) {
        CardFiles files = card_files({}, {make_document_signer(state.authority)});
        files[file].back() ^= 1;
        INFO(file);
        CHECK(state.check(files) == fail(Fault::ChipForged));
        CHECK(check(files, {}) == fail(Fault::ChipForged));
    }
}

TEST_CASE("a file that nobody signed is forged", "[chip]") {
    const State state;
    CardFiles files = card_files({}, {make_document_signer(state.authority)});
    const std::vector<ChipContent> unsigned_file = {{14, files.at(kVietnamese)}};

    CHECK(authenticate(files.at(kSecurityObject), unsigned_file, state.countries) ==
          fail(Fault::ChipForged));
}

TEST_CASE("no byte of the digests or of the certificate can change", "[chip]") {
    const State state;
    const Identity identity = make_document_signer(state.authority);
    const CardFiles files = card_files({}, {identity});
    const Bytes& object = files.at(kSecurityObject);
    const Certificate signer = identity.read_certificate();
    const Bytes type = {0x67, 0x81, 0x08, 0x01, 0x01, 0x01};  // 2.23.136.1.1.1
    const auto place_of = [&object](const auto& part) {
        return static_cast<std::size_t>(std::ranges::search(object, part).begin() - object.begin());
    };
    const std::size_t certificate = place_of(signer.der());
    // Between the two stand only tag and length of the list of certificates.
    const std::size_t digests_end = certificate - 4;

    for (std::size_t i = 0; i < object.size(); ++i) {
        CardFiles changed = files;
        changed[kSecurityObject][i] ^= 0x20;
        const auto trust = state.check(changed);
        const bool is_digests = i >= place_of(type) && i < digests_end;
        const bool is_certificate = i >= certificate && i < certificate + signer.der().size();
        INFO(i);
        CHECK_FALSE(((is_digests || is_certificate) && trust == ChipTrust::Authentic));
        CHECK(
            (trust || trust.error() == Fault::ChipForged || trust.error() == Fault::ChipMalformed));
    }
}

TEST_CASE("a signer with the State's name and another's key is forged", "[chip]") {
    const State state;
    const Authority impostor = make_issuing_state();
    // Its issuer is named as the State is, with no key identifier that tells them apart.
    const Identity signer = self_signed({.name = "Test issuing State", .usage = ""});

    CHECK(state.check(card_files({}, {signer})) == fail(Fault::ChipForged));
    CHECK(state.check(card_files({}, {make_document_signer(impostor)})) == ChipTrust::Unchecked);
}

TEST_CASE("only a document signer may sign", "[chip]") {
    const State state;
    Wish authority = kSigner;
    authority.is_ca = true;
    Wish for_agreement = kSigner;
    for_agreement.key_usage = "keyAgreement";
    Wish weak = kSigner;
    weak.key = "RSA-1024";

    CHECK(state.check_signed_by(kSigner) == ChipTrust::Authentic);
    for (const Wish& wish : {authority, for_agreement, weak})
        CHECK(state.check_signed_by(wish) == fail(Fault::ChipForged));
}

TEST_CASE("weak digests and other shapes are not understood", "[chip]") {
    const State state;
    const Identity signer = make_document_signer(state.authority);
    CardFiles files = card_files({}, {signer, "SHA1"});
    CHECK(state.check(files) == fail(Fault::ChipMalformed));

    files = card_files({}, {signer});
    const Bytes whole = files[kSecurityObject];
    for (const std::size_t size : {std::size_t{0}, std::size_t{4}, whole.size() - 1}) {
        files[kSecurityObject].assign(whole.begin(),
                                      whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(state.check(files) == fail(Fault::ChipMalformed));
    }
    files[kSecurityObject] = files[kVietnamese];
    CHECK(state.check(files) == fail(Fault::ChipMalformed));
}
