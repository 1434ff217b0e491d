#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "tests/province/archive.h"
#include "tests/province/http.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

Reply announce(Served& served, const TestDossier& dossier) {
    return served.kiosk().send("PUT", "/v1/dossiers/" + dossier.id,
                               {{"Content-Type", "application/cms"}}, dossier.label);
}

Texts hashes(const Texts& parts) {
    Texts hashes(parts.size());
    std::ranges::transform(parts, hashes.begin(),
                           [](const std::string& part) { return sha256(as_bytes(part)); });
    return hashes;
}

TEST_CASE("a delivered dossier has a receipt whose every field matches", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();

    const Reply reply = deliver(served.kiosk(), dossier);

    REQUIRE(reply.status == 200);
    const auto receipt = served.content(reply, Role::Receipts);
    REQUIRE(receipt);
    CHECK(receipt->text_at("type") == "motlan-receipt");
    CHECK(receipt->text_at("event") == "SubmissionAcceptance");
    CHECK(receipt->text_at("dossier") == dossier.id);
    CHECK(receipt->text_at("kiosk") == "NA-VINH-03");
    CHECK(receipt->text_at("label") == sha256(as_bytes(dossier.label)));
    CHECK(texts(receipt->list_at("parts")) == hashes(dossier.parts));
    CHECK(receipt->text_at("code").starts_with("H41-"));
    CHECK(receipt->number_at("sequence") == 1);
}

TEST_CASE("completing twice gives the same stored receipt, also after a restart", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    const Reply first = deliver(served.kiosk(), dossier);
    REQUIRE(first.status == 200);

    served.restart();
    const Reply second = served.kiosk().send("POST", "/v1/dossiers/" + dossier.id + "/complete");
    const Reply asked = served.kiosk().send("GET", "/v1/dossiers/" + dossier.id + "/receipt");
    const Reply all_again = deliver(served.kiosk(), dossier);

    CHECK(second.body == first.body);
    CHECK(asked.body == first.body);
    CHECK(all_again.body == first.body);
}

TEST_CASE("dossiers of a day are numbered in order", "[province]") {
    Served served;
    std::vector<std::string> serials;

    for (int i = 0; i < 3; ++i) {
        const auto receipt =
            served.content(deliver(served.kiosk(), served.dossier()), Role::Receipts);
        serials.emplace_back(receipt.value().text_at("code").substr(11));
    }

    CHECK(serials == std::vector<std::string>{"0001", "0002", "0003"});
}

TEST_CASE("the same label is the same dossier, another label is refused", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    CHECK(announce(served, dossier).status == 201);

    CHECK(announce(served, dossier).status == 200);
    TestDossier other = served.dossier();
    other.id = dossier.id;
    other.label = sign_label(served.enrolment(), other);
    const Reply refused = announce(served, other);

    CHECK(refused.status == 409);
    CHECK(refused.code() == "PRV-04");
}

TEST_CASE("a label that does not hold is refused", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    TestDossier changed = dossier;
    changed.label[changed.label.size() / 2] ^= 1;
    TestDossier other_id = dossier;
    other_id.id = random_id();

    CHECK(announce(served, changed).code() == "PRV-05");
    CHECK(announce(served, other_id).code() == "PRV-05");
    CHECK(served.kiosk()
              .send("PUT", "/v1/dossiers/" + dossier.id, {{"Content-Type", "text/plain"}}, "x")
              .code() == "PRV-15");
}

TEST_CASE("another kiosk can neither send this kiosk's label nor see its dossier", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    REQUIRE(deliver(served.kiosk(), dossier).status == 200);
    const auto out = served.home().parent_path() / "other";
    REQUIRE(enrol_kiosk(served.home(), {.kiosk = "NA-VINH-04", .out = out, .address = {}}));
    KioskSide other(out, served.province().port());
    const std::string path = "/v1/dossiers/" + dossier.id;

    CHECK(other.send("PUT", path, {{"Content-Type", "application/cms"}}, dossier.label).code() ==
          "PRV-02");
    CHECK(other.send("GET", path + "/receipt").status == 404);
    CHECK(other.send("GET", path + "/status").status == 404);
    CHECK(other.upload_of(dossier.id, 0).empty());
}

