#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/offer_list.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Text label_of(ForWhom whom) {
    switch (whom) {
        case ForWhom::Self: break;
        case ForWhom::Child: return Text::BehalfChild;
        case ForWhom::Parent: return Text::BehalfParent;
        case ForWhom::Principal: return Text::BehalfPrincipal;
    }
    return Text::BehalfSelf;
}

/// Which source is asked, so that nobody thinks of the paper at home.
Phrase hint_of(const Ui& ui, ForWhom whom) {
    const Source* source = ui.office().sources.publisher_of(relation_of(whom), ui.office().today);
    if (source == nullptr) return ui.text(Text::BehalfLater);
    const Text hint =
        whom == ForWhom::Principal ? Text::BehalfSeekAuthority : Text::BehalfNoBirthPaper;
    return ui.text(hint, {{"source", source->name.in(ui.language())}});
}

Offer offer_of(const Ui& ui, ForWhom whom) {
    const bool is_other = whom != ForWhom::Self;
    const bool is_off = is_other && ui.surroundings().is_offline;
    return {{.id = "behalf." + std::string(name(whom)),
             .label = ui.text(label_of(whom)),
             .hint = is_off     ? ui.text(Text::BehalfOffline)
                     : is_other ? hint_of(ui, whom)
                                : ui.text(Text::BehalfSelfHint),
             .icon = is_off ? Icon::Offline : Icon::Person,
             .leads_on = !is_off,
             .is_enabled = !is_off},
            SubjectChosen{whom}};
}

std::optional<Event> draw_choices(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::BehalfTitle),
                                        .back = ui.text(Text::CommonBack)});
    Column column(frame.content);
    const Phrase lead = ui.text(Text::BehalfLead);
    text(ui, take_shown(ui, column, text_height(ui, lead, body(), column.width())), lead, body());
    skip_shown(ui, column, ui.dp(24));
    Offers offers{offer_of(ui, ForWhom::Self)};
    if (screen.visit.procedure.behalf)
        for (const ForWhom whom : screen.visit.procedure.behalf->whom)
            offers.push_back(offer_of(ui, whom));
    auto event = draw_offers(ui, column.rest(), {"behalf.choices"}, offers);
    return frame.went_back ? std::optional<Event>(WentBack{}) : event;
}

Offer relative_offer(const Ui& ui, const Relative& person, std::size_t place) {
    const Profile& profile = person.profile;
    return {{.id = "behalf.person_" + std::to_string(place),
             .label = plain(profile.full_name.reveal()),
             .hint = ui.text(Text::BehalfPerson,
                             {{"number", profile.number.reveal().masked()},
                              {"year", std::to_string(profile.birth_date.reveal().year())}}),
             .icon = Icon::Person,
             .leads_on = true,
             .privacy = Privacy::Masked},
            RelativeChosen{place}};
}

std::optional<Event> draw_people(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::BehalfPick),
                                        .back = ui.text(Text::CommonBack)});
    Offers offers;
    for (std::size_t i = 0; i < screen.people.size(); ++i)
        offers.push_back(relative_offer(ui, screen.people[i], i));
    offers.push_back({{.id = "behalf.not_listed",
                       .label = ui.text(Text::BehalfNotListed),
                       .icon = Icon::Cross,
                       .leads_on = true},
                      Refused{}});
    auto event = draw_offers(ui, frame.content, {"behalf.people"}, offers);
    return frame.went_back ? std::optional<Event>(WentBack{}) : event;
}

std::optional<Event> draw_asking(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::BehalfAsking),
                                        .back = ui.text(Text::CommonBack)});
    Pieces pieces(ui, frame.content.w);
    pieces.text(ui.text(Text::SourcesWait), body());
    pieces.skip(ui.dp(32));
    add_stages(ui, pieces,
               {{.id = "behalf.source",
                 .label = plain(source_name(ui, screen.relation.source)),
                 .note = ui.text(Text::SourcesWaiting),
                 .state = StageState::Running}});
    pieces.draw(frame.content, "behalf.asking");
    return frame.went_back ? std::optional<Event>(WentBack{}) : std::nullopt;
}

/// Nobody meets a wall: an officer checks later, or helps now.
std::optional<Event> draw_unknown(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::BehalfUnknown),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::BehalfGoOn)});
    const bool is_silent = screen.relation.verdict == SourceVerdict::Silent;
    const bool by_authority = screen.whom == ForWhom::Principal;
    const ButtonSpec staff{
        .id = "behalf.staff", .label = ui.text(Text::AccessStaff), .icon = Icon::Person};
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    pieces.notice({.id = "behalf.why",
                   .tone = Tone::Note,
                   .title = ui.text(is_silent ? Text::BehalfSilent : Text::BehalfNotFound),
                   .words = ui.text(by_authority ? Text::BehalfOfficeChecksAuthority
                                                 : Text::BehalfOfficeChecks)});
    pieces.skip(ui.dp(32));
    pieces.add(std::max(ui.dp(112), button_height(ui, staff, pieces.width())),
               [&](const Rect& box) {
                   if (button(ui, box, staff)) event = StaffWished{};
               });
    pieces.draw(frame.content, "behalf.unknown");
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : event;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ChooseSubject& screen) {
    switch (screen.stage) {
        case BehalfStage::Choose: return draw_choices(ui, screen);
        case BehalfStage::Asking: return draw_asking(ui, screen);
        case BehalfStage::Pick: return draw_people(ui, screen);
        case BehalfStage::Unknown: break;
    }
    return draw_unknown(ui, screen);
}

}  // namespace motlan
