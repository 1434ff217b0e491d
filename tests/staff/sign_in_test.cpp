// A badge and its owner's PIN against what the province's bundle says.
#include "kiosk/staff/sign_in.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/backend/bundle_folder.h"
#include "tests/staff/issuer.h"
#include "tests/support/bundle_maker.h"

using namespace motlan;
using namespace motlan::testing;
using namespace std::chrono_literals;

namespace {

/// A kiosk whose bundle names an issuer of badges, with one attendant enrolled.
struct Kiosk : BundleMaker {
    Identity badges = authority.issue("badges", kBadges);
    StaffEntrance entrance{state.path(), clock};
    PinBook book{state.path() / "staff"};

    explicit Kiosk(const Tree::List& revoked = {}) {
        auto content = table();
        content["badge_signers"] = Tree::List{badges.certificate};
        content["revoked_badges"] = revoked;
        keep(content);
        REQUIRE(book.enrol(StaffNumber("0123"), Pin::parse("246810").value()));
    }
    void keep(const Tree::Table& content) const {
        const auto folder = enrolment.bundles() / folder_name({.root = 1, .version = 7});
        std::filesystem::create_directories(folder);
        put_text(folder / kPublished, as_text(published(content)));
        for (const auto& [name, bytes] : files) put_text(folder / name, as_text(bytes));
    }
    [[nodiscard]] std::string badge(const std::string& number = "0123",
                                    std::chrono::days left = std::chrono::days(20)) const {
        return province::badge_code({.number = number,
                                     .name = "Nguyễn Văn An",
                                     .role = 'A',
                                     .id = "00112233445566ff",
                                     .issued = clock.wall() - std::chrono::days(30),
                                     .expires = clock.wall() + left},
                                    {badges.certificate, badges.key})
            .value();
    }
    [[nodiscard]] Result<StaffMember> sign_in(const std::string& code,
                                              const char* pin = "246810") const {
        return entrance.sign_in(code, Pin::parse(pin).value());
    }
};

}  // namespace

TEST_CASE("a badge that holds and its owner's PIN open the kiosk", "[staff]") {
    const Kiosk kiosk;

    const auto who = kiosk.sign_in(kiosk.badge());

    REQUIRE(who);
    CHECK(who->name == "Nguyễn Văn An");
}

TEST_CASE("whatever is wrong, the answer is the same", "[staff]") {
    const Kiosk kiosk;
    std::string forged = kiosk.badge();
    forged.back() = forged.back() == '0' ? '1' : '0';

    CHECK(kiosk.sign_in(kiosk.badge(), "246811") == fail(Fault::PinWrong));
    CHECK(kiosk.sign_in(forged) == fail(Fault::PinWrong));
    CHECK(kiosk.sign_in(kiosk.badge("0123", std::chrono::days(-1))) == fail(Fault::PinWrong));
    CHECK(kiosk.sign_in(kiosk.badge("0999")) == fail(Fault::PinWrong));
    CHECK(kiosk.sign_in("MLB1:") == fail(Fault::PinWrong));
}

TEST_CASE("a badge that the bundle takes back opens nothing", "[staff]") {
    const Kiosk kiosk(Tree::List{"00112233445566ff"});

    CHECK(kiosk.sign_in(kiosk.badge()) == fail(Fault::PinWrong));
}

TEST_CASE("a copied badge has no more guesses than its owner leaves it", "[staff]") {
    const Kiosk kiosk;
    const std::string copy = kiosk.badge();
    for (int n = 0; n < kFreePinTries; ++n)
        CHECK(kiosk.sign_in(copy, "135791") == fail(Fault::PinWrong));

    CHECK(kiosk.sign_in(copy) == fail(Fault::PinLocked));
    CHECK(kiosk.book.list()->front().tries == kFreePinTries);
}

TEST_CASE("a bundle without an issuer of badges lets nobody in", "[staff]") {
    const Kiosk kiosk;
    kiosk.keep(kiosk.table());

    CHECK(kiosk.sign_in(kiosk.badge()) == fail(Fault::PinWrong));
}
