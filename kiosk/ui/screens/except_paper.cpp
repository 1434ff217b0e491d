// S07: a supervisor takes a paper that a source should hold. The proof stands before the reasons,
// and where the source answers there is nothing to choose.
#include <array>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Reason {
    ExceptionReason reason;
    Text label;
};

constexpr std::array kReasons{Reason{ExceptionReason::Deadline, Text::ExceptionDeadline},
                              Reason{ExceptionReason::NoOtherAccess, Text::ExceptionNoOtherAccess},
                              Reason{ExceptionReason::LongOutage, Text::ExceptionLongOutage}};

/// What the source has just said, or not said.
Phrase proof(const Ui& ui, Text words, const SourceWord& word) {
    return ui.text(words,
                   {{"source", source_name(ui, word.source)}, {"time", clock_text(word.at)}});
}

std::optional<Event> add_reasons(Ui& ui, const Frame& frame, const ExceptionWish& wish,
                                 const Item& item) {
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    TextStyle paper = strong();
    paper.id = "exception.paper";
    pieces.text(ui.words(item.label), paper);
    pieces.skip(ui.dp(16));
    pieces.notice({.id = "exception.proof",
                   .tone = Tone::Warn,
                   .title = proof(ui, Text::ExceptionDown, wish.word),
                   .words = ui.text(Text::ExceptionKept)});
    pieces.skip(ui.dp(16));
    TextStyle basis = body();
    basis.id = "exception.basis";
    pieces.text(ui.text(Text::WhyBasis, {{"basis", item.fallback_law.value_or("")}}), basis);
    pieces.skip(ui.dp(16));
    pieces.text(ui.text(Text::ExceptionAsk), body());
    pieces.skip(ui.dp(16));
    for (const Reason& one : kReasons) {
        add_choice(ui, pieces,
                   {.id = "exception." + std::string(name(one.reason)),
                    .label = ui.text(one.label),
                    .is_selected = wish.reason == one.reason},
                   [&event, reason = one.reason] { event = ExceptionReasonChosen{reason}; });
        pieces.skip(ui.dp(20));
    }
    pieces.draw(frame.content, "exception.reasons");
    return event;
}

void add_waiting_or_blocked(Ui& ui, const Frame& frame, const ExceptionWish& wish,
                            const Acquisition* acquisition) {
    Pieces pieces(ui, frame.content.w);
    if (wish.stage == ExceptionStage::Blocked) {
        pieces.notice({.id = "exception.blocked",
                       .tone = Tone::Ok,
                       .title = ui.text(Text::ExceptionBlockedTitle),
                       .words = proof(ui, Text::ExceptionBlocked, wish.word)});
    } else if (acquisition != nullptr && acquisition->source) {
        pieces.text(
            ui.text(Text::ExceptionChecking, {{"source", source_name(ui, *acquisition->source)}}),
            body());
    }
    pieces.draw(frame.content, "exception.state");
}

}  // namespace

std::optional<Event> draw_exception(Ui& ui, const ExceptionWish& wish, const About& what) {
    const Item* item = what.procedure != nullptr ? what.procedure->find(wish.item) : nullptr;
    const bool is_choosing = wish.stage == ExceptionStage::Choosing && item != nullptr;
    const Frame frame =
        draw_frame(ui, {.title = ui.text(Text::ExceptionTitle),
                        .back = ui.text(Text::CommonBack),
                        .next = is_choosing ? ui.text(Text::ExceptionTake) : Phrase{},
                        .is_next_enabled = wish.reason.has_value(),
                        .why_not = ui.text(Text::WhyNotChoose)});
    std::optional<Event> event;
    if (is_choosing)
        event = add_reasons(ui, frame, wish, *item);
    else
        add_waiting_or_blocked(ui, frame, wish,
                               what.plan != nullptr ? what.plan->find(wish.item) : nullptr);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
