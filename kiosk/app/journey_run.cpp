#include "kiosk/app/journey_run.h"

#include <algorithm>
#include <cstdio>
#include <format>
#include <print>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/png.h"

namespace motlan {
namespace {

template <typename... Handlers>
struct Match : Handlers... {
    using Handlers::operator()...;
};

std::int64_t milliseconds(SteadyTime::duration time) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

/// The ids of what is shown: a transcript for somebody who has no picture.
std::string shown_on(const Window& window) {
    std::string ids;
    for (const Node& node : window.tree().nodes()) ids += " " + node.id;
    return ids;
}

std::string words_of(const Node& node) { return node.label.shown + " " + node.value; }

}  // namespace

/// Does one step; NotYet when the screen is not there yet.
struct JourneyRun::Doer {
    JourneyRun& run;
    Window& window;

    Outcome operator()(const TapStep& step) {
        return choose(step.node) ? Outcome::Done : Outcome::NotYet;
    }
    /// By a finger, or by the arrow to the right as often as it takes and the key to choose.
    bool choose(std::string_view id) {
        if (!run.manner_.by_keys) return window.tap(id);
        const Node* node = window.tree().find(id);
        if (node == nullptr || !node->is_live()) return false;
        for (std::size_t i = 0; i < window.tree().nodes().size(); ++i) {
            if (window.focus().id() == id) break;
            window.press(FocusKey::Right);
        }
        if (window.focus().id() != id) return false;
        window.press(FocusKey::Choose);
        return true;
    }
    Outcome operator()(const TypeStep& step) {
        window.type(step.letters);
        return Outcome::Done;
    }
    Outcome operator()(const ExpectStep& step) {
        const Node* node = window.tree().find(step.node);
        if (step.is_absent) return node == nullptr ? Outcome::Done : Outcome::NotYet;
        const bool is_there = node != nullptr && words_of(*node).contains(step.says);
        return is_there ? Outcome::Done : Outcome::NotYet;
    }
    Outcome operator()(const FinishStep& step) {
        if (window.tree().find(step.node) != nullptr) return Outcome::Done;
        if (choose("action.next")) return Outcome::NotYet;
        const auto& nodes = window.tree().nodes();
        const auto choice = std::ranges::find_if(nodes, [](const Node& node) {
            return node.is_live() && node.id.starts_with("answer.");
        });
        // The same place is found in every layout: some show none before the first letter.
        if (is_search_empty()) {
            window.type("n");
        } else if (choice != nodes.end()) {
            choose(std::string(choice->id));
        } else if (window.tree().find("key.space") != nullptr) {
            window.type("Bốn");
        } else if (window.tree().find("key.1") != nullptr) {
            window.type("1");
        }
        return Outcome::NotYet;
    }
    /// A search has no capitals: a name that is written out has.
    [[nodiscard]] bool is_search_empty() const {
        const SemanticTree& tree = window.tree();
        const Node* field = tree.find("answer");
        return field != nullptr && field->value.empty() && tree.find("key.space") != nullptr &&
               tree.find("key.shift") == nullptr;
    }
    Outcome operator()(const ShotStep& step) {
        run.write_shot(window, step.name);
        return Outcome::Done;
    }
    Outcome operator()(const WaitStep& step) {
        const bool is_over = run.clock_.steady() - run.step_since_ >= step.time;
        return is_over ? Outcome::Done : Outcome::NotYet;
    }
    Outcome operator()(const ShowCardStep& step) {
        return check(run.world_.show_card(step.picture), "the card's picture cannot be read");
    }
    Outcome operator()(const LayPaperStep& step) {
        return check(run.world_.lay_papers(step.pictures), "a paper's picture cannot be read");
    }
    Outcome operator()(const FaultStep& step) {
        return check(run.world_.happen(step.name), "this accident cannot be made to happen");
    }
    Outcome operator()(const ProvinceStep& step) {
        return check(run.world_.tell_province(step.line), "the province did not take this line");
    }

