#include <cstdlib>
#include <format>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/envelope.h"
#include "kiosk/outbox/signed_document.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

const WallTime kNow = HandClock().wall();

int run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()); }

void put(const std::filesystem::path& path, ByteView bytes) { REQUIRE(write_file(path, bytes)); }

}  // namespace

TEST_CASE("a sealed dossier opens for each recipient and says what the manifest says", "[outbox]") {
    const Keys keys;
    const SealedDossier sealed = sealed_dossier(keys, kNow);
    const Certificate ca = keys.authority.certificate();

    for (const Identity& recipient : {keys.recipient, keys.spare}) {
        const auto manifest = open_sealed(sealed.parts[0], recipient);
        const auto form = open_sealed(sealed.parts[1], recipient);
        const auto paper = open_sealed(sealed.parts[2], recipient);

        REQUIRE((manifest && form && paper));
        const auto document = open_document(*manifest, {.ca = ca, .role = Role::Device}, kNow);
        const Tree content = parse_json(as_text(document->content)).value();
        CHECK(content.text_at("dossier") == sealed.mark.dossier.value());
        CHECK(content.list_at("parts").size() == 2);
        CHECK(content.list_at("parts")[0].text_at("sha256") == sha256(*form));
        CHECK(content.list_at("parts")[1].text_at("sha256") == sha256(*paper));
        CHECK(as_text(*form).contains(kMarkedName));
    }
}

TEST_CASE("a page that was used in spite of a doubt says so in the manifest", "[outbox]") {
    const Keys keys;
    const std::vector<PlainPart> parts{
        {"form", PartKind::Form, to_bytes("{}")},
        {"lease",
         PartKind::Paper,
         to_bytes("%PDF"),
         {{.page = 2, .doubts = {Fault::PageBlurred, Fault::PageGlare}, .reason = "no_better"},
          {.page = 3, .doubts = {Fault::PageTextLost}}}}};

    const std::vector<Certificate> recipients{keys.recipient.read_certificate()};
    const PrivateKey device = keys.device.read_key();
    const Certificate ca = keys.authority.certificate();
    const ManifestWords words{.dossier = new_dossier_id().value(),
                              .procedure = "2.000635",
                              .software = "1.0.0",
                              .boot = "00000000-0000-4000-8000-000000000000",
                              .sealed = kNow};
    const auto sealed = seal(parts, words, {"K", device, ca, recipients});
    REQUIRE(sealed);
    const auto manifest = open_sealed(sealed->parts[0], keys.recipient).value();
    const auto document =
        open_document(manifest, {.ca = keys.authority.certificate(), .role = Role::Device}, kNow);

    const Tree content = parse_json(as_text(document->content)).value();
    const Tree& paper = content.list_at("parts")[1];
    CHECK(to_json(*paper.find("kept")) ==
          R"([{"doubts":["SCAN-14","SCAN-15"],"page":2,"reason":"no_better"},)"
          R"({"doubts":["SCAN-19"],"page":3}])");
    CHECK(content.list_at("parts")[0].find("kept") == nullptr);
}

TEST_CASE("what staff have answered for stands in the manifest", "[outbox]") {
    const Keys keys;
    const std::vector<PlainPart> parts{{"form", PartKind::Form, to_bytes("{}")}};
    const std::vector<Certificate> recipients{keys.recipient.read_certificate()};
    const PrivateKey device = keys.device.read_key();
    const Certificate ca = keys.authority.certificate();
    const StaffNumber supervisor("0456");
    ManifestWords words{.dossier = new_dossier_id().value(),
                        .procedure = "2.000635",
                        .software = "1.0.0",
                        .boot = "00000000-0000-4000-8000-000000000000",
                        .sealed = kNow,
                        .witnessed = WitnessStatement{SigningNeed::CannotSign, StaffNumber("0123"),
                                                      supervisor, WallTime{}}};
    words.taken = {{.item = "home",
                    .reason = "long_outage",
                    .basis = "Điều 5",
                    .staff = supervisor,
                    .source = "dd",
                    .query = "7",
                    .verdict = "silent"}};
    const auto sealed = seal(parts, words, {"K", device, ca, recipients});
    REQUIRE(sealed);
    const auto manifest = open_sealed(sealed->parts[0], keys.recipient).value();
    const auto document = open_document(manifest, {.ca = ca, .role = Role::Device}, kNow);

    const Tree content = parse_json(as_text(document->content)).value();
    const std::string start = to_timestamp(WallTime{});
    CHECK(to_json(*content.find("witnessed")) ==
          R"({"at":")" + start + R"(","need":"cannot_sign","reader":"0123","witness":"0456"})");
    CHECK(to_json(*content.find("exceptions")) ==
          R"([{"at":")" + start + R"(","basis":"Điều 5","item":"home","outage":{"at":")" + start +
              R"(","query":"7","source":"dd","verdict":"silent"},)" +
              R"("reason":"long_outage","staff":"0456"}])");
}

