#include "kiosk/app/read_aloud.h"

#include <utility>

namespace motlan {
namespace {

bool is_key(const Event& event) {
    return std::holds_alternative<LettersTyped>(event) ||
           std::holds_alternative<ToneTyped>(event) || std::holds_alternative<WordChosen>(event) ||
           std::holds_alternative<LetterErased>(event);
}

}  // namespace

bool ReadAloud::hear(Earshot earshot) {
    if (earshot == earshot_) return false;
    *this = ReadAloud(earshot);
    return true;
}

void ReadAloud::meet(const Event& event, const Offered& before, const Offered& after) {
    if (!is_on()) return;
    has_typed_ = has_typed_ || is_key(event);
    const auto sound = earcon_of(event, before, after);
    if (!sound) return;
    // Of what happened at once, the last is what there is to be done about; how close the card was
    // is not, once it was read or refused.
    const bool is_lesser = sound_ && !is_guiding(*sound_) && is_guiding(*sound);
    if (!is_lesser) sound_ = sound;
}

std::optional<Earcon> ReadAloud::take_sound(SteadyTime now) {
    const auto sound = std::exchange(sound_, {});
    if (!sound || sound == Earcon::CardRead) return sound;
    SteadyTime& bearable_from = is_guiding(*sound) ? guided_from_ : bearable_from_;
    if (now < bearable_from) return std::nullopt;
    bearable_from = now + (is_guiding(*sound) ? kBetweenNotes : kBetweenRefusals);
    return sound;
}

Utterance ReadAloud::next(const SemanticTree& tree, const Focus& focus, const Comfort& comfort,
                          SteadyTime now) {
    if (!comfort.is_voiced) {
        *this = ReadAloud(earshot_);
        return {};
    }
    if (!narrator_) narrator_.emplace(earshot_);
    Utterance heard{.words = narrator_->next(tree, focus, {comfort.language, now}),
                    .sound = take_sound(now)};
    // Silence would leave open whether the key was chosen at all.
    const bool was_in_vain = std::exchange(has_typed_, false) && heard.words.empty();
    if (was_in_vain) heard.sound = Earcon::Refused;
    return heard;
}

}  // namespace motlan