    Outcome check(const Result<void>& done, std::string_view why) {
        if (!done) run.fail_step(std::string(why));
        return Outcome::Done;
    }
};

JourneyRun::JourneyRun(const Journey& journey, JourneyManner manner, World& world,
                       const Clock& clock)
    : journey_(journey),
      manner_(std::move(manner)),
      world_(world),
      clock_(clock),
      started_(clock.steady()),
      step_since_(started_) {}

// A tap changes the screen, so it is the last step until the next frame is drawn.
void JourneyRun::advance(Window& window) {
    while (!is_done()) {
        const JourneyLine& line = journey_.steps[next_];
        if (std::visit(Doer{*this, window}, line.step) == Outcome::NotYet) {
            if (clock_.steady() - step_since_ > kPatience) {
                fail_step("the screen never came to it; it shows" + shown_on(window));
                write_shot(window, "failed");
            }
            return;
        }
        note(line);
        if (!failure_.empty()) return;
        ++next_;
        step_since_ = clock_.steady();
        if (std::holds_alternative<TapStep>(line.step) ||
            std::holds_alternative<TypeStep>(line.step)) {
            return;
        }
    }
}

void JourneyRun::fail_step(std::string why) {
    failure_ = std::format("line {}: {}", journey_.steps[next_].line, why);
}

void JourneyRun::note(const JourneyLine& line) {
    done_.emplace_back(Tree::Table{{"at_ms", milliseconds(clock_.steady() - started_)},
                                   {"line", line.line},
                                   {"took_ms", milliseconds(clock_.steady() - step_since_)}});
}

void JourneyRun::write_shot(const Window& window, const std::string& name) {
    if (manner_.shots.empty()) return;
    std::error_code problem;
    std::filesystem::create_directories(manner_.shots, problem);
    const Image picture = window.picture(true);
    const std::filesystem::path file = manner_.shots / (name + ".png");
    if (!write_file(file, encode_png(picture.view()))) fail_step("the picture cannot be written");
}

Tree JourneyRun::transcript(const Tally& tally, bool held) const {
    return Tree::Table{{"asked", tally.burden.asked},
                       {"bytes_sealed", tally.bytes_sealed},
                       {"dossier_code", tally.dossier_code},
                       {"failure", failure_},
                       {"held", held},
                       {"items_needed", tally.burden.needed},
                       {"name", journey_.name},
                       {"not_asked", tally.burden.not_asked},
                       {"pages", tally.pages},
                       {"receipt_verified", tally.is_receipt_verified},
                       {"steps", done_},
                       {"taps", tally.taps},
                       {"time_ms", milliseconds(clock_.steady() - started_)},
                       {"typed_fields", tally.typed_fields}};
}

bool JourneyRun::conclude(const Tally& tally) {
    if (failure_.empty() && next_ < journey_.steps.size()) fail_step("the visit ended before this");
    if (failure_.empty() && journey_.submits && !tally.is_receipt_verified) {
        failure_ = "no verified receipt came";
    }
    const bool held = failure_.empty();
    const double seconds = static_cast<double>(milliseconds(clock_.steady() - started_)) / 1000.0;
    std::println("{:<18} {}", "journey", journey_.name);
    std::println("{:<18} {}", "items needed", tally.burden.needed);
    std::println("{:<18} {}", "not asked", tally.burden.not_asked);
    std::println("{:<18} {}", "asked", tally.burden.asked);
    std::println("{:<18} {}", "typed fields", tally.typed_fields);
    std::println("{:<18} {}", "taps", tally.taps);
    std::println("{:<18} {}", "pages", tally.pages);
    std::println("{:<18} {}", "bytes sent", tally.bytes_sealed);
    std::println("{:<18} {:.1f}", "seconds", seconds);
    std::println("{:<18} {}", "dossier code",
                 tally.dossier_code.empty() ? "-" : tally.dossier_code);
    std::println("{:<18} {}", "receipt", tally.is_receipt_verified ? "receipt verified" : "none");
    if (!held) std::println(stderr, "journey failed: {}", failure_);
    if (!manner_.shots.empty()) {
        const std::string text = to_json(transcript(tally, held)) + "\n";
        const auto written = write_file(manner_.shots / "transcript.json", as_bytes(text));
        return held && written.has_value();
    }
    return held;
}

}  // namespace motlan
