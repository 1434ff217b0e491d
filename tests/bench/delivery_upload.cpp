// How a large dossier travels: beside one bare PUT by libcurl over the same line, over a road that
// breaks, and how much memory kiosk-link takes meanwhile.
#include <curl/curl.h>

#include <array>
#include <sstream>

#include "kiosk/core/file.h"
#include "kiosk/link/courier.h"
#include "tests/bench/delivery.h"
#include "tests/bench/delivery_link.h"
#include "tests/link/rounds.h"
#include "tests/province/gate.h"
#include "tests/province/server.h"

using namespace motlan;
using namespace motlan::testing;
using namespace motlan::bench;
using namespace std::chrono_literals;

namespace {

constexpr double kMiB = 1 << 20U;

std::size_t paper_size() { return static_cast<std::size_t>(options().mib) << 20U; }

double size_of(const DossierMark& mark) {
    double size = 0;
    for (const PartMark& part : mark.parts) size += static_cast<double>(part.size);
    return size;
}

// What crossed the road so far: bytes from the kiosk, bytes to it, connections that broke.
std::array<double, 3> carried(province::Province& province) {
    std::array<double, 3> counts{};
    std::istringstream words(province.control("carried").substr(3));
    for (double& count : counts) words >> count;
    return counts;
}

// A server of the same kind as the province's, behind a line of its own, that takes one large body
// and has it on the disk before it answers.
struct Sink {
    explicit Sink(const province::Home& home)
        : server(province::Server::start(
                     home.server, home.authority.certificate,
                     [this](const province::Request& request) { return keep(request); },
                     {.body = std::size_t{1} << 30U})
                     .value()),
          gate(province::Gate::open(0, server->port()).value()) {
        REQUIRE(gate->set({"rate", std::to_string(options().rate)}));
    }

    [[nodiscard]] province::Answer keep(const province::Request& request) const {
        const bool kept = write_file(folder.path() / "body", as_bytes(request.body)).has_value();
        return {.status = kept ? 204 : 503};
    }

    Folder folder;
    std::unique_ptr<province::Server> server;
    std::unique_ptr<province::Gate> gate;
};

// Seconds that libcurl takes for one PUT of that many bytes.
double put_by_curl(int port, const std::filesystem::path& enrolment, std::size_t size) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(),
                                                                   &curl_easy_cleanup);
    const Bytes body(size, 'p');
    const auto set = [&](CURLoption option, const auto& value) {
        REQUIRE(curl_easy_setopt(curl.get(), option, value) == CURLE_OK);
    };
    set(CURLOPT_URL, std::format("https://127.0.0.1:{}/", port).c_str());
    set(CURLOPT_CAINFO, (enrolment / "ca.pem").c_str());
    set(CURLOPT_SSLCERT, (enrolment / "tls.pem").c_str());
    set(CURLOPT_SSLKEY, (enrolment / "tls.key").c_str());
    set(CURLOPT_CUSTOMREQUEST, "PUT");
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    set(CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(body.data()));
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(
        curl_slist_append(nullptr, "Expect:"), &curl_slist_free_all);
    set(CURLOPT_HTTPHEADER, headers.get());
    const Stopwatch watch;
    REQUIRE(curl_easy_perform(curl.get()) == CURLE_OK);
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    REQUIRE(status == 204);
    return watch.seconds();
}

}  // namespace

TEST_CASE("upload", "[.][upload]") {
    Link link;
    const DossierMark mark = link.kiosk.keep(paper_size());
    const Sink sink(province::read_home(link.served.home()).value());
    link.order(std::format("network rate {}", options().rate));
    REQUIRE(link.bundles.refresh(link.province));

    ProvinceClient line = link.kiosk.line();
    Courier courier(link.outbox, line);
    const Stopwatch watch;
    REQUIRE(
        courier
            .carry(link.record(mark), link.bundles.bundle()->receipt_trust(link.kiosk.enrolment()))
            .value());
    const double ours = watch.seconds();
    const double theirs =
        put_by_curl(sink.gate->port(), link.served.enrolment(), std::size_t(size_of(mark)));

    std::println("{:.1f} MiB at {} kbit/s: {:.2f} s with receipt, one PUT by libcurl {:.2f} s",
                 size_of(mark) / kMiB, options().rate / 125, ours, theirs);
    print_share("upload, share of libcurl's speed", theirs / ours, Goal::AtLeast, 0.95);
}

TEST_CASE("frail", "[.][frail]") {
    Link link;
    const DossierMark mark = link.kiosk.keep(paper_size());
    link.order(std::format("network frail 20 {}", options().seed));
    const auto before = carried(link.served.province());

    int rounds = 0;
    while (link.state(mark) != DossierState::Purged && ++rounds < 1000) link.round();

    const auto after = carried(link.served.province());
    const double sent = after[0] - before[0];
    REQUIRE(link.state(mark) == DossierState::Purged);
    REQUIRE(link.kiosk.ledger() == std::vector{mark.dossier.value()});
    std::println(
        "{:.1f} MiB, each MiB cut with 20 %, seed {}: {:.0f} cuts, {} rounds, sent {:.1f} MiB",
        size_of(mark) / kMiB, options().seed, after[2] - before[2], rounds, sent / kMiB);
    CHECK(print_share("frail road, bytes sent per byte of the dossier", sent / size_of(mark),
                      Goal::AtMost, 1.15));
}

TEST_CASE("memory", "[.][memory]") {
    Link link;
    const DossierMark mark = link.kiosk.keep(paper_size());
    const LinkProgram program(link.kiosk.places());
    LinkClient client = client_of(link.kiosk.places());
    double own = 0;
    double resident = 0;
    while (!client.deliver(mark.dossier, 20ms)) {
        own = std::max(own, program.memory("Pss:"));
        resident = std::max(resident, program.memory("Rss:"));
    }

    std::println(
        "kiosk-link sends {:.1f} MiB: {:.1f} MiB of its own, {:.1f} MiB with what it shares",
        size_of(mark) / kMiB, own, resident);
    CHECK(print_share("memory of kiosk-link in MiB", resident, Goal::AtMost, 30));
}
