#include <array>

#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Complaint {
    std::string_view id;
    Text label;
    Text hint;
    Icon icon;
};

constexpr auto kComplaints = std::to_array<Complaint>({
    {"wrong.outdated", Text::WrongOutdated, Text::WrongOutdatedHint, Icon::Clock},
    {"wrong.spelling", Text::WrongSpelling, Text::WrongSpellingHint, Icon::Pencil},
    {"wrong.not_mine", Text::WrongNotMine, Text::WrongNotMineHint, Icon::Person},
});

void add_value(Ui& ui, Pieces& pieces, const Visit& visit, const Item& item) {
    const auto word = visit.words.find(item.concept_id);
    const bool is_held = word != visit.words.end() && word->second.verdict == SourceVerdict::Held;
    const auto printed = from_card(item.concept_id, subject_of(visit));
    const std::string value = is_held   ? word->second.value.reveal()
                              : printed ? printed->reveal()
                                        : std::string{};
    std::optional<std::string> nothing;
    add_rows(ui, pieces,
             {{.id = "wrong.value",
               .label = ui.words(item.label),
               .value = plain(readable(ui, value)),
               .privacy = Privacy::Masked}},
             nothing);
}

/// Who holds the value; the plan's source where it was read from a card.
std::optional<SourceId> holder_of(const Visit& visit, const Item& item) {
    const auto word = visit.words.find(item.concept_id);
    if (word != visit.words.end() && word->second.verdict == SourceVerdict::Held)
        return word->second.source;
    const Acquisition* acquisition = visit.plan.find(item.id);
    return acquisition == nullptr ? std::nullopt : acquisition->source;
}

/// Where it is corrected for good, as surely as the province knows (ux 5.4).
Phrase correction_words(const Ui& ui, const SourceId& holder) {
    const Source* source = ui.office().sources.find(holder);
    const std::string name = source_name(ui, holder);
    if (source == nullptr || !source->correction)
        return ui.text(Text::WrongCorrectAsk, {{"source", name}});
    const auto& [place, verified] = *source->correction;
    return ui.text(verified ? Text::WrongCorrect : Text::WrongCorrectUsually,
                   {{"source", name}, {"where", place.in(ui.language())}});
}

void add_correction(Ui& ui, Pieces& pieces, const Visit& visit, const Item& item) {
    const auto holder = holder_of(visit, item);
    if (!holder) return;
    pieces.skip(ui.dp(24));
    pieces.notice({.id = "wrong.correction",
                   .tone = Tone::Note,
                   .title = ui.text(Text::WrongCorrectTitle),
                   .words = correction_words(ui, *holder),
                   .icon = Icon::House});
}

/// For the official who reads the dossier: always in Vietnamese.
std::string statement_of(const Complaint& complaint) {
    return phrase(complaint.label, Language::Vietnamese).shown;
}

bool is_said(const SayWrong& screen, const Complaint& complaint) {
    const auto said = screen.visit.disputes.find(screen.item);
    return said != screen.visit.disputes.end() && said->second.reveal() == statement_of(complaint);
}

ChoiceSpec choice_of(const Ui& ui, const Complaint& complaint, bool is_said) {
    return {.id = std::string(complaint.id),
            .label = ui.text(complaint.label),
            .hint = ui.text(complaint.hint),
            .icon = complaint.icon,
            .is_selected = is_said,
            .leads_on = !is_said};
}

Event event_of(const Complaint& complaint) {
    const bool is_not_mine = complaint.label == Text::WrongNotMine;
    return is_not_mine ? Event(SaidNotMine{statement_of(complaint)})
                       : Event(DraftSet{statement_of(complaint)});
}

/// Takes back what was said, or a touch that was a mistake.
void add_right(Ui& ui, Pieces& pieces, std::optional<Event>& event) {
    const ChoiceSpec spec{.id = "wrong.right",
                          .label = ui.text(Text::WrongRight),
                          .hint = ui.text(Text::WrongRightHint),
                          .icon = Icon::Check,
                          .leads_on = true};
    pieces.skip(ui.dp(24));
    add_choice(ui, pieces, spec, [&event] { event = DraftSet{}; });
}

}  // namespace

std::optional<Event> draw(Ui& ui, const SayWrong& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::WrongTitle),
                                        .back = ui.text(Text::CommonBack)});
    Pieces pieces(ui, frame.content.w);
    const Item* item = screen.visit.procedure.find(screen.item);
    if (item != nullptr) add_value(ui, pieces, screen.visit, *item);
    std::optional<Event> event;
    // Whoever has said it before has come to take it back.
    const bool is_again = screen.visit.disputes.contains(screen.item);
    if (is_again) add_right(ui, pieces, event);
    for (const Complaint& complaint : kComplaints) {
        pieces.skip(ui.dp(24));
        add_choice(ui, pieces, choice_of(ui, complaint, is_said(screen, complaint)),
                   [&event, &complaint] { event = event_of(complaint); });
    }
    if (!is_again) add_right(ui, pieces, event);
    pieces.skip(ui.dp(24));
    pieces.text(ui.text(Text::WrongPromise), {.ink = ui.colours().ink_soft});
    if (item != nullptr) add_correction(ui, pieces, screen.visit, *item);
    pieces.draw(frame.content, "wrong.page");
    if (frame.went_back) return WentBack{};
    return event;
}

}  // namespace motlan
