#include <utility>

#include "kiosk/core/digits.h"
#include "kiosk/core/tone.h"
#include "kiosk/core/typing.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/phone_number.h"
#include "kiosk/flow/draft.h"
#include "kiosk/flow/handlers.h"

namespace motlan {
namespace {

Turn report_about(Followed followed, const SourceWords& words) {
    const FollowedDossier& dossier = followed.dossier();
    UnlawfulRequest request{.words = {},
                            .dossier = dossier.id,
                            .procedure = dossier.procedure,
                            .evidence = held_in(words)};
    return {ReportRequest{.request = std::move(request),
                          .back = FollowDossier{.followed = std::move(followed)}},
            {}};
}

Turn at(ReportRequest screen, ReportStage stage) {
    screen.stage = stage;
    screen.unchosen.reset();
    return {std::move(screen), {}};
}

Turn with_words(ReportRequest screen, const auto& change) {
    if (screen.stage != ReportStage::Words) return {std::move(screen), {}};
    screen.request.words = Personal(std::string(change(screen.request.words.reveal())));
    screen.unchosen.reset();
    return {std::move(screen), {}};
}

/// Keys compose as they do in an answer.
std::string typed(const std::string& text, const std::string& keys, const Typing& typing) {
    if (with_letters(text, keys, kDemandWords) == text) return text;
    std::string longer = text;
    for (const char32_t key : to_letters(keys))
        longer = to_nfc(with_key(longer, key, typing.way, typing.style)).value_or(longer);
    return longer;
}

Turn with_phone(ReportRequest screen, std::string digits) {
    screen.request.phone = Personal(std::move(digits));
    return {std::move(screen), {}};
}

/// The digits of a number and no more than it has: blanks and points that people write are not.
std::string dialled(std::string digits, std::string_view keys) {
    for (const char key : keys)
        if (is_digit(key) && digits.size() < phone_digits(digits)) digits += key;
    return digits;
}

/// It was at a counter of this center, and those are known.
bool has_counters(const UnlawfulRequest& request, const Office& office) {
    return request.place == DemandPlace::Center && !office.counters.empty();
}

/// One stage back; nothing before the first.
std::optional<ReportStage> before(const ReportRequest& screen, const Office& office) {
    const bool has_words = screen.request.demand == Demand::Other;
    const bool has_counter = has_counters(screen.request, office);
    switch (screen.stage) {
        case ReportStage::What: return std::nullopt;
        case ReportStage::Words: return ReportStage::What;
        case ReportStage::Where: return has_words ? ReportStage::Words : ReportStage::What;
        case ReportStage::Counter: return ReportStage::Where;
        case ReportStage::When: return has_counter ? ReportStage::Counter : ReportStage::Where;
        case ReportStage::Check: return ReportStage::When;
        case ReportStage::Phone: return ReportStage::Check;
    }
    return std::nullopt;
}

Turn send(ReportRequest screen, const Scene& scene) {
    StoreOpinion store{.opinion = std::move(screen.request),
                       .said = {scene.state.now, scene.state.comfort.language},
                       .awaits_receipt = true};
    return {OpinionKept{.is_report = true, .is_waiting_for_network = scene.state.is_offline},
            {std::move(store)}};
}

}  // namespace

Turn on(WhatYouNeed screen, const ReportWished&, const Scene&) {
    UnlawfulRequest request{.words = {}, .procedure = screen.procedure.code.value()};
    return {ReportRequest{.request = std::move(request), .back = std::move(screen)}, {}};
}

Turn on(OpinionKept screen, const ReportWished&, const Scene&) {
    if (!screen.may_report || screen.id.empty()) return {std::move(screen), {}};
    UnlawfulRequest request{.words = {}, .procedure = screen.rated};
    return {ReportRequest{.request = std::move(request), .back = std::move(screen)}, {}};
}

Turn on(FollowDossier screen, const ReportWished&, const Scene&) {
    return report_about(std::move(screen.followed), {});
}

Turn on(ReviewWishes screen, const ReportWished&, const Scene&) {
    return report_about(std::move(screen.followed), screen.words);
}

Turn on(ReportRequest screen, const DemandChosen& chosen, const Scene&) {
    if (screen.stage != ReportStage::What) return {std::move(screen), {}};
    const bool is_other = chosen.demand == Demand::Other;
    screen.request.demand = chosen.demand;
    if (!is_other) screen.request.words = {};
    return at(std::move(screen), is_other ? ReportStage::Words : ReportStage::Where);
}

Turn on(ReportRequest screen, const DemandPlaceChosen& chosen, const Scene& scene) {
    if (screen.stage != ReportStage::Where) return {std::move(screen), {}};
    screen.request.place = chosen.place;
    if (has_counters(screen.request, scene.office))
        return at(std::move(screen), ReportStage::Counter);
    screen.request.counter.clear();
    return at(std::move(screen), ReportStage::When);
}

Turn on(ReportRequest screen, const CounterChosen& chosen, const Scene& scene) {
    const auto& counters = scene.office.counters;
    const bool is_known = !chosen.which || *chosen.which < counters.size();
    if (screen.stage != ReportStage::Counter || !is_known) return {std::move(screen), {}};
    screen.request.counter = chosen.which ? counters[*chosen.which] : std::string();
    return at(std::move(screen), ReportStage::When);
}

Turn on(ReportRequest screen, const DemandDayChosen& chosen, const Scene&) {
    if (screen.stage != ReportStage::When) return {std::move(screen), {}};
    screen.request.day = chosen.day;
    return at(std::move(screen), ReportStage::Check);
}

Turn on(ReportRequest screen, const EvidenceWished& wish, const Scene&) {
    screen.request.with_evidence = wish.is_wished;
    return {std::move(screen), {}};
}

Turn on(ReportRequest screen, const PhoneWished& wish, const Scene&) {
    if (screen.stage != ReportStage::Check) return {std::move(screen), {}};
    screen.request.phone = {};
    return at(std::move(screen), wish.is_wished ? ReportStage::Phone : ReportStage::Check);
}

Turn on(ReportRequest screen, const LettersTyped& keys, const Scene& scene) {
    if (screen.stage == ReportStage::Phone) {
        std::string digits = dialled(screen.request.phone.reveal(), keys.letters);
        return with_phone(std::move(screen), std::move(digits));
    }
    if (is_blank_of_word(screen.unchosen, keys.letters)) return {std::move(screen), {}};
    return with_words(std::move(screen), [&](const std::string& text) {
        return typed(text, keys.letters, {scene.state.comfort.typing, scene.office.tone_style});
    });
}

Turn on(ReportRequest screen, const ToneTyped& tone, const Scene& scene) {
    return with_words(std::move(screen), [&](const std::string& text) {
        return with_tone(text, tone.tone, scene.office.tone_style);
    });
}

Turn on(ReportRequest screen, const LetterErased&, const Scene& scene) {
    if (screen.stage == ReportStage::Phone) {
        std::string digits = screen.request.phone.reveal();
        if (!digits.empty()) digits.pop_back();
        return with_phone(std::move(screen), std::move(digits));
    }
    const std::optional<std::string> unchosen = screen.unchosen;
    return with_words(std::move(screen), [&](const std::string& text) {
        return erased(text, unchosen, scene.office.tone_style);
    });
}

Turn on(ReportRequest screen, const WordChosen& chosen, const Scene& scene) {
    const std::string before = screen.request.words.reveal();
    const auto words =
        with_chosen(before, chosen, WordsOf::Text, {scene.office.words, kDemandWords});
    if (screen.stage != ReportStage::Words || !words) return {std::move(screen), {}};
    screen.request.words = Personal(*words);
    screen.unchosen = before;
    return {std::move(screen), {}};
}

// Words are the citizen's own wish: nobody has to write any.
Turn on(ReportRequest screen, const Proceeded&, const Scene& scene) {
    if (screen.stage == ReportStage::Words) return at(std::move(screen), ReportStage::Where);
    if (screen.stage == ReportStage::Phone && is_phone(screen.request.phone.reveal()))
        return at(std::move(screen), ReportStage::Check);
    const bool may_send = screen.stage == ReportStage::Check && screen.request.is_complete();
    if (!may_send) return {std::move(screen), {}};
    return send(std::move(screen), scene);
}

// A number that is not whole calls nobody: whoever turns back from it leaves none.
Turn on(ReportRequest screen, const WentBack&, const Scene& scene) {
    if (!is_phone(screen.request.phone.reveal())) screen.request.phone = {};
    if (const auto stage = before(screen, scene.office)) return at(std::move(screen), *stage);
    return std::visit([](auto& origin) { return Turn{std::move(origin), {}}; }, screen.back);
}

}  // namespace motlan
