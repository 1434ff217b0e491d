#include <algorithm>
#include <utility>

#include "kiosk/core/tone.h"
#include "kiosk/flow/ability.h"
#include "kiosk/flow/draft.h"
#include "kiosk/flow/handlers.h"
#include "kiosk/flow/leaving.h"

namespace motlan {
namespace {

/// Letters that may be typed; the search looks at no more.
constexpr std::size_t kMostTyped = 60;

Turn show_needs(ChooseProcedure from, const Procedure& procedure, const Scene& scene) {
    WhatYouNeed needs = what_you_need(procedure, scene.office, scene.state);
    needs.chosen_from = std::move(from);
    return {std::move(needs), {}};
}

Turn judge_anew(WhatYouNeed screen, const Scene& scene) {
    screen.hindrance = hindrance_of(screen.procedure, screen.expected, scene.state);
    return {std::move(screen), {}};
}

Turn with_typed(ChooseProcedure screen, std::string typed, const Scene& scene) {
    screen.by = ChooseBy::Words;
    screen.asked.clear();
    screen.typed = std::move(typed);
    screen.found = scene.office.search.find(screen.typed);
    return {std::move(screen), {}};
}

/// Places of these procedures in the catalogue, in this order.
std::vector<std::size_t> places_of(const std::vector<ProcedureCode>& codes, const Office& office) {
    std::vector<std::size_t> places;
    for (const ProcedureCode& code : codes) {
        for (std::size_t place = 0; place < office.procedures.size(); ++place) {
            if (office.procedures[place].code == code) places.push_back(place);
        }
    }
    return places;
}

const GuideAnswer* answer_of(const ChooseProcedure& screen, const std::string& id,
                             const Guide& guide) {
    const GuideQuestion* question = current_question(screen, guide);
    if (question == nullptr) return nullptr;
    const auto found = std::ranges::find(question->answers, id, &GuideAnswer::id);
    return found != question->answers.end() ? &*found : nullptr;
}

}  // namespace

const GuideQuestion* current_question(const ChooseProcedure& screen, const Guide& guide) {
    return guide.find(screen.asked.empty() ? guide.first : screen.asked.back());
}

Turn on(ChooseProcedure, const SearchWished&, const Scene& scene) {
    return with_typed({}, {}, scene);
}

Turn on(ChooseProcedure, const UnsureWished&, const Scene& scene) {
    return {ChooseProcedure{.asked = {scene.office.guide.unsure}}, {}};
}

Turn on(ChooseProcedure screen, const GuideAnswered& said, const Scene& scene) {
    const GuideAnswer* answer = answer_of(screen, said.answer, scene.office.guide);
    if (answer == nullptr || screen.by == ChooseBy::Words) return {std::move(screen), {}};
    if (!answer->question.empty()) {
        screen.asked.push_back(answer->question);
        return {std::move(screen), {}};
    }
    Found found{.places = places_of(answer->codes, scene.office)};
    if (found.places.size() == 1) {
        const Procedure& only = scene.office.procedures[found.places.front()];
        return show_needs(std::move(screen), only, scene);
    }
    screen.found = std::move(found);
    return {std::move(screen), {}};
}

Turn on(ChooseProcedure screen, const LettersTyped& typed, const Scene& scene) {
    std::string words = with_letters(screen.typed, typed.letters, kMostTyped);
    return with_typed(std::move(screen), std::move(words), scene);
}

Turn on(ChooseProcedure screen, const LetterErased&, const Scene& scene) {
    std::string words = without_last_letter(screen.typed);
    return with_typed(std::move(screen), std::move(words), scene);
}

Turn on(ChooseProcedure screen, const ProcedureChosen& chosen, const Scene& scene) {
    if (chosen.index >= scene.office.procedures.size()) return {std::move(screen), {}};
    return show_needs(std::move(screen), scene.office.procedures[chosen.index], scene);
}

/// From words or offers to the question before, from the guide's first question to the welcome.
Turn on(ChooseProcedure screen, const WentBack&, const Scene& scene) {
    if (screen.by == ChooseBy::Words) return {ChooseProcedure{}, {}};
    if (!screen.found.places.empty()) {
        screen.found = {};
        return {std::move(screen), {}};
    }
    if (screen.asked.empty()) return {welcome(scene.state), {}};
    screen.asked.pop_back();
    return {std::move(screen), {}};
}

Turn on(WhatYouNeed screen, const Proceeded&, const Scene& scene) {
    if (!may_start(screen.hindrance)) return {std::move(screen), {}};
    return {ShowCard{.procedure = std::move(screen.procedure),
                     .expected = std::move(screen.expected),
                     .preview = {},
                     .refused = {}},
            {WatchForCard{scene.state.comfort.lamp}}};
}

Turn on(WhatYouNeed screen, const WentBack&, const Scene&) {
    return {std::move(screen.chosen_from), {}};
}

Turn on(WhatYouNeed screen, const LinkChanged&, const Scene& scene) {
    return judge_anew(std::move(screen), scene);
}

Turn on(WhatYouNeed screen, const DevicesChecked&, const Scene& scene) {
    return judge_anew(std::move(screen), scene);
}

}  // namespace motlan
