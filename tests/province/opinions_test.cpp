// What the office takes of citizens' opinions, and what it gives back.
#include "tests/province/opinions.h"

#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "tests/province/served.h"

namespace motlan::province {
namespace {

constexpr const char* kPhoto = "%PDF-1.7 a photo";

Tree::Table report() {
    return {{"day", "today"},
            {"demand", "copies"},
            {"language", "vi"},
            {"place", "center"},
            {"said", "2026-11-23T01:51:07.123Z"},
            {"type", "motlan-report"},
            {"version", 1}};
}

Tree::Table with(Tree::Table form, const std::string& key, Tree value) {
    form.insert_or_assign(key, std::move(value));
    return form;
}

/// How the office's receipt calls what a kiosk has delivered.
std::string event_of(Served& served, const Tree& form, const std::vector<std::string>& papers) {
    std::vector<std::string> parts{to_json(form)};
    parts.insert(parts.end(), papers.begin(), papers.end());
    const TestDossier dossier = served.dossier(parts);
    const auto receipt = served.content(deliver(served.kiosk(), dossier), Role::Receipts);
    REQUIRE(receipt);
    return std::string(receipt->text_at("event"));
}

}  // namespace

TEST_CASE("a report is kept with its counter, and its photo beside it", "[province]") {
    Served served;
    const Tree form = with(with(report(), "counter", "Quầy 2: Đất đai"), "photo", true);

    CHECK(event_of(served, form, {kPhoto}) == "SubmissionAcceptance");

    const std::string kept = served.province().control("opinions");
    CHECK(kept.find("Quầy 2: Đất đai") != std::string::npos);
    CHECK(kept.find(R"("photo":true)") != std::string::npos);
}

TEST_CASE("a report says truly whether a photo goes along", "[province]") {
    Served served;
    const Tree plain = report();
    const Tree pictured = with(report(), "photo", true);

    CHECK(event_of(served, plain, {}) == "SubmissionAcceptance");
    CHECK(event_of(served, plain, {kPhoto}) == "SubmissionRejection");
    CHECK(event_of(served, pictured, {}) == "SubmissionRejection");
    CHECK(event_of(served, pictured, {kPhoto, kPhoto}) == "SubmissionRejection");
    CHECK(event_of(served, pictured, {"no paper"}) == "SubmissionRejection");
}

TEST_CASE("a counter is one of the center's, by a name of bounded length", "[province]") {
    const auto counted = [](const std::string& name) { return with(report(), "counter", name); };

    CHECK(is_opinion(counted(std::string(60, 'a'))));
    CHECK_FALSE(is_opinion(counted(std::string(61, 'a'))));
    CHECK_FALSE(is_opinion(counted("")));
    CHECK_FALSE(is_opinion(with(counted("Quầy 1"), "place", "commune")));
    CHECK_FALSE(is_opinion(with(report(), "counter", 1)));
    CHECK_FALSE(is_opinion(with(report(), "photo", false)));
    CHECK_FALSE(is_opinion(with(report(), "photo", "yes")));
}

TEST_CASE("an opinion names nobody", "[province]") {
    CHECK(is_opinion(report()));
    CHECK_FALSE(is_opinion(with(report(), "profile", Tree::Table{})));
    CHECK_FALSE(is_opinion(with(report(), "phone", "0912")));
}

}  // namespace motlan::province
