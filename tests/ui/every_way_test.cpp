// Every procedure is filed on the screens themselves: with a finger, with six keys and a screen
// that is black, low and in large letters, with another language on every other screen and from the
// middle on. All ways end with the same bytes of form and papers; what of them names the language
// that was read is the only thing that may differ, and is told.
#include <algorithm>
#include <format>
#include <functional>
#include <set>
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

enum class Languages : std::uint8_t {
    One,
    Both,    ///< another one on every other screen; what is agreed to is read in the first
    Changed  ///< another one from the middle on, and for what is declared
};

struct Way {
    std::string name;
    Hand hand;
    std::vector<std::string> wishes{};  ///< what is chosen at the welcome screen
    Languages languages = Languages::One;
    Comfort comfort{};  ///< what the wishes lead to
};

std::vector<Way> ways() {
    return {{"touch", by_touch},
            {.name = "six keys, a dark screen",
             .hand = by_keys,
             .wishes = {"access.voice", "access.voice", "settings.screen", "settings.primary"},
             .comfort = {.is_voiced = true, .is_dark = true}},
            {.name = "large letters, low",
             .hand = by_touch,
             .wishes = {"access.size", "access.size", "access.reach"},
             .comfort = {.size = TextSize::Large, .is_low = true}},
            {.name = "largest letters, six keys",
             .hand = by_keys,
             .wishes = {"access.size", "access.size", "access.size"},
             .comfort = {.size = TextSize::ExtraLarge}},
            {.name = "another language in between", .hand = by_touch, .languages = Languages::Both},
            {.name = "another language from the middle on",
             .hand = by_touch,
             .languages = Languages::Changed}};
}

bool is_black(const Image& picture) {
    return std::ranges::all_of(picture.pixels, [](std::uint8_t value) { return value == 0; });
}

/// What is sealed of a dossier: the form and, paper by paper, the bytes of the pages in their
/// order.
std::string bytes_of(const Dossier& dossier) {
    std::string all = to_json(form_of(dossier));
    for (const auto& [item, pages] : dossier.papers) {
        all += "\n" + item.value();
        for (const Page& page : pages) {
            all += std::format("\n{} {} {}", as_text(page.packed.bytes), page.doubts.size(),
                               page.kept_because ? name(*page.kept_because) : "");
        }
    }
    return all;
}

/// Puts a word in the place of another that stands there exactly once.
void replace_only(std::string& text, std::string_view word, std::string_view by) {
    const std::size_t place = text.find(word);
    INFO(word << " in " << text);
    REQUIRE(place != std::string::npos);
    REQUIRE(text.find(word, place + 1) == std::string::npos);
    text.replace(place, word.size(), by);
}

/// Who changes the language after consent and before the declaration agreed in one and declares in
/// the other, as the form says. Without that, it is the form of who has read one language.
std::string as_in_one_language(std::string bytes) {
    REQUIRE(bytes.contains(R"("text":"vi:consent:1")"));
    replace_only(bytes, R"("text":"en:declaration:1")", R"("text":"vi:declaration:1")");
    replace_only(bytes, R"("language":"en")", R"("language":"vi")");
    return bytes;
}

/// One citizen who works through the screens, and the devices and the province around.
class Citizen {
public:
    explicit Citizen(const Way& way, ForWhom whom = ForWhom::Self) : way_(way), whom_(whom) {
        state_.reference = "c0ffee";
    }

