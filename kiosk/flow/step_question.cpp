#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/core/tone.h"
#include "kiosk/core/utf8.h"
#include "kiosk/flow/draft.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/tasks.h"

namespace motlan {
namespace {

const Item& item_of(const AskQuestion& screen) {
    const Item* item = screen.visit.procedure.find(screen.item);
    expects(item != nullptr);
    return *item;
}

Turn with_draft(AskQuestion screen, std::string draft) {
    screen.draft = std::move(draft);
    screen.is_complete = is_acceptable(screen.draft, item_of(screen));
    return {std::move(screen), {}};
}

}  // namespace

Turn on(AskQuestion screen, const DraftSet& set, const Scene&) {
    const Item& item = item_of(screen);
    std::string draft = is_text(item) ? with_letters("", set.value, item) : set.value;
    if (!is_acceptable(draft, item)) return {std::move(screen), {}};
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const LettersTyped& typed, const Scene&) {
    std::string draft = with_letters(screen.draft, typed.letters, item_of(screen));
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const LetterErased&, const Scene&) {
    if (!is_text(item_of(screen))) return {std::move(screen), {}};
    std::string draft = without_last_letter(screen.draft);
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const ToneTyped& tone, const Scene&) {
    if (!is_text(item_of(screen))) return {std::move(screen), {}};
    std::string draft = with_tone(screen.draft, tone.tone);
    return with_draft(std::move(screen), std::move(draft));
}

Turn on(AskQuestion screen, const Proceeded&, const Scene& scene) {
    if (!screen.is_complete) return {std::move(screen), {}};
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

Turn on(AskQuestion screen, const WentBack&, const Scene&) {
    screen.visit.drafts.insert_or_assign(screen.item, Personal(screen.draft));
    if (screen.from_review) return {ReviewAll{std::move(screen.visit)}, {}};
    return task_before(std::move(screen.visit), screen.item);
}

}  // namespace motlan
