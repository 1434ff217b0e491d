#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/bundle_maker.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Province : BundleMaker {
    WallTime now = clock.wall();

    [[nodiscard]] Result<Bundle> open(const std::function<void(Tree::Table&)>& change) const {
        Tree::Table content = table();
        change(content);
        return open_bundle(published(content), enrolment, now);
    }
    [[nodiscard]] Bundle good() const {
        return open([](Tree::Table&) {}).value();
    }
    [[nodiscard]] bool is_forged(const std::function<void(Tree::Table&)>& change) const {
        const auto bundle = open(change);
        return !bundle && bundle.error() == Fault::BundleForged;
    }
};

}  // namespace

TEST_CASE("a bundle says to whom parts are sealed, who signs and what it carries", "[backend]") {
    Province province;
    province.files["procedures/2.000635.toml"] = to_bytes("code = 1");

    const Bundle bundle = province.good();

    CHECK(bundle.version == 7);
    CHECK(bundle.recipients == std::vector{province.recipient.read_certificate()});
    CHECK(bundle.receipt_signers == std::vector{province.receipts.read_certificate()});
    CHECK(bundle.sources == std::vector<std::string>{"dc", "ht"});
    REQUIRE(bundle.file("procedures/2.000635.toml"));
    CHECK(is_file(*bundle.file("procedures/2.000635.toml"), to_bytes("code = 1")));
    CHECK_FALSE(is_file(*bundle.file("procedures/2.000635.toml"), to_bytes("code = 2")));
    CHECK(bundle.file("units.toml") == nullptr);
    CHECK(check_usable(bundle, province.enrolment, province.now));
}

TEST_CASE("a bundle with a missing or wrong field is forged", "[backend]") {
    const Province province;
    const auto fails_with = [&](const char* key, const Tree& value) {
        return province.is_forged([&](Tree::Table& table) { table[key] = value; });
    };

    for (const char* key : {"expires", "files", "issued", "receipt_signers", "recipients",
                            "source_signers", "sources", "type", "version"}) {
        INFO(key);
        CHECK(province.is_forged([&](Tree::Table& table) { table.erase(key); }));
    }
    CHECK(fails_with("version", 0));
    CHECK(fails_with("version", "7"));
    CHECK(fails_with("type", "motlan-receipt"));
    CHECK(fails_with("recipients", Tree::List{}));
    CHECK(fails_with("recipients", Tree::List(3, Tree(province.recipient.certificate))));
    CHECK(fails_with("recipients", Tree::List{"not a certificate"}));
    CHECK(fails_with("receipt_signers", Tree::List{}));
    CHECK(fails_with("sources", Tree::List{1}));
    CHECK(fails_with("sources", Tree::List{"seventeen letters"}));
    CHECK(fails_with("expires", "2026-13-01T00:00:00.000Z"));
    CHECK(fails_with("critical", Tree::List{"colour"}));
    CHECK(fails_with("critical", "expires"));
    CHECK(fails_with("software", "1.2"));
    CHECK(fails_with("kiosks", "NA-VINH-03"));
    CHECK_FALSE(fails_with("critical", Tree::List{"files", "kiosks"}));
    CHECK_FALSE(fails_with("colour", "red"));
}

TEST_CASE("a bundle carries files of a closed set of names only", "[backend]") {
    for (const char* name : {"procedures/2.000635.toml", "sources.toml", "search.toml",
                             "units.toml", "holidays.toml", "strings/vi.json", "revocation.crl"}) {
        INFO(name);
        CHECK(is_bundle_file_name(name));
    }
    for (const char* name :
         {"", "kiosk.toml", "procedures", "procedures/", "procedures/.toml", "procedures/a.json",
          "procedures/../ca.toml", "procedures/a/b.toml", "procedures/A.toml", "/sources.toml",
          "./sources.toml", "strings/vi.toml", "strings/.json", "enrolment/ca.pem", "bundle.cms",
          "procedures/\xE1.toml", "procedures/a b.toml"}) {
        INFO(name);
        CHECK_FALSE(is_bundle_file_name(name));
    }
    CHECK_FALSE(is_bundle_file_name("procedures/" + std::string(65, 'a') + ".toml"));
}

