// Every procedure is filed on the screens themselves: with a finger, with six keys and a screen
// that nobody sees, low and in large letters, and with another language on every other screen. All
// ways end with the same bytes.
#include <algorithm>
#include <format>
#include <functional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/json.h"
#include "kiosk/domain/search_spelling.h"
#include "kiosk/flow/step.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/narrator.h"
#include "kiosk/ui/touch.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

constexpr int kMostSteps = 600;

/// An invented card; no source knows its holder, so that everything that can be asked is asked.
constexpr std::string_view kCard =
    "040151000217|180123456|Nguyễn Thị Hòa|12031951|Nữ|"
    "Xóm 4, Kim Liên, Nam Đàn, Nghệ An|10052021";

template <typename... Handlers>
struct Match : Handlers... {
    using Handlers::operator()...;
};

/// How somebody chooses what is shown.
using Hand = std::function<std::string(const SemanticTree&, const State&, const std::string&)>;

/// A finger on the middle of the node, and off again.
std::string by_touch(const SemanticTree& tree, const State&, const std::string& id) {
    const Node* node = tree.find(id);
    if (node == nullptr) return {};
    TouchReader fingers;
    const Point at = node->rect.center();
    static_cast<void>(fingers.read({TouchKind::Down, 1, at, TouchTime{1000}}, tree));
    return fingers.read({TouchKind::Up, 1, at, TouchTime{1100}}, tree).value_or("");
}

/// The right arrow until what is heard is the one; whatever is heard on the way has words.
std::string by_keys(const SemanticTree& tree, const State& state, const std::string& id) {
    Focus focus;
    for (std::size_t i = 0; i <= tree.nodes().size(); ++i) {
        focus.move(tree, FocusKey::Right);
        const Node* node = tree.find(focus.id());
        if (node == nullptr) return {};
        const Language language = state.comfort.language;
        if (node_speech(*node, tree, language, Earshot::Headphones).empty()) return {};
        if (focus.id() == id) return node->is_live() ? id : std::string();
    }
    return {};
}

struct Way {
    std::string name;
    Hand hand;
    Comfort comfort;
    bool switches_language = false;
};

std::vector<Way> ways() {
    return {{"touch", by_touch, {}},
            {"six keys", by_keys, {.is_voiced = true}},
            {"large letters, low", by_touch, {.size = TextSize::Large, .is_low = true}},
            {"largest letters, six keys", by_keys, {.size = TextSize::ExtraLarge}},
            {"another language in between", by_touch, {}, true}};
}

/// One citizen who works through the screens, and the devices and the province around.
class Citizen {
public:
    explicit Citizen(const Way& way) : way_(way) {
        state_.reference = "c0ffee";
        state_.comfort = way.comfort;
    }

    /// The form of the dossier that was filed; empty when the visit got stuck, with the place.
    std::string file(const Procedure& procedure) {
        choose("welcome.start");
        choose("search.open");
        type(plain(procedure.short_name.in(Language::Vietnamese)));
        find("choose." + procedure.code.value());
        for (int i = 0; i < kMostSteps && filed_.empty() && stuck_.empty(); ++i) {
            switch_language();
            act();
        }
        return filed_;
    }

    [[nodiscard]] const std::string& stuck() const { return stuck_; }

private:
    static std::string plain(std::string_view words) {
        std::string all;
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            all += (all.empty() ? "" : " ") + plain_word(words.substr(0, end));
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        return all;
    }

    /// What is agreed to and declared is read in one language; everything else in both.
    void switch_language() {
        if (!way_.switches_language) return;
        const bool is_word = std::holds_alternative<Consent>(state_.screen) ||
                             std::holds_alternative<Declare>(state_.screen);
        const bool is_other = !is_word && ++turns_ % 2 == 1;
        const Language wished = is_other ? Language::English : Language::Vietnamese;
        if (state_.comfort.language != wished) choose("access.language");
    }

    void act() {
        std::visit(Match{[this](const ShowCard&) { happen(CardCodeRead{to_bytes(kCard)}); },
                         [this](const AskQuestion& screen) { answer(screen); },
                         [this](const ScanPaper& screen) {
                             if (screen.stage != ScanStage::LayPaper) return happen(PageScanned{});
                             choose("action.next");
                         },
                         [this](const AskSources&) { pass_second(); },
                         [this](const Submitting&) { pass_second(); },
                         [this](const auto&) { choose("action.next"); }},
                   Screen(state_.screen));
    }

