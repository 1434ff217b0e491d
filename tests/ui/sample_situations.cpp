#include "tests/ui/sample_situations.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "kiosk/flow/step.h"
#include "kiosk/ui/screens/screens.h"

namespace motlan::testing {
namespace {

/// Public pages, the card, personal pages, the fee, the receipt.
constexpr auto kPatiences = std::to_array<std::string_view>(
    {"home", "show_card", "declare", "pay_fee.waiting", "submitted"});

std::vector<Sample> offline_samples(const std::vector<Sample>& all) {
    std::set<std::size_t> known;
    for (const Sample& sample : all)
        if (sample.state.is_offline) known.insert(sample.state.screen.index());
    std::vector<Sample> more;
    for (const Sample& sample : all) {
        const State& state = sample.state;
        if (!std::holds_alternative<std::monostate>(state.overlay) || state.help) continue;
        if (!known.insert(state.screen.index()).second) continue;
        more.push_back({std::string(screen_name(state.screen)) + ".offline",
                        step(state, LinkChanged{true}, sample_office()).state});
    }
    return more;
}

std::vector<Sample> left_alone_samples(const std::vector<Sample>& all) {
    std::vector<Sample> more;
    for (const std::string_view name : kPatiences) {
        State state = std::ranges::find(all, name, &Sample::name)->state;
        state.overlay = StillThere{.ends = {}, .seconds_left = 30};
        more.push_back({"overlay.still_there." + std::string(name), std::move(state)});
    }
    return more;
}

/// Answers of all kinds, once more in words.
std::vector<Sample> said_samples(const std::vector<Sample>& all) {
    std::vector<Sample> more;
    for (const std::string_view name :
         {"ask_question.number", "ask_question.place_chosen", "ask_question.choice"}) {
        State state = std::ranges::find(all, name, &Sample::name)->state;
        state.comfort.is_easy = true;
        state.overlay = AnswerSaid{};
        more.push_back({"overlay.said." + std::string(name), std::move(state)});
    }
    return more;
}

/// Letters in the order of a primer; few choices at once.
std::vector<Sample> easy_samples(const std::vector<Sample>& all) {
    std::vector<Sample> more;
    for (const std::string_view name :
         {"ask_question.text", "ask_question.place_found", "choose_procedure.words", "home"}) {
        State state = std::ranges::find(all, name, &Sample::name)->state;
        state.comfort.is_easy = true;
        state.comfort.keys = KeyOrder::Abc;
        more.push_back({std::string(name) + ".easy", std::move(state)});
    }
    return more;
}

/// A card with another birth date than its source, and data that the citizen calls another's.
std::vector<Sample> another_samples(const std::vector<Sample>& all) {
    State another = std::ranges::find(all, "check_details.copy", &Sample::name)->state;
    auto& words = std::get<CheckDetails>(another.screen).visit.words;
    words.at(ConceptId("person.birth_date")).value = Personal(std::string("1951-03-13"));
    State stopped = another;
    stopped.overlay = NotTheSame{};
    State said = std::ranges::find(all, "say_wrong", &Sample::name)->state;
    said.overlay = NotTheSame{.is_said = true};
    return {{"check_details.another", std::move(another)},
            {"overlay.not_the_same", std::move(stopped)},
            {"overlay.not_mine", std::move(said)}};
}

/// The longest reason for asking, with all that follows.
std::vector<Sample> why_samples(const std::vector<Sample>& all) {
    State asked = std::ranges::find(all, "scan_paper", &Sample::name)->state;
    for (Acquisition& each : std::get<ScanPaper>(asked.screen).visit.plan.items)
        if (each.item == ItemId("dwelling")) each.asked_because = AskReason::SourceUnusable;
    asked.overlay = WhyAsked{ItemId("dwelling")};
    return {{"overlay.why_unusable", std::move(asked)}};
}

/// A card that has ended.
std::vector<Sample> expired_samples(const std::vector<Sample>& all) {
    State expired = std::ranges::find(all, "check_details.chip", &Sample::name)->state;
    std::get<CheckDetails>(expired.screen).visit.card_expired =
        Personal(CivilDate::make(2026, 3, 12).value());
    return {{"check_details.expired", std::move(expired)}};
}

/// An answer of the province that is no receipt.
std::vector<Sample> receipt_samples(const std::vector<Sample>& all) {
    State wrong = std::ranges::find(all, "kept_for_later", &Sample::name)->state;
    std::get<KeptForLater>(wrong.screen).is_receipt_wrong = true;
    return {{"kept_for_later.wrong_receipt", std::move(wrong)}};
}

/// A slip that is about to be printed, and one that nobody wanted.
std::vector<Sample> slip_samples(const std::vector<Sample>& all) {
    State coming = std::ranges::find(all, "submitted", &Sample::name)->state;
    std::get<Submitted>(coming.screen).slip = SlipStage::Coming;
    State declined = step(coming, Refused{}, sample_office()).state;
    return {{"submitted.coming", std::move(coming)}, {"submitted.declined", std::move(declined)}};
}

/// A review at which an answer is missing.
std::vector<Sample> open_samples(const std::vector<Sample>& all) {
    State open = std::ranges::find(all, "review_all.residence", &Sample::name)->state;
    std::get<ReviewAll>(open.screen).visit.answers.erase(ItemId("new_address"));
    return {{"review_all.open", std::move(open)}};
}

}  // namespace

std::vector<Sample> with_situations(std::vector<Sample> samples) {
    for (auto more : {offline_samples(samples), left_alone_samples(samples),
                      another_samples(samples), said_samples(samples), easy_samples(samples),
                      receipt_samples(samples), why_samples(samples), expired_samples(samples),
                      slip_samples(samples), open_samples(samples)})
        std::ranges::move(more, std::back_inserter(samples));
    return samples;
}

}  // namespace motlan::testing
