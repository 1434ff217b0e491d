#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/core/tone.h"
#include "kiosk/core/utf8.h"
#include "kiosk/flow/draft.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/page_reading.h"
#include "kiosk/flow/place_search.h"
#include "kiosk/flow/suggestion.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

/// Letters that the name of a commune or ward may have.
constexpr std::size_t kLongestPlace = 60;

const Item& item_of(const AskQuestion& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    expects(item != nullptr);
    return *item;
}

Turn judged(AskQuestion screen) {
    screen.is_complete = is_acceptable(screen.draft, item_of(screen));
    return {std::move(screen), {}};
}

Turn with_draft(AskQuestion screen, std::string draft) {
    screen.draft = std::move(draft);
    screen.unchosen.reset();
    return judged(std::move(screen));
}

/// The letters of a place's name, found or written, become what `change` makes of them.
Turn with_place(AskQuestion screen, const Scene& scene, const auto& change) {
    const Units& units = scene.office.units;
    write_place(screen, change(place_letters(screen, units)), units);
    return judged(std::move(screen));
}

}  // namespace

Turn on(AskQuestion screen, const DraftSet& set, const Scene& scene) {
    const Item& item = item_of(screen);
    if (is_place(item)) {
        choose_place(screen, set.value, scene.office.units);
        return judged(std::move(screen));
    }
    std::string draft = is_text(item) ? with_letters("", set.value, item) : set.value;
    if (!is_acceptable(draft, item)) return {std::move(screen), {}};
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const LettersTyped& typed, const Scene& scene) {
    const Item& item = item_of(screen);
    if (is_place(item)) {
        return with_place(std::move(screen), scene, [&](const std::string& letters) {
            return with_letters(letters, typed.letters, kLongestPlace);
        });
    }
    if (is_blank_of_word(screen.unchosen, typed.letters)) return {std::move(screen), {}};
    const Typing typing{scene.state.comfort.typing, scene.office.tone_style};
    std::string draft = with_keys(screen.draft, typed.letters, item, typing);
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const LetterErased&, const Scene& scene) {
    const Item& item = item_of(screen);
    const ToneStyle style = scene.office.tone_style;
    if (is_place(item)) {
        return with_place(std::move(screen), scene, [&](const std::string& letters) {
            return without_last_letter(letters, style);
        });
    }
    if (!is_typed(item)) return {std::move(screen), {}};
    std::string draft = erased(screen.draft, screen.unchosen, style);
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const ToneTyped& tone, const Scene& scene) {
    const Item& item = item_of(screen);
    const auto toned = [&](const std::string& text) {
        return with_tone(text, tone.tone, scene.office.tone_style);
    };
    if (is_place(item)) return with_place(std::move(screen), scene, toned);
    if (!is_text(item)) return {std::move(screen), {}};
    std::string draft = toned(screen.draft);
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const WordChosen& chosen, const Scene& scene) {
    const Item& item = item_of(screen);
    if (is_place(item)) {
        const WordRoom room{scene.office.words, kLongestPlace};
        return with_place(std::move(screen), scene, [&](const std::string& letters) {
            return with_chosen(letters, chosen, WordsOf::Text, room).value_or(letters);
        });
    }
    const auto* question = question_of<TextQuestion>(item);
    if (question == nullptr) return {std::move(screen), {}};
    auto draft =
        with_chosen(screen.draft, chosen, words_of(item), {scene.office.words, question->longest});
    if (!draft) return {std::move(screen), {}};
    std::string before = std::exchange(screen.draft, *std::move(draft));
    screen.unchosen = std::move(before);
    return judged(std::move(screen));
}

Turn on(AskQuestion screen, const WiderPlaceWished&, const Scene& scene) {
    if (is_place(item_of(screen))) widen_place(screen, scene.office.units);
    return judged(std::move(screen));
}

// Nobody who has begun to write is written over.
Turn on(AskQuestion screen, const PageRead& read, const Scene&) {
    note_reading(read, screen.visit);
    if (!screen.draft.empty()) return {std::move(screen), {}};
    std::string draft = suggestion(screen.visit, item_of(screen)).value_or(std::string());
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const Proceeded&, const Scene& scene) {
    if (!screen.is_complete) return {std::move(screen), {}};
    if (is_place(item_of(screen))) {
        const Units& units = scene.office.units;
        write_place(screen, trimmed(place_letters(screen, units)), units);
    }
    Visit& visit = screen.visit;
    visit.answers.insert_or_assign(screen.item, Personal(trimmed(screen.draft)));
    visit.drafts.erase(screen.item);
    replan(visit, scene.office);
    if (screen.from_review) return {ReviewAll{std::move(visit)}, {}};
    return next_task(std::move(visit), screen.item);
}

Turn on(AskQuestion screen, const OtherWayWished& wish, const Scene& scene) {
    take_other_way(screen.visit, wish.item, scene.office);
    return next_task(std::move(screen.visit));
}

Turn on(AskQuestion screen, const WentBack&, const Scene& scene) {
    if (is_place(item_of(screen)) && narrow_place(screen, scene.office.units)) {
        return judged(std::move(screen));
    }
    keep_draft(screen.visit, item_of(screen), screen.draft);
    if (screen.from_review) return {ReviewAll{std::move(screen.visit)}, {}};
    return task_before(std::move(screen.visit), screen.item);
}

}  // namespace motlan