    /// The bytes of the dossier that was filed; empty when the visit got stuck, with the place.
    std::string file(const Procedure& procedure) {
        for (const std::string& wish : way_.wishes) choose(wish);
        if (!has_its_wishes()) stuck_ = "the kiosk is not as it was wished";
        choose("welcome.start");
        choose("search.open");
        type(plain(procedure.short_name.in(Language::Vietnamese)));
        find("choose." + procedure.code.value());
        for (int i = 0; i < kMostSteps && filed_.empty() && stuck_.empty(); ++i) {
            switch_language();
            if (state_.comfort.is_dark) see_nothing();
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

    [[nodiscard]] bool has_its_wishes() const {
        const Comfort& has = state_.comfort;
        const Comfort& wished = way_.comfort;
        return has.size == wished.size && has.is_low == wished.is_low &&
               has.is_voiced == wished.is_voiced && has.is_dark == wished.is_dark;
    }

    /// Each kind of screen is looked at when it comes first.
    void see_nothing() {
        if (!seen_.insert(state_.screen.index()).second) return;
        if (!is_black(glass_.picture(state_))) stuck_ = "somebody else can see the screen";
    }

    void switch_language() {
        if (way_.languages == Languages::Both) return switch_both();
        const bool is_middle = std::holds_alternative<CheckDetails>(state_.screen);
        if (way_.languages == Languages::Changed && is_middle) speak(Language::English);
    }
    void switch_both() {
        const bool is_word = std::holds_alternative<Consent>(state_.screen) ||
                             std::holds_alternative<Declare>(state_.screen);
        const bool is_other = !is_word && ++turns_ % 2 == 1;
        speak(is_other ? Language::English : Language::Vietnamese);
    }
    void speak(Language wished) {
        if (state_.comfort.language != wished) choose("access.language");
    }

    void act() {
        std::visit(Match{[this](const ShowCard&) { happen(CardCodeRead{to_bytes(kCard)}); },
                         [this](const AskQuestion& screen) { answer(screen); },
                         [this](const ScanPaper& screen) {
                             if (screen.stage != ScanStage::LayPaper) return scan_page();
                             choose("action.next");
                         },
                         [this](const AskSources&) { pass_second(); },
                         [this](const ChooseSubject& screen) { choose_subject(screen); },
                         [this](const Submitting&) { pass_second(); },
                         [this](const auto&) { choose("action.next"); }},
                   Screen(state_.screen));
    }

    /// No register ties a company to the citizen, so that its code is typed.
    void choose_subject(const ChooseSubject& screen) {
        switch (screen.stage) {
            case BehalfStage::Choose: return choose("behalf." + std::string(name(whom_)));
            case BehalfStage::Asking: return pass_second();
            case BehalfStage::Pick: return choose("behalf.person_0");
            case BehalfStage::Type:
                return screen.draft.empty() ? type("2901999013") : choose("action.next");
            case BehalfStage::Unknown: choose("action.next");
        }
    }

    /// No two pages are the same.
    void scan_page() {
        happen(
            PageScanned{.page = {.packed = {.bytes = to_bytes(std::format("page {}", ++sheets_))},
                                 .preview = {},
                                 .sheet = sheets_}});
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
                         [this](const PersonNumberQuestion&) { type("040200000099"); },
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
            happen(SourceAnswered{query->source, words_about(*query)});
        } else if (auto* store = std::get_if<StoreDossier>(&effect)) {
            filed_ = bytes_of(store->dossier);
        }
    }

    /// What the sources say: the name of a company whose code was typed, and nothing else.
    static SourceWords words_about(const QuerySource& query) {
        const ConceptId relation = relation_of(ForWhom::Company);
        if (!query.company || !std::ranges::contains(query.concepts, relation)) return {};
        return {{relation,
                 {.verdict = SourceVerdict::Held,
                  .source = query.source,
                  .value = Personal(query.company->digits() + "|Công ty Thử Nghiệm|")}}};
    }

    const Way& way_;
    ForWhom whom_;
    Glass glass_{kPortrait};
    State state_;
    std::string filed_;
    std::string stuck_;
    std::chrono::seconds now_{1'000'000'000};
    std::set<std::size_t> seen_;
    int turns_ = 0;
    int sheets_ = 0;
};

}  // namespace

namespace {

void check_all_ways(const Procedure& procedure, ForWhom whom) {
    std::string first;
    for (const Way& way : ways()) {
        Citizen citizen(way, whom);
        std::string bytes = citizen.file(procedure);
        INFO(procedure.code.value() << " by " << way.name << ": " << citizen.stuck());
        REQUIRE_FALSE(bytes.empty());
        if (way.languages == Languages::Changed) bytes = as_in_one_language(std::move(bytes));
        if (first.empty()) first = bytes;
        CHECK(bytes == first);
    }
    CHECK(first.contains(R"("for":"company")") == (whom == ForWhom::Company));
}

}  // namespace

TEST_CASE("every procedure is filed in every way with the same bytes", "[ui]") {
    for (const Procedure& procedure : sample_office().procedures)
        check_all_ways(procedure, ForWhom::Self);
}

TEST_CASE("a company whose tax code is typed is filed for in every way", "[ui]") {
    int open = 0;
    for (const Procedure& procedure : sample_office().procedures) {
        const auto& rule = procedure.behalf;
        if (!rule || !std::ranges::contains(rule->whom, ForWhom::Company)) continue;
        check_all_ways(procedure, ForWhom::Company);
        ++open;
    }
    CHECK(open >= 1);
}

}  // namespace motlan::testing
