#include <catch2/catch_test_macros.hpp>

#include <sys/socket.h>
#include <sys/un.h>

#include "kiosk/core/clock.h"
#include "kiosk/core/descriptor.h"
#include "tests/province/served.h"
#include "tests/province/sources.h"

namespace motlan::province {
namespace {

TEST_CASE("nothing less than TLS 1.3 is spoken", "[province]") {
    Served served;
    KioskSide old(served.enrolment(), served.province().port());
    old.use_old_tls();

    CHECK(old.send("GET", "/v1/bundle").status == 0);
    CHECK(served.kiosk().send("GET", "/v1/bundle").status == 200);
}

TEST_CASE("without a kiosk's TLS certificate there is no answer", "[province]") {
    Served served;
    KioskSide nobody(served.enrolment(), served.province().port(), "");
    KioskSide device(served.enrolment(), served.province().port(), "device");
    KioskSide signer(served.enrolment(), served.province().port(), "../province/receipts");

    CHECK(nobody.send("GET", "/v1/bundle").status == 0);
    CHECK(device.send("GET", "/v1/bundle").status == 0);
    CHECK(signer.send("GET", "/v1/bundle").status == 0);
}

TEST_CASE("a certificate of another authority is refused", "[province]") {
    Served served;
    Served other;
    KioskSide stranger(other.enrolment(), served.province().port());

    CHECK(stranger.send("GET", "/v1/bundle").status == 0);
}

TEST_CASE("a cut network ends connections and lets no new one in", "[province]") {
    Served served;
    REQUIRE(served.kiosk().send("GET", "/v1/bundle").status == 200);

    REQUIRE(served.province().control("network cut") == "ok");
    KioskSide fresh(served.enrolment(), served.province().port());

    CHECK(served.kiosk().send("GET", "/v1/bundle").status == 0);
    CHECK(fresh.send("GET", "/v1/bundle").status == 0);
    REQUIRE(served.province().control("network up") == "ok");
    CHECK(served.kiosk().send("GET", "/v1/bundle").status == 200);
}

TEST_CASE("a slow network holds back bytes and loses none", "[province]") {
    Served served;
    REQUIRE(served.province().control("network slow") == "ok");
    const SystemClock clock;
    const SteadyTime before = clock.steady();

    const Reply reply = served.kiosk().send("GET", "/v1/bundle");

    CHECK(reply.status == 200);
    CHECK(served.content(reply, Role::Bundles));
    // Bytes over rate: a lower bound that no fast machine can break.
    CHECK(clock.steady() - before >= std::chrono::milliseconds(reply.body.size() / 16 / 2));
}

TEST_CASE("the bundle names recipients, signers and sources, and keeps its version", "[province]") {
    Served served;
    const Reply first = served.kiosk().send("GET", "/v1/bundle");
    served.restart();
    const Reply second = served.kiosk().send("GET", "/v1/bundle");

    const auto bundle = served.content(first, Role::Bundles);

    REQUIRE(bundle);
    const Home home = read_home(served.home()).value();
    CHECK(texts(bundle->list_at("recipients")) == Texts{home.office.recipient.certificate});
    CHECK(texts(bundle->list_at("receipt_signers")) == Texts{home.office.receipts.certificate});
    CHECK(texts(bundle->list_at("source_signers")) == Texts{home.answers.certificate});
    CHECK(texts(bundle->list_at("sources")) == source_names());
    CHECK(bundle->number_at("version") == 1);
    CHECK(second.body == first.body);
    CHECK(served.kiosk()
              .send("GET", "/v1/bundle", {{"If-None-Match", first.header("etag")}})
              .status == 304);
}

TEST_CASE("a bundle's files are had by their hashes, and nothing else is", "[province]") {
    Served served;
    const Reply reply = served.kiosk().send("GET", "/v1/bundle");
    const auto bundle = served.content(reply, Role::Bundles);
    REQUIRE(bundle);
    const Tree::List& files = bundle->list_at("files");
    REQUIRE(files.size() == 1);
    const std::string hash(files[0].text_at("sha256"));
    const auto get = [&](const std::string& name) {
        return served.kiosk().send("GET", "/v1/bundle/files/" + name);
    };

    const Reply file = get(hash);

    CHECK(file.status == 200);
    CHECK(sha256(as_bytes(file.body)) == hash);
    CHECK(std::ssize(file.body) == files[0].number_at("size"));
    for (const char* name : {"", "revocation.crl", "..%2fca.key", "../../ca.key"}) {
        CHECK(get(name).status == 404);
    }
    CHECK(get(std::string(64, 'a')).status == 404);
}

TEST_CASE("an unknown command changes nothing", "[province]") {
    Served served;

    for (const char* line :
         {"", "network", "network off", "source dc", "source police silent", "receipt maybe",
          "status now", "network cut cut", "bundle", "bundle worse", "bundle revoke nobody"}) {
        CHECK(served.province().control(line) == "error unknown command");
    }
    CHECK(served.province().control("status") == "ok network up; receipt good");
}

TEST_CASE("commands come over the control socket, several on one connection", "[province]") {
    Served served;
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (served.home() / "control.sock").native().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address),
                      sizeof address) == 0);
    const std::string commands = "source dc silent\nreceipt late\nstatus\n";

    REQUIRE(::send(socket.number(), commands.data(), commands.size(), 0) == std::ssize(commands));
    const std::string wanted = "ok\nok\nok network up; receipt late; source dc silent\n";
    std::string answer(wanted.size(), '\0');

    CHECK(::recv(socket.number(), answer.data(), answer.size(), MSG_WAITALL) == std::ssize(wanted));
    CHECK(answer == wanted);
}

TEST_CASE("a path that the contract does not name is unknown", "[province]") {
    Served served;

    for (const char* path :
         {"/", "/v1", "/v1/", "/v1/dossiers", "/v1/dossiers/1", "/v1/uploads/1", "/v2/bundle"}) {
        CHECK(served.kiosk().send("GET", path).code() == "PRV-03");
    }
}

}  // namespace
}  // namespace motlan::province
