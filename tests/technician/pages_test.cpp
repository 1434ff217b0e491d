// Every page of the technician held to the numbers of ux, as the citizens' screens are. Usually
// each is drawn in a few of its looks; MOTLAN_AUDIT=full draws them all.
#include <algorithm>
#include <cstdlib>
#include <format>
#include <map>
#include <set>
#include <string>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/care/checkup.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "tests/technician/sample_desks.h"
#include "tests/ui/audit_rules.h"

namespace motlan::testing {
namespace {

constexpr int kMostPages = 200;

/// One page after the other of one sample, judged by every rule.
class PageAudit {
public:
    void judge(const CareSample& sample, const Look& look) {
        Glass& glass = look.panel.is_portrait() ? portrait_ : landscape_;
        CareDesk desk = sample.desk;
        desk.comfort = look.comfort;
        const auto draw = [&](const Moment& moment) {
            bool is_chosen = false;
            glass.draw([&](Ui& ui) { is_chosen = draw_care(ui, desk).has_value(); }, moment);
            return is_chosen;
        };
        glass.forget();
        draw({});
        int pages = 1;
        for (; pages <= kMostPages; ++pages) {
            for (const Rule& rule : rules_) {
                Complaints found;
                rule.judge({glass.tree(), look, glass.typeface()}, found);
                for (const std::string& one : found)
                    complaints_.push_back(std::format("{}: {} ({}): {} on page {}", rule.name,
                                                      sample.name, look.name, one, pages));
            }
            const std::string after = way_on(glass.tree());
            if (after.empty() || draw({.chosen = after})) break;
            draw({});
        }
        CHECK(pages <= kMostPages);
    }

    [[nodiscard]] const Complaints& complaints() const { return complaints_; }

private:
    static std::string way_on(const SemanticTree& tree) {
        for (const Node& node : tree.nodes())
            if (node.is_live() && node.id.ends_with(".after")) return node.id;
        return {};
    }

    std::vector<Rule> rules_ = all_rules();
    Complaints complaints_;
    Glass portrait_{kPortrait};
    Glass landscape_{kLandscape};
};

bool is_full() {
    const char* wish = std::getenv("MOTLAN_AUDIT");
    return wish != nullptr && std::string_view(wish) == "full";
}

}  // namespace

TEST_CASE("every page of the technician keeps the rules of every screen", "[technician]") {
    PageAudit audit;
    std::size_t number = 0;
    for (const CareSample& sample : care_samples())
        for (const Look& look : is_full() ? all_looks() : some_looks(number++))
            audit.judge(sample, look);

    std::string text;
    for (const std::string& one : audit.complaints()) text += one + "\n";
    INFO(text);
    CHECK(audit.complaints().empty());
}

TEST_CASE("every page has a sample", "[technician]") {
    std::set<CarePage> pages;
    for (const CareSample& sample : care_samples()) pages.insert(sample.desk.page);

    CHECK(pages.size() == 23);
}

TEST_CASE("every part that is looked at has a name in both languages", "[technician]") {
    for (const std::string_view area :
         {"configuration", "chip_reader", "catalogue", "kiosk",  "procedures",      "enrolment",
          "signing_key",   "certificate", "bundle",    "link",   "province",        "audit_log",
          "outbox",        "disk",        "clock",     "tests",  "card_camera",     "scanner",
          "printer",       "hand_reader", "screen",    "memory", "document_camera", "voice"}) {
        INFO(area);
        CHECK(find_text("care.area." + std::string(area)).has_value());
    }
}

}  // namespace motlan::testing