TEST_CASE("nobody else opens a sealed part", "[outbox]") {
    const Keys keys;
    const SealedDossier sealed = sealed_dossier(keys, kNow);

    CHECK_FALSE(open_sealed(sealed.parts[1], keys.authority.issue("stranger", kRecipient)));
    CHECK_FALSE(open_sealed(sealed.parts[1], keys.device));
    CHECK_FALSE(as_text(sealed.parts[1]).contains(kMarkedName));
}

TEST_CASE("no changed byte of a sealed part changes what is read", "[outbox]") {
    const Keys keys;
    const SealedDossier dossier = sealed_dossier(keys, kNow);
    const SealedBytes& sealed = dossier.parts[1];
    const auto plain = open_sealed(sealed, keys.recipient);
    // Outside the ciphertext and its tag stand a version number and the other recipient's key;
    // CMS does not authenticate them, the label does.
    const std::size_t cipher_begin = sealed.size() - kPaddingStep - 18;

    for (std::size_t at = 0; at < sealed.size();
         at += at < 1024 || at >= sealed.size() - 64 ? 1 : 61) {
        SealedBytes changed = sealed;
        changed[at] ^= 0x01;
        INFO("byte " << at);
        const auto opened = open_sealed(changed, keys.recipient);
        REQUIRE((!opened || (at < cipher_begin && opened == plain)));
        REQUIRE(mark_of(changed) != dossier.mark.parts[1]);
    }
}

TEST_CASE("sizes of sealed parts come in steps and hide the content's size", "[outbox]") {
    const Keys keys;
    const auto size = [&](std::size_t paper) {
        return sealed_dossier(keys, kNow, paper).parts[2].size();
    };

    const std::size_t least = size(100);
    CHECK(size(65535) - least < 8);
    CHECK(size(65536) - size(65535) >= kPaddingStep);
    CHECK(padding(65535).size() == 1);
    CHECK(padding(65536).size() == kPaddingStep);
}

TEST_CASE("both labels name the same parts and neither names a procedure or a person", "[outbox]") {
    const Keys keys;
    const SealedDossier sealed = sealed_dossier(keys, kNow);
    const Certificate ca = keys.authority.certificate();
    const auto content = [&](const Bytes& label) {
        return open_document(label, {.ca = ca, .role = Role::Device}, kNow).value().content;
    };

    const auto confirmed = parse_label(as_text(content(sealed.label)));
    const auto unconfirmed = parse_label(as_text(content(sealed.unconfirmed_label)));

    REQUIRE((confirmed && unconfirmed));
    CHECK(confirmed->confirmation == Confirmation::Confirmed);
    CHECK(unconfirmed->confirmation == Confirmation::Unconfirmed);
    CHECK(confirmed->parts == unconfirmed->parts);
    CHECK(sealed.mark.label == sha256(sealed.label));
    CHECK_FALSE(as_text(sealed.label).contains("2.000635"));
}

