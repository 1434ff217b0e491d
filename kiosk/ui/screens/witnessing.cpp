// S06: a citizen who cannot read or sign asks for witnesses, and two members of staff put their
// names to what was read and agreed.
#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Need {
    SigningNeed need;
    std::string_view id;
    Text label;
    Icon icon;
};

constexpr std::array kNeeds{
    Need{SigningNeed::CannotRead, "witness.cannot_read", Text::WitnessCannotRead, Icon::Eye},
    Need{SigningNeed::CannotSign, "witness.cannot_sign", Text::WitnessCannotSign, Icon::Finger}};

void add_statement(Ui& ui, Pieces& pieces, Text words, const StaffMember& who) {
    TextStyle style = body();
    style.id = words == Text::WitnessSeen ? "witness.seen" : "witness.read_out";
    pieces.text(ui.text(words, {{"name", who.name}, {"number", who.number.value()}}), style);
    pieces.skip(ui.dp(24));
}

void add_no_recording(const Ui& ui, Pieces& pieces) {
    pieces.notice({.id = "witness.no_recording",
                   .tone = Tone::Note,
                   .words = ui.text(Text::WitnessNoRecording),
                   .icon = Icon::Shield});
}

}  // namespace

std::optional<Event> draw_witness_wish(Ui& ui, const WitnessWish& wish) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::WitnessTitle),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::WitnessNext),
                                        .is_next_enabled = wish.need.has_value(),
                                        .why_not = ui.text(Text::WhyNotChoose)});
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::WitnessLead), body());
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::WitnessAsk), strong());
    pieces.skip(ui.dp(16));
    for (const Need& one : kNeeds) {
        add_choice(ui, pieces,
                   {.id = std::string(one.id),
                    .label = ui.text(one.label),
                    .icon = one.icon,
                    .is_selected = wish.need == one.need},
                   [&event, need = one.need] { event = SigningNeedChosen{need}; });
        pieces.skip(ui.dp(20));
    }
    add_no_recording(ui, pieces);
    pieces.draw(frame.content, "witness.needs");
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

std::optional<Event> draw_witnessed(Ui& ui, const WitnessedSigning& signing) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Send,
                                        .title = ui.text(Text::WitnessStatementTitle),
                                        .back = ui.text(Text::WitnessCancel),
                                        .next = ui.text(Text::WitnessAgree),
                                        .next_icon = Icon::Check});
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::DeclareWords), {.role = TextRole::Heading2, .id = "declare.words"});
    pieces.skip(ui.dp(32));
    add_statement(ui, pieces, Text::WitnessReadOut, signing.reader);
    add_statement(ui, pieces, Text::WitnessSeen, signing.witness);
    add_no_recording(ui, pieces);
    pieces.draw(frame.content, "witness.statement");
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : std::nullopt;
}

}  // namespace motlan
