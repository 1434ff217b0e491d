#include "kiosk/ui/narrator.h"

#include <algorithm>
#include <utility>

#include "kiosk/speech/spoken.h"

namespace motlan {
namespace {

std::string words_of(const Node& node, Language language, Earshot earshot) {
    const std::string words =
        earshot == Earshot::Headphones ? node.speech_private() : node.speech_public();
    return words.empty() ? phrase(Text::SpeechPrivate, language).spoken : words;
}

void add(std::string& text, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += std::string_view(".,;:!?").contains(text.back()) ? " " : ". ";
    text += sentence;
}

std::optional<Text> role_text(NodeRole role) {
    switch (role) {
        case NodeRole::Button: return Text::SpeechButton;
        case NodeRole::Choice: return Text::SpeechChoice;
        case NodeRole::Key: return Text::SpeechKey;
        case NodeRole::Field: return Text::SpeechField;
        default: return std::nullopt;
    }
}

bool changes_by_itself(const Node& node) {
    return is_readable(node) && (node.role == NodeRole::Status || node.role == NodeRole::Progress);
}

/// What tells one screen from another: its headings.
std::string headings(const SemanticTree& tree) {
    std::string all;
    for (const Node& node : tree.nodes()) {
        if (is_readable(node) && node.role == NodeRole::Heading) add(all, node.label.spoken);
    }
    return all;
}

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
        if (is_said && is_readable(node)) add(text, words_of(node, language, earshot));
    }
    const auto choices = std::ranges::count_if(tree.nodes(), is_choice);
    if (choices > 0) {
        add(text,
            phrase(Text::SpeechChoices, language, {{"count", std::to_string(choices)}}).spoken);
    }
    return spoken(text, language);
}

std::string node_speech(const Node& node, const SemanticTree& tree, Language language,
                        Earshot earshot) {
    std::string text = words_of(node, language, earshot);
    const bool is_private = earshot == Earshot::Room && node.privacy != Privacy::Public;
    if (!node.value.empty() && !is_private) add(text, node.value);
    if (const auto role = role_text(node.role)) add(text, phrase(*role, language).spoken);
    if (node.is_selected) add(text, phrase(Text::SpeechSelected, language).spoken);
    if (node.is_touchable && !node.is_enabled) {
        add(text, phrase(Text::SpeechDisabled, language).spoken);
    }
    if (!is_choice(node)) return spoken(text, language);
    const auto total = std::ranges::count_if(tree.nodes(), is_choice);
    const auto& nodes = tree.nodes();
    const auto here = std::ranges::find(nodes, node.id, &Node::id);
    const auto number = std::count_if(nodes.begin(), here, is_choice) + 1;
    add(text, phrase(Text::SpeechPlace, language,
                     {{"number", std::to_string(number)}, {"total", std::to_string(total)}})
                  .spoken);
    return spoken(text, language);
}

std::string Narrator::changed_words(const SemanticTree& tree) {
    std::string text;
    for (const Node& node : tree.nodes()) {
        if (!changes_by_itself(node) || node.privacy != Privacy::Public) continue;
        std::string& told = told_[node.id];
        if (told == node.label.spoken) continue;
        told = node.label.spoken;
        add(text, told);
    }
    return text;
}

std::string Narrator::next(const SemanticTree& tree, const Focus& focus, Language language) {
    const std::string changed = changed_words(tree);
    const bool is_again = std::exchange(repeats_, focus.repeats()) != focus.repeats();
    const std::string screen = headings(tree) + std::string(language_code(language));
    const bool is_new = std::exchange(screen_, screen) != screen;
    const Node* node = tree.find(focus.id());
    std::string here = node == nullptr ? "" : node_speech(*node, tree, language, earshot_);
    const bool has_moved = std::exchange(focus_, here) != here;
    if (!here.empty() && (has_moved || is_again)) return here;
    if (is_new || is_again) return screen_speech(tree, language, earshot_);
    return spoken(changed, language);
}

}  // namespace motlan
