// A visit driven by hand: events in, the screen and the effects out, time that only moves when
// told.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/flow/step.h"
#include "tests/domain/examples.h"

namespace motlan {

using namespace std::chrono_literals;

/// What the examples' procedure needs: one value that a source holds, three kinds of questions,
/// a paper that a source should hold and one that nobody holds.
inline std::string example_items() {
    using examples::item;
    return item("name", "person.full_name") + item("copies", "will.copies", examples::kNumber) +
           item("reason", "will.reason", examples::kChoice) +
           item("where", "will.where", examples::kText) +
           item("home", "document.house_ownership",
                std::string(examples::kPaper) + std::string(examples::kFallback)) +
           item("lease", "document.lease", examples::kPaper);
}

inline Office example_office(const std::string& items = example_items()) {
    return {.center_name = "Vinh",
            .procedures = {examples::procedure(items)},
            .sources = examples::sources(),
            .today = examples::today(),
            .patience = {}};
}

/// Marks by which a person can be found again wherever it went.
inline constexpr std::string_view kMarkedCard =
    "040200000017||Dấu Vết Tên|15012000|Nam|Dấu Vết Địa Chỉ|15012022";

class Walk {
public:
    explicit Walk(Office office = example_office()) : office_(std::move(office)) {
        state_.reference = "c0ffee";
    }

    /// One event; its effects are kept until the next one.
    Walk& operator()(const Event& event) {
        Next next = step(std::move(state_), event, office_);
        state_ = std::move(next.state);
        effects_ = std::move(next.effects);
        return *this;
    }

    /// Lets time pass in steps of a second, as the app does.
    Walk& wait(std::chrono::seconds time) { return pass(time, false); }
    /// The same while something is being read aloud.
    Walk& listen(std::chrono::seconds time) { return pass(time, true); }

    template <typename S>
    [[nodiscard]] const S& at() const {
        const S* screen = std::get_if<S>(&state_.screen);
        INFO("screen number " << state_.screen.index());
        REQUIRE(screen != nullptr);
        return *screen;
    }
    template <typename S>
    [[nodiscard]] bool is_at() const {
        return std::holds_alternative<S>(state_.screen);
    }
    template <typename O>
    [[nodiscard]] bool shows() const {
        return std::holds_alternative<O>(state_.overlay);
    }
    template <typename E>
    [[nodiscard]] std::vector<E> effects() const {
        std::vector<E> found;
        for (const Effect& effect : effects_) {
            if (const E* one = std::get_if<E>(&effect)) found.push_back(*one);
        }
        return found;
    }
    [[nodiscard]] bool has_effects() const { return !effects_.empty(); }
    [[nodiscard]] const State& state() const { return state_; }

    // --- the way, as far as the named screen ---
    Walk& to_card() { return (*this)(Started{})(ProcedureChosen{0})(Proceeded{}); }
    Walk& to_consent() { return to_card()(CardCodeRead{to_bytes(kMarkedCard)}); }
    Walk& to_sources() { return to_consent()(Proceeded{}); }
    /// The population database answers; the land database says `home`.
    Walk& to_data(SourceVerdict home = SourceVerdict::NotFound) {
        return to_sources()(population())(land(home));
    }
    /// Past the three questions.
    Walk& to_paper(SourceVerdict home = SourceVerdict::NotFound) {
        to_data(home)(Proceeded{})(DraftSet{"3"})(Proceeded{})(DraftSet{"yes"})(Proceeded{});
        return (*this)(LettersTyped{"Dấu Vết Chỗ Ở"})(Proceeded{}).past_list();
    }
    /// To the next paper of the list, where there is a list.
    Walk& past_list() { return is_at<ListPapers>() ? (*this)(Proceeded{}) : *this; }
    Walk& scan() { return (*this)(ScanWished{})(SheetScanned{})(PageScanned{page()}); }
    Walk& to_review() { return to_paper(SourceVerdict::Held).scan()(Proceeded{}); }
    Walk& to_declare() { return to_review()(Proceeded{}); }
    Walk& to_submitting() { return to_declare()(Proceeded{}); }

    static SourceAnswered population() {
        SourceWords words;
        words[ConceptId("person.full_name")] = {.verdict = SourceVerdict::Held,
                                                .source = SourceId("dc"),
                                                .value = Personal(std::string("Dấu Vết Nguồn")),
                                                .query = "1"};
        return {SourceId("dc"), words};
    }
    static SourceAnswered land(SourceVerdict verdict) {
        SourceWords words;
        words[ConceptId("document.house_ownership")] = {.verdict = verdict,
                                                        .source = SourceId("dd"),
                                                        .value = Personal(std::string("held:7")),
                                                        .query = "2"};
        return {SourceId("dd"), words};
    }
    static Page page(std::uint8_t mark = 1) {
        return {.packed = {.bytes = {mark}}, .preview = std::make_shared<const Image>()};
    }

private:
    Walk& pass(std::chrono::seconds time, bool is_heard) {
        for (std::chrono::seconds passed{0}; passed < time; passed += 1s) {
            now_ += 1s;
            (*this)(Ticked{SteadyTime(now_), WallTime(1795398667123ms) + now_, is_heard});
        }
        return *this;
    }

    Office office_;
    State state_;
    std::vector<Effect> effects_;
    std::chrono::seconds now_{};
};

/// True when the screen has a place for a citizen's values.
inline bool holds_visit(const Screen& screen) {
    return std::visit([](const auto& one) { return requires { one.visit; }; }, screen);
}

}  // namespace motlan
