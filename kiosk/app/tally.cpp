#include "kiosk/app/tally.h"

#include <utility>

#include "kiosk/flow/leaving.h"

namespace motlan {

void Tally::meet(const Event& event, const State& state) {
    const bool is_typing =
        std::holds_alternative<LettersTyped>(event) || std::holds_alternative<ToneTyped>(event);
    const auto* question = std::get_if<AskQuestion>(&state.screen);
    if (is_typing && question != nullptr && question->item != last_typed_) {
        last_typed_ = question->item;
        ++typed_fields;
    }
    const auto* company = std::get_if<ChooseSubject>(&state.screen);
    if (is_typing && company != nullptr && company->draft.empty()) ++typed_fields;
    const bool is_tap = is_of_citizen(event) && !is_typing &&
                        !std::holds_alternative<CardCodeRead>(event) &&
                        !std::holds_alternative<Touched>(event);
    if (is_tap) ++taps;
    if (std::holds_alternative<PageScanned>(event)) ++pages;
    if (const auto* answered = std::get_if<SourceAnswered>(&event)) {
        count_words(counts, answered->source, answered->words);
    }
    if (std::holds_alternative<DossierStored>(event)) add(counts, std::exchange(unkept_, {}));
}

void Tally::meet(const Dossier& dossier) {
    unkept_ = {};
    count_filed(unkept_, dossier);
}

void Tally::see(const State& state) {
    const auto* consent = std::get_if<Consent>(&state.screen);
    if (consent != nullptr && !std::exchange(has_begun_, true)) {
        count_begun(counts, consent->visit.procedure.code);
    }
    if (const auto* submitting = std::get_if<Submitting>(&state.screen)) {
        burden = submitting->burden;
    }
    if (const auto* submitted = std::get_if<Submitted>(&state.screen)) {
        dossier_code = submitted->receipt.code;
        is_receipt_verified = true;
    }
}

}  // namespace motlan
