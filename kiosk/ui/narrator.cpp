#include "kiosk/ui/narrator.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/utf8.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/speech/letter_words.h"
#include "kiosk/speech/spoken.h"
#include "kiosk/ui/speech_text.h"

namespace motlan {
namespace {

std::string words_of(const Node& node, Language language, Earshot earshot) {
    std::string words =
        earshot == Earshot::Headphones ? node.speech_private() : node.speech_public();
    if (words.empty()) return phrase(Text::SpeechPrivate, language).spoken;
    if (node.role != NodeRole::Key) return words;
    const std::u32string letters = to_letters(words);
    return letters.size() == 1 ? letter_words(letters.front(), language) : words;
}

std::optional<Text> role_text(NodeRole role) {
    switch (role) {
        case NodeRole::Button: return Text::SpeechButton;
        case NodeRole::Choice: return Text::SpeechChoice;
        case NodeRole::Key: return Text::SpeechKey;
        case NodeRole::Field: return Text::SpeechField;
        case NodeRole::Slider: return Text::SpeechSlider;
        default: return std::nullopt;
    }
}

bool changes_by_itself(const Node& node) {
    return is_readable(node) && (node.role == NodeRole::Status || node.role == NodeRole::Progress);
}

/// A part of a hundred is news at every quarter, words when they change.
std::string news_of(const Node& node) {
    const auto percent = node.role == NodeRole::Progress ? whole_number(node.value) : std::nullopt;
    if (percent) return std::to_string(*percent / 25);
    return node.news.empty() ? node.label.spoken : node.news;
}

/// What tells one screen from another: its headings.
std::string headings(const SemanticTree& tree) {
    std::string all;
    for (const Node& node : tree.nodes()) {
        if (is_readable(node) && node.role == NodeRole::Heading)
            add_sentence(all, node.label.spoken);
    }
    return all;
}

/// Silence after which what was said is said once more.
constexpr std::chrono::seconds kIdle{20};
/// A letter takes about so long to say, slowly.
constexpr std::chrono::milliseconds kLetter{90};

/// Keys of the keyboard are no choices.
bool is_choice(const Node& node) {
    return is_readable(node) && node.is_live() && node.role != NodeRole::Key;
}

}  // namespace

std::string screen_speech(const SemanticTree& tree, Language language, Earshot earshot) {
    std::string text;
    for (const Node& node : tree.nodes()) {
        const bool is_said = node.role == NodeRole::Heading || node.role == NodeRole::Text ||
                             node.role == NodeRole::Status;
        if (is_said && is_readable(node)) add_sentence(text, words_of(node, language, earshot));
    }
    const auto choices = std::ranges::count_if(tree.nodes(), is_choice);
    if (choices > 0) {
        add_sentence(
            text,
            phrase(Text::SpeechChoices, language, {{"count", std::to_string(choices)}}).spoken);
    }
    return spoken(text, language);
}

std::string node_speech(const Node& node, const SemanticTree& tree, Language language,
                        Earshot earshot) {
    std::string text = words_of(node, language, earshot);
    if (!node.value.empty() && !is_unsaid(node, earshot)) add_sentence(text, node.value);
    if (const auto role = role_text(node.role)) add_sentence(text, phrase(*role, language).spoken);
    if (node.is_selected) add_sentence(text, phrase(Text::SpeechSelected, language).spoken);
    if (node.is_touchable && !node.is_enabled) {
        add_sentence(text, phrase(Text::SpeechDisabled, language).spoken);
        add_sentence(text, node.why_not.spoken);
    }
    if (!is_choice(node)) return spoken(text, language);
    const auto total = std::ranges::count_if(tree.nodes(), is_choice);
    const auto& nodes = tree.nodes();
    const auto here = std::ranges::find(nodes, node.id, &Node::id);
    const auto number = std::count_if(nodes.begin(), here, is_choice) + 1;
    add_sentence(text,
                 phrase(Text::SpeechPlace, language,
                        {{"number", std::to_string(number)}, {"total", std::to_string(total)}})
                     .spoken);
    return spoken(text, language);
}

std::string Narrator::changed_words(const SemanticTree& tree, SteadyTime now) {
    constexpr std::chrono::milliseconds kDwell{1200};  // advice that is cut off helps nobody
    if (now < quiet_until_) return {};
    std::string text;
    std::map<std::string, std::string> told;
    for (const Node& node : tree.nodes()) {
        if (!changes_by_itself(node) || is_unsaid(node, earshot_)) continue;
        std::string news = news_of(node);
        const auto before = told_.find(node.id);
        if (before == told_.end() || before->second != news) add_sentence(text, node.label.spoken);
        told.insert_or_assign(node.id, std::move(news));
    }
    told_ = std::move(told);
    if (!text.empty()) quiet_until_ = now + kDwell;
    return text;
}

/// The node that the keys are on, else the screen in short: what was wished to be heard last.
std::string Narrator::once_more(const SemanticTree& tree, const Focus& focus,
                                const Hearing& hearing) {
    if (!may_repeat_ || hearing.now < silent_from_ + kIdle) return {};
    may_repeat_ = false;
    was_news_ = true;  // that it is said again shows nobody to be there
    const Node* node = tree.find(focus.id());
    return node == nullptr ? screen_speech(tree, hearing.language, earshot_)
                           : node_speech(*node, tree, hearing.language, earshot_);
}

std::string Narrator::next(const SemanticTree& tree, const Focus& focus, const Hearing& hearing) {
    std::string said = said_now(tree, focus, hearing);
    if (said.empty()) return once_more(tree, focus, hearing);
    if (!was_news_) may_repeat_ = true;
    silent_from_ = hearing.now + kLetter * static_cast<int>(count_letters(said));
    return said;
}

std::string Narrator::said_now(const SemanticTree& tree, const Focus& focus,
                               const Hearing& hearing) {
    const Language language = hearing.language;
    const std::string screen = headings(tree) + std::string(language_code(language));
    const bool is_new = std::exchange(screen_, screen) != screen;
    std::string said = typing_.next(tree, language);
    if (is_new) said.clear();  // nobody has typed what another screen shows
    const bool is_typed = !said.empty();
    std::string news = changed_words(tree, hearing.now);
    const bool is_again = std::exchange(repeats_, focus.repeats()) != focus.repeats();
    const Node* node = tree.find(focus.id());
    std::string here = node == nullptr ? "" : node_speech(*node, tree, language, earshot_);
    const bool has_moved = std::exchange(focus_, here) != here;
    const bool is_elsewhere = std::exchange(place_, focus.id()) != focus.id();
    const bool is_wished = is_typed || is_again || is_new || is_elsewhere;
    if (is_wished || has_moved || !news.empty()) was_news_ = !is_wished;
    said = spoken(said, language);
    // What a key does to itself, as from capitals to small letters, is heard when one comes back.
    const bool is_here_said = is_again || is_elsewhere || (has_moved && !is_typed);
    if (!here.empty() && is_here_said) {
        add_sentence(said, here);
        if (!changes_by_itself(*node)) add_sentence(said, spoken(news, language));
        return said;
    }
    if (is_new || is_again) return screen_speech(tree, language, earshot_);
    add_sentence(said, spoken(news, language));
    return said;
}

}  // namespace motlan
