// A citizen's dossiers, followed through the real link from a working province into the visit.
#include <algorithm>
#include <semaphore>
#include <thread>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/app/province.h"
#include "kiosk/core/file.h"
#include "kiosk/link/client.h"
#include "kiosk/link/service.h"
#include "tests/care/played_devices.h"
#include "tests/link/sealed_by_kiosk.h"

using namespace std::chrono_literals;

namespace motlan {
namespace {

constexpr const char* kAnother = "040300000018";

class Kiosk {
public:
    Kiosk() {
        auto client = LinkClient::connect(places_.link).value();
        const auto deadline = std::chrono::steady_clock::now() + 60s;
        while (bundle_folders(places_.state / "bundles").empty()) {
            REQUIRE(client.status());
            REQUIRE(std::chrono::steady_clock::now() < deadline);
        }
    }

    /// Files a dossier of province::kFiler; the receipt's code to carry away.
    std::string file() {
        const auto reply = province::deliver(served_.kiosk(), served_.dossier());
        const auto receipt = served_.content(reply, province::Role::Receipts).value();
        return std::string(receipt.text_at("token"));
    }
    void order(const std::string& line) {
        REQUIRE(served_.province().control(line).starts_with("ok"));
    }

    /// The one event that comes of it.
    Event answer_to(const std::function<void(Province&)>& question) {
        question(province_);
        REQUIRE(come_.try_acquire_for(60s));
        auto events = queue_.take();
        REQUIRE(events.size() == 1);
        return std::move(events.front());
    }
    std::vector<FollowedDossier> find(const char* citizen = province::kFiler) {
        const Event event = ask_about(citizen);
        const auto* found = std::get_if<DossiersFound>(&event);
        return found != nullptr ? found->dossiers : std::vector<FollowedDossier>();
    }
    std::optional<Fault> fault(const char* citizen = province::kFiler) {
        const Event event = ask_about(citizen);
        const auto* failed = std::get_if<DossiersNotFound>(&event);
        return failed != nullptr ? std::optional(failed->fault) : std::nullopt;
    }
    Event check(const std::string& code) {
        return answer_to(
            [&](Province& province) { province.check({.code = Personal(to_bytes(code))}); });
    }

    /// Sends a report that the province refuses, and lets it be refused.
    void report_in_vain() {
        UnlawfulRequest report{.demand = Demand::Copies,
                               .place = DemandPlace::Center,
                               .counter = std::string(61, 'a'),
                               .day = DemandDay::Today,
                               .words = {},
                               .dossier = {}};
        const Devices devices{.card_camera = std::make_unique<PlayedCamera>(hand_),
                              .scanner = std::make_unique<PlayedScanner>()};
        Sight sight({}, devices, {}, queue_);
        province_.store(StoreOpinion{.opinion = std::move(report),
                                     .said = {.at = clock_.wall()},
                                     .awaits_receipt = true},
                        sight);
        while (!is_refused()) REQUIRE(come_.try_acquire_for(60s));
    }
    void cut_link() { link_.reset(); }
    /// Longer than the pauses between two tries.
    [[nodiscard]] bool is_told_more() {
        std::this_thread::sleep_for(3s);
        return !queue_.take().empty();
    }

private:
    bool is_refused() {
        return std::ranges::any_of(queue_.take(), [](const Event& event) {
            const auto* delayed = std::get_if<ReceiptDelayed>(&event);
            return delayed != nullptr && delayed->fault == Fault::DossierRejected;
        });
    }
    Event ask_about(const char* citizen) {
        return answer_to([&](Province& province) {
            province.find({.number = CitizenNumber::parse(citizen).value()});
        });
    }

    province::Served served_;
    testing::EnrolledKiosk enrolled_{served_};
    SystemClock clock_;
    HandClock hand_;
    std::unique_ptr<LinkService> link_ =
        LinkService::start(enrolled_.places(), enrolled_.enrolment(), enrolled_.tls_key(), {clock_})
            .value();
    ProvincePlaces places_{.state = enrolled_.places().state, .link = enrolled_.places().socket()};
    std::counting_semaphore<> come_{0};
    EventQueue queue_{[this] { come_.release(); }};
    Province province_{places_, "test", clock_, queue_};
};

}  // namespace

TEST_CASE("a citizen sees what was asked, what it is for and what came late", "[app]") {
    Kiosk kiosk;
    kiosk.file();
    kiosk.order("event last supplement document.house_ownership Giấy nhà § Điều 5");
    kiosk.order("event last late 9 Cơ quan xin lỗi ông/bà.");

    const auto found = kiosk.find();

    REQUIRE(found.size() == 1);
    REQUIRE(found[0].events.size() == 3);
    CHECK(found[0].procedure == "2.000635");
    CHECK(found[0].events[0].status == DossierStatus::Accepted);
    CHECK(found[0].events[1].wishes.at(0).about == ConceptId("document.house_ownership"));
    CHECK(found[0].events[1].wishes.at(0).legal_basis == "Điều 5");
    CHECK(found[0].latest().is_apology);
    CHECK(found[0].latest().words == "Cơ quan xin lỗi ông/bà.");
    CHECK(due(found[0]) == found[0].latest().due);
    CHECK(*due(found[0]) > *found[0].events[0].due);
}

TEST_CASE("another card sees nothing of it", "[app]") {
    Kiosk kiosk;
    kiosk.file();

    CHECK(kiosk.fault(kAnother) == Fault::DossierUnknown);
}

TEST_CASE("the newest dossier comes first", "[app]") {
    Kiosk kiosk;
    kiosk.file();
    kiosk.file();

    const auto found = kiosk.find();

    REQUIRE(found.size() == 2);
    CHECK(found[0].received > found[1].received);
}

TEST_CASE("no lie of the province about a dossier is ever shown", "[app]") {
    Kiosk kiosk;
    kiosk.file();
    kiosk.order("event last in_work");

    for (const char* mood : {"forged", "stale", "other_query", "other_citizen", "forged_event",
                             "other_dossier", "gap", "backwards", "contradiction"}) {
        INFO(mood);
        kiosk.order("follow " + std::string(mood));
        CHECK(kiosk.fault() == Fault::EventForged);
    }
    kiosk.order("follow good");
    CHECK(kiosk.find().size() == 1);
}

TEST_CASE("without a network dossiers cannot be followed, but a receipt can be checked", "[app]") {
    Kiosk kiosk;
    const std::string token = kiosk.file();
    kiosk.order("network cut");

    CHECK(kiosk.fault() == Fault::BackendUnreachable);
    const Event checked = kiosk.check(token);
    REQUIRE(std::holds_alternative<ReceiptChecked>(checked));
    CHECK(std::get<ReceiptChecked>(checked).receipt.code.starts_with("H41-"));
}

TEST_CASE("a code that the province did not sign is refused", "[app]") {
    Kiosk kiosk;
    std::string token = kiosk.file();
    token[20] = token[20] == 'A' ? 'B' : 'A';

    for (const std::string& code : {token, std::string("H41-261123-0001"), std::string()}) {
        const Event refused = kiosk.check(code);
        REQUIRE(std::holds_alternative<ReceiptRefused>(refused));
        CHECK(std::get<ReceiptRefused>(refused).fault == Fault::ReceiptForged);
    }
}

TEST_CASE("what the province has refused is told once, and asked about no more", "[app]") {
    Kiosk kiosk;
    kiosk.report_in_vain();

    kiosk.cut_link();

    CHECK_FALSE(kiosk.is_told_more());
}

}  // namespace motlan