TEST_CASE("a label with another spelling, key, size or number of parts is refused", "[outbox]") {
    const std::string hash(64, 'a');
    const auto label = [&](std::string_view parts, std::string_view more = "") {
        return std::format(
            R"({{"confirmed":true,"dossier":"{}","kiosk":"K"{},"parts":[{}],"type":"motlan-label","version":1}})",
            std::string(32, '0'), more, parts);
    };
    const std::string part = std::format(R"({{"sha256":"{}","size":5}})", hash);
    const std::string huge = std::format(R"({{"sha256":"{}","size":67108865}})", hash);

    CHECK(parse_label(label(part + "," + part)));
    CHECK_FALSE(parse_label(label(part)));
    CHECK_FALSE(parse_label(label(part + "," + huge)));
    CHECK_FALSE(parse_label(label(part + "," + part, R"(,"name":"x")")));
    CHECK_FALSE(parse_label(" " + label(part + "," + part)));
    CHECK_FALSE(parse_label("{}"));
}

TEST_CASE("a recipient of another role, authority or time seals nothing", "[outbox]") {
    const Keys keys;
    const PrivateKey device = keys.device.read_key();
    const Certificate ca = keys.authority.certificate();
    const std::vector<PlainPart> parts{{"form", PartKind::Form, to_bytes("{}")}};
    const ManifestWords words{.dossier = new_dossier_id().value(),
                              .procedure = "2.000635",
                              .software = "1.0.0",
                              .boot = "00000000-0000-4000-8000-000000000000",
                              .sealed = kNow};
    const auto fault = [&](const std::vector<Certificate>& recipients) {
        const auto sealed = seal(parts, words, {"K", device, ca, recipients});
        return sealed ? std::optional<Fault>() : sealed.error();
    };

    CHECK(fault({keys.recipient.read_certificate()}) == std::nullopt);
    CHECK(fault({keys.receipts.read_certificate()}) == Fault::SealingFailed);
    CHECK(fault({Authority().issue("r", kRecipient).read_certificate()}) == Fault::SealingFailed);
    CHECK(fault({}) == Fault::SealingFailed);
    CHECK(fault(std::vector(3, keys.recipient.read_certificate())) == Fault::SealingFailed);
}

TEST_CASE("what the province would refuse for want of a word is not sealed", "[outbox]") {
    const Keys keys;
    const PrivateKey device = keys.device.read_key();
    const Certificate ca = keys.authority.certificate();
    const std::vector<Certificate> recipients{keys.recipient.read_certificate()};
    const std::vector<PlainPart> parts{{"form", PartKind::Form, to_bytes("{}")}};
    const ManifestWords whole{.dossier = new_dossier_id().value(),
                              .procedure = "2.000635",
                              .software = "1.0.0",
                              .boot = "00000000-0000-4000-8000-000000000000",
                              .bundle = 1,
                              .sealed = kNow};
    const Seal sealer{"NA-VINH-03", device, ca, recipients};
    REQUIRE(seal(parts, whole, sealer));

    for (std::string ManifestWords::* word :
         {&ManifestWords::procedure, &ManifestWords::software, &ManifestWords::boot}) {
        ManifestWords lacking = whole;
        lacking.*word = {};
        CHECK_FALSE(seal(parts, lacking, sealer));
    }
}

TEST_CASE("another program opens the parts and verifies the label", "[outbox]") {
    const Keys keys;
    const SealedDossier sealed = sealed_dossier(keys, kNow);
    const Folder folder;
    put(folder.path() / "ca.pem", as_bytes(keys.authority.identity().certificate));
    put(folder.path() / "recipient.pem", as_bytes(keys.recipient.certificate));
    put(folder.path() / "recipient.key", as_bytes(keys.recipient.key));
    put(folder.path() / "label.cms", sealed.label);
    for (std::size_t n = 0; n < sealed.parts.size(); ++n) {
        put(folder.path() / std::format("part-{:03}.cms", n), sealed.parts[n]);
    }
    const std::string opener = std::format("python3 {} {}", PYTHON_OPENER, folder.path().string());

    CHECK(run(opener) == 0);

    for (const std::size_t from_end : {1U, 17U, 18U, 5000U, 65000U}) {
        SealedBytes changed = sealed.parts[1];
        changed[changed.size() - from_end] ^= 1;
        put(folder.path() / "part-001.cms", changed);
        CHECK(run(opener) != 0);
        CHECK(
            run(std::format("openssl cms -decrypt -binary -inform DER -in {0}/part-001.cms -recip "
                            "{0}/recipient.pem -inkey {0}/recipient.key -out {0}/plain",
                            folder.path().string())) != 0);
    }
}
