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

void draw_value(Ui& ui, Column& column, const Visit& visit, const Item& item) {
    const auto word = visit.words.find(item.concept_id);
    const bool is_held = word != visit.words.end() && word->second.verdict == SourceVerdict::Held;
    const auto printed = from_card(item.concept_id, visit.profile);
    const std::string value = is_held   ? word->second.value.reveal()
                              : printed ? printed->reveal()
                                        : std::string{};
    const ListRow row{.id = "wrong.value",
                      .label = ui.words(item.label),
                      .value = plain(readable(ui, value)),
                      .privacy = Privacy::Masked};
    static_cast<void>(
        draw_rows(ui, column.take(rows_height(ui, column.width(), {row})), "wrong.list", {row}));
    column.skip(ui.dp(24));
}

}  // namespace

std::optional<Event> draw(Ui& ui, const SayWrong& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::WrongTitle),
                                        .back = ui.text(Text::CommonBack)});
    Column column(frame.content);
    const Item* item = screen.visit.procedure.find(screen.item);
    if (item != nullptr) draw_value(ui, column, screen.visit, *item);
    std::optional<Event> event;
    for (const Complaint& complaint : kComplaints) {
        const ChoiceSpec spec{.id = std::string(complaint.id),
                              .label = ui.text(complaint.label),
                              .hint = ui.text(complaint.hint),
                              .icon = complaint.icon,
                              .leads_on = true};
        // The statement is for the official who reads the dossier: always in Vietnamese.
        if (choice(ui, column.take(choice_height(ui, spec, column.width())), spec)) {
            event = DraftSet{phrase(complaint.label, Language::Vietnamese).shown};
        }
        column.skip(ui.dp(24));
    }
    text(ui, column, ui.text(Text::WrongPromise), {.ink = ui.colours().ink_soft});
    if (frame.went_back) return WentBack{};
    return event;
}

}  // namespace motlan