    void answer(const AskQuestion& screen) {
        if (screen.is_complete) return choose("action.next");
        const Item& item = *screen.visit.procedure.find(screen.item);
        std::visit(Match{[this](const ChoiceQuestion& choice) {
                             find("answer." + choice.choices.front().value);
                         },
                         [this](const NumberQuestion& number) {
                             type(std::to_string(std::max(number.usual, number.least)));
                         },
                         [this](const TextQuestion&) { type("nha so 4"); },
                         [this](const UnitQuestion&) {
                             type("kim lien");
                             find_first("answer.");
                         }},
                   std::get<Question>(item.otherwise).kind);
    }

    void type(const std::string& letters) {
        for (const char letter : letters) {
            const std::string key = letter == ' ' ? "key.space" : std::string("key.") + letter;
            show();
            // Low and in large letters the digits share a row with letters.
            if (glass_.tree().find(key) == nullptr) choose("key.digits");
            choose(key);
        }
    }

    /// Turns pages until the node is shown, then chooses it.
    void find(const std::string& id) {
        find_if([&](const Node& node) { return node.id == id; }, id);
    }
    void find_first(const std::string& beginning) {
        find_if([&](const Node& node) { return node.id.starts_with(beginning); }, beginning);
    }
    void find_if(const std::function<bool(const Node&)>& is_it, const std::string& what) {
        for (int page = 0; page < 20 && stuck_.empty(); ++page) {
            show();
            const auto& nodes = glass_.tree().nodes();
            const auto found = std::ranges::find_if(nodes, [&](const Node& node) {
                return node.is_live() && node.role == NodeRole::Choice && is_it(node);
            });
            if (found != nodes.end()) return choose(found->id);
            const auto more = std::ranges::find_if(nodes, [](const Node& node) {
                return node.is_live() && node.id.ends_with(".after");
            });
            if (more == nodes.end()) break;
            choose(more->id);
        }
        if (stuck_.empty()) stuck_ = what + " is not offered";
    }

    /// Draws without a tap, reading away what lies over the screen.
    void show() {
        glass_.draw(state_);
        if (glass_.tree().find("dropped.primary") == nullptr) return;
        if (const auto event = glass_.draw(state_, {.chosen = "dropped.primary"})) happen(*event);
        glass_.draw(state_);
    }

    void choose(const std::string& id) {
        if (!stuck_.empty()) return;
        show();
        const std::string chosen = way_.hand(glass_.tree(), state_, id);
        if (chosen != id) {
            stuck_ = std::format("{} cannot be chosen on {}", id, glass_.tree().nodes()[0].id);
            return;
        }
        if (const auto event = glass_.draw(state_, {.chosen = chosen})) happen(*event);
    }

    void pass_second() {
        now_ += std::chrono::seconds(1);
        happen(Ticked{SteadyTime(now_), WallTime(now_)});
    }

    void happen(const Event& event) {
        Next next = step(std::move(state_), event, sample_office());
        state_ = std::move(next.state);
        for (Effect& effect : next.effects) perform(effect);
    }

    void perform(Effect& effect) {
        if (const auto* query = std::get_if<QuerySource>(&effect)) {
            happen(SourceAnswered{query->source, {}});
        } else if (auto* store = std::get_if<StoreDossier>(&effect)) {
            filed_ = to_json(form_of(store->dossier));
        }
    }

    const Way& way_;
    Glass glass_{kPortrait};
    State state_;
    std::string filed_;
    std::string stuck_;
    std::chrono::seconds now_{1'000'000'000};
    int turns_ = 0;
};

}  // namespace

TEST_CASE("every procedure is filed in every way with the same bytes", "[ui]") {
    const std::vector<Way> all = ways();
    for (const Procedure& procedure : sample_office().procedures) {
        std::string first;
        for (const Way& way : all) {
            Citizen citizen(way);
            const std::string form = citizen.file(procedure);
            INFO(procedure.code.value() << " by " << way.name << ": " << citizen.stuck());
            CHECK_FALSE(form.empty());
            if (first.empty()) first = form;
            CHECK(form == first);
        }
    }
}

}  // namespace motlan::testing