TEST_CASE("a wrong offset is answered with the true one", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    announce(served, dossier);
    const std::string upload = served.kiosk().upload_of(dossier.id, 0);
    REQUIRE(served.kiosk()
                .append(upload, 0, std::string_view(dossier.parts[0]).substr(0, 1000), false)
                .status == 204);

    const Reply again =
        served.kiosk().append(upload, 0, std::string_view(dossier.parts[0]).substr(0, 1000), false);
    const Reply beyond = served.kiosk().append(upload, 2000, "x", false);

    CHECK(again.status == 409);
    CHECK(again.code() == "PRV-06");
    CHECK(again.header("upload-offset") == "1000");
    CHECK(parse_json(again.body)->number_at("expected-offset") == 1000);
    CHECK(beyond.status == 409);
}

TEST_CASE("an upload goes on where it was, after a cut and a restart", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    announce(served, dossier);
    const std::string upload = served.kiosk().upload_of(dossier.id, 0);
    const std::string_view part = dossier.parts[0];
    REQUIRE(served.kiosk().append(upload, 0, part.substr(0, 30'000), false).status == 204);

    CHECK(served.province().control("network cut") == "ok");
    CHECK(served.kiosk().append(upload, 30'000, part.substr(30'000), true).status == 0);
    served.restart();

    CHECK(served.kiosk().upload_of(dossier.id, 0) == upload);
    CHECK(served.kiosk().send("HEAD", upload).header("upload-offset") == "30000");
    const Reply last = served.kiosk().append(upload, 30'000, part.substr(30'000), true);
    CHECK(last.status == 204);
    CHECK(last.header("upload-complete") == "?1");
}

TEST_CASE("a part that is not the label's is refused and its upload forgotten", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    announce(served, dossier);
    const std::string upload = served.kiosk().upload_of(dossier.id, 1);
    std::string changed = dossier.parts[1];
    changed.back() ^= 1;

    const Reply refused = served.kiosk().append(upload, 0, changed, true);

    CHECK(refused.status == 422);
    CHECK(refused.code() == "PRV-08");
    CHECK(served.kiosk().send("HEAD", upload).status == 404);
    const std::string fresh = served.kiosk().upload_of(dossier.id, 1);
    CHECK(fresh != upload);
    CHECK(served.kiosk().append(fresh, 0, dossier.parts[1], true).status == 204);
}

TEST_CASE("a piece with a wrong digest, length or type is not stored", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    announce(served, dossier);
    const std::string upload = served.kiosk().upload_of(dossier.id, 0);
    const Headers headers{{"Content-Type", "application/partial-upload"},
                          {"Upload-Offset", "0"},
                          {"Upload-Complete", "?0"}};
    Headers wrong = headers;
    wrong["Content-Digest"] = "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:";

    CHECK(served.kiosk().send("PATCH", upload, headers, "x").code() == "PRV-07");
    CHECK(served.kiosk().send("PATCH", upload, wrong, "x").code() == "PRV-07");
    CHECK(served.kiosk().append(upload, 0, dossier.parts[0], false).code() == "PRV-13");
    CHECK(served.kiosk().append(upload, 0, "short", true).code() == "PRV-13");
    CHECK(served.kiosk().send("PATCH", upload, {{"Content-Type", "text/plain"}}, "x").code() ==
          "PRV-15");
    CHECK(served.kiosk().append(upload, 0, std::string(kBodyLimit + 1, 'x'), false).status == 413);
    CHECK(served.kiosk().send("HEAD", upload).header("upload-offset") == "0");
}

TEST_CASE("an upload can be given up and begun anew until the dossier is complete", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    announce(served, dossier);
    const std::string upload = served.kiosk().upload_of(dossier.id, 0);

    CHECK(served.kiosk().send("DELETE", upload).status == 204);
    CHECK(served.kiosk().send("HEAD", upload).status == 404);
    REQUIRE(deliver(served.kiosk(), dossier).status == 200);
    CHECK(served.kiosk().send("DELETE", served.kiosk().upload_of(dossier.id, 0)).code() ==
          "PRV-14");
}

TEST_CASE("completing names the parts that are missing", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    announce(served, dossier);
    REQUIRE(served.kiosk()
                .append(served.kiosk().upload_of(dossier.id, 1), 0, dossier.parts[1], true)
                .status == 204);

    const Reply reply = served.kiosk().send("POST", "/v1/dossiers/" + dossier.id + "/complete");

    CHECK(reply.status == 409);
    CHECK(reply.code() == "PRV-09");
    CHECK(to_json(parse_json(reply.body)->list_at("missing")) == "[0,2]");
    CHECK(served.kiosk().send("GET", "/v1/dossiers/" + dossier.id + "/receipt").status == 404);
}

TEST_CASE("a dossier that does not hold when opened is refused by a signed receipt", "[province]") {
    struct Case {
        Flaw flaw;
        const char* reason;
    };
    Served served;
    for (const Case& one :
         {Case{Flaw::ManifestOfOther, "manifest_fields"},
          Case{Flaw::ManifestSigner, "manifest_signature"}, Case{Flaw::PartContent, "part_content"},
          Case{Flaw::Padding, "part_padding"}, Case{Flaw::Form, "form_malformed"}}) {
        const TestDossier dossier = served.dossier(one.flaw);

        const auto receipt = served.content(deliver(served.kiosk(), dossier), Role::Receipts);

        REQUIRE(receipt);
        CHECK(receipt->text_at("event") == "SubmissionRejection");
        CHECK(receipt->text_at("reason") == one.reason);
        CHECK(receipt->find("code") == nullptr);
        const Reply status = served.kiosk().send("GET", "/v1/dossiers/" + dossier.id + "/status");
        CHECK(parse_json(status.body)->number_at("status") == 3);
    }
}

TEST_CASE("parts sealed to somebody else are refused", "[province]") {
    Served served;
    const auto stranger = issue(make_authority("other").value(), Role::Recipient, "recipient");
    const TestDossier dossier = make_dossier(served.enrolment(), stranger.value().certificate);

    const auto receipt = served.content(deliver(served.kiosk(), dossier), Role::Receipts);

    CHECK(receipt.value().text_at("reason") == "part_unopened");
}

TEST_CASE("the status goes from sent to accepted", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    const std::string path = "/v1/dossiers/" + dossier.id + "/status";
    CHECK(served.kiosk().send("GET", path).status == 404);
    announce(served, dossier);
    CHECK(parse_json(served.kiosk().send("GET", path).body)->number_at("status") == 1);

    REQUIRE(deliver(served.kiosk(), dossier).status == 200);

    const auto status = parse_json(served.kiosk().send("GET", path).body);
    CHECK(status->number_at("status") == 2);
    CHECK(status->text_at("code").starts_with("H41-"));
}

TEST_CASE("the office opens what it received, by id and by code", "[province]") {
    Served served;
    const TestDossier dossier = served.dossier();
    const auto receipt = served.content(deliver(served.kiosk(), dossier), Role::Receipts);

    const auto by_id = open_received(served.home(), dossier.id);
    const auto by_code = open_received(served.home(), std::string(receipt.value().text_at("code")));

    REQUIRE(by_id);
    CHECK(by_id->reason.empty());
    REQUIRE(by_id->parts.size() == 3);
    CHECK(as_text(by_id->parts[2].content) == "%PDF-1.7 a page");
    CHECK(by_code.has_value());
}

}  // namespace
}  // namespace motlan::province