TEST_CASE("a list of files with a double, a wrong size or no revocations is forged", "[backend]") {
    const Province province;
    const Bytes list = province.authority.revocations();
    const Tree crl = BundleMaker::listed("revocation.crl", list);
    const auto sized = [](std::int64_t size) {
        return Tree(
            Tree::Table{{"name", "units.toml"}, {"sha256", std::string(64, 'a')}, {"size", size}});
    };
    const auto holds = [](Tree::List files) { return parse_bundle_files(files).has_value(); };

    CHECK(holds({crl, sized(1)}));
    CHECK(holds({crl, sized(1 << 20)}));
    CHECK_FALSE(holds({}));
    CHECK_FALSE(holds({sized(1)}));
    CHECK_FALSE(holds({crl, crl}));
    CHECK_FALSE(holds({crl, sized(0)}));
    CHECK_FALSE(holds({crl, sized(-1)}));
    CHECK_FALSE(holds({crl, sized((1 << 20) + 1)}));
    CHECK_FALSE(holds({crl, "units.toml"}));
    Tree::List much{crl};
    for (int n = 0; n < 65; ++n) {
        much.emplace_back(Tree::Table{{"name", std::format("procedures/{}.toml", n)},
                                      {"sha256", std::string(64, 'a')},
                                      {"size", 1 << 20}});
    }
    CHECK_FALSE(holds(much));
}

TEST_CASE("an older or expired bundle takes no other's place", "[backend]") {
    const Province province;
    const Bundle bundle = province.good();

    CHECK(check_newer(bundle, {1, 7}, province.now));
    CHECK(check_newer(bundle, {1, 8}, province.now).error() == Fault::BundleOlder);
    CHECK(check_newer(bundle, {2, 1}, province.now).error() == Fault::BundleOlder);
    CHECK(check_newer(bundle, {1, 7}, bundle.expires).error() == Fault::BundleExpired);
}

TEST_CASE("an expired bundle stays in service for a fortnight", "[backend]") {
    const Province province;
    const Bundle bundle = province.good();
    const auto usable = [&](WallTime at) {
        return check_usable(bundle, province.enrolment, at).has_value();
    };

    CHECK(usable(bundle.expires));
    CHECK(usable(bundle.expires + std::chrono::days(14) - std::chrono::seconds(1)));
    CHECK_FALSE(usable(bundle.expires + std::chrono::days(14)));
}

TEST_CASE("a bundle for other kiosks or newer software is not for this one", "[backend]") {
    const Province province;
    const auto is_meant = [&](const char* key, const Tree& value) {
        const auto bundle = province.open([&](Tree::Table& table) { table[key] = value; });
        return check_meant(bundle.value(), "NA-VINH-03").has_value();
    };

    CHECK(is_meant("kiosks", Tree::List{"NA-VINH-02", "NA-VINH-03"}));
    CHECK_FALSE(is_meant("kiosks", Tree::List{"NA-VINH-02"}));
    CHECK_FALSE(is_meant("kiosks", Tree::List{}));
    CHECK(is_meant("software", "0.0.9"));
    CHECK(is_meant("software", KIOSK_VERSION));
    CHECK_FALSE(is_meant("software", "1000.0.0"));
}

TEST_CASE("no visit starts with a recipient whose certificate does not hold", "[backend]") {
    const Province province;
    const auto usable = [&](const Identity& recipient) {
        const auto bundle = province.open(
            [&](Tree::Table& table) { table["recipients"] = Tree::List{recipient.certificate}; });
        return check_usable(bundle.value(), province.enrolment, province.now).has_value();
    };

    CHECK(usable(province.recipient));
    CHECK_FALSE(usable(province.receipts));
    CHECK_FALSE(usable(Authority().issue("recipient", kRecipient)));
    CHECK_FALSE(usable(province.authority.issue({.name = "r",
                                                 .usage = kRecipient,
                                                 .key_usage = "keyAgreement",
                                                 .ends = std::chrono::hours(-1)})));
}

TEST_CASE("whoever was taken back neither signs, opens nor answers", "[backend]") {
    const Province province;
    const auto after = [&](const Identity& revoked) {
        const Bytes der = province.authority.revocations({.revoked = {revoked}});
        const auto list = parse_revocations(der, province.enrolment.ca).value();
        return without_revoked(province.good(), list);
    };

    CHECK(after(province.receipts)->receipt_signers.empty());
    CHECK(after(province.answers)->source_signers.empty());
    const auto without_recipient = after(province.recipient);
    CHECK(check_usable(*without_recipient, province.enrolment, province.now).error() ==
          Fault::BundleExpired);
    CHECK(after(province.signers[0]).error() == Fault::BundleForged);
    CHECK(after(province.signers[2]));
}

TEST_CASE("a bundle proves no time at which its signers could not sign", "[backend]") {
    const Province province;
    const auto proven = [&](WallTime issued) {
        const auto bundle =
            province.open([&](Tree::Table& table) { table["issued"] = to_timestamp(issued); });
        return proven_time(bundle.value(), province.enrolment);
    };

    CHECK(proven(province.now) == province.now);
    CHECK(proven(province.now + std::chrono::days(800)) == WallTime());
}

TEST_CASE("a bundle carried to a kiosk that was off for years proves its time", "[backend]") {
    const Province province;
    const auto bundle = open_kept_bundle(province.published(), province.enrolment);

    CHECK(proven_time(bundle.value(), province.enrolment) == province.now);
}
