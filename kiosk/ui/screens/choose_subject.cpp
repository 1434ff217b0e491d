#include "kiosk/ui/behalf_words.h"
#include "kiosk/ui/item_rows.h"
#include "kiosk/ui/screens/answer.h"
#include "kiosk/ui/screens/ease_offer.h"
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
        case ForWhom::Company: return Text::BehalfCompany;
    }
    return Text::BehalfSelf;
}

/// Which source is asked, so that nobody thinks of the paper at home.
Phrase hint_of(const Ui& ui, ForWhom whom) {
    const Source* source = ui.office().sources.publisher_of(relation_of(whom), ui.office().today);
    if (source == nullptr) return ui.text(Text::BehalfLater);
    const Text hint = whom == ForWhom::Principal ? Text::BehalfSeekAuthority
                      : whom == ForWhom::Company ? Text::BehalfCompanySeek
                                                 : Text::BehalfNoBirthPaper;
    return ui.text(hint, {{"source", source->name.in(ui.language())}});
}

Offer offer_of(const Ui& ui, ForWhom whom) {
    const bool is_other = whom != ForWhom::Self;
    const bool is_off = is_other && ui.surroundings().is_offline;
    return {{.id = "behalf." + std::string(name(whom)),
             .label = ui.text(label_of(whom)),
             .hint = is_off     ? ui.text(behalf_texts(whom).offline)
                     : is_other ? hint_of(ui, whom)
                                : ui.text(Text::BehalfSelfHint),
             .icon = is_off ? Icon::Offline : Icon::Person,
             .leads_on = !is_off,
             .is_enabled = !is_off,
             .why_not = is_off ? ui.text(behalf_texts(whom).offline) : Phrase{}},
            SubjectChosen{whom}};
}

std::optional<Event> draw_choices(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::BehalfTitle),
                                        .back = ui.text(Text::CommonBack)});
    Column column(frame.content);
    const auto& rule = screen.visit.procedure.behalf;
    const bool is_company = rule && rule->whom == std::vector{ForWhom::Company};
    const Phrase lead = ui.text(is_company ? Text::BehalfCompanyLead : Text::BehalfLead);
    text(ui, take_shown(ui, column, text_height(ui, lead, body(), column.width())), lead, body());
    skip_shown(ui, column, ui.dp(24));
    Offers offers{offer_of(ui, ForWhom::Self)};
    if (rule)
        for (const ForWhom whom : rule->whom) offers.push_back(offer_of(ui, whom));
    Rect box = column.rest();
    std::optional<Event> event;
    const auto ease = ease_offer(ui, screen.visit);
    if (ease && button(ui, take_end(ui, box, *ease), *ease)) event = EaseWished{};
    if (auto chosen = draw_offers(ui, box, {"behalf.choices"}, offers)) event = std::move(chosen);
    return frame.went_back ? std::optional<Event>(WentBack{}) : event;
}

/// By what the citizen knows that it is the right one.
Phrase marks_of(const Ui& ui, const Relative& relative) {
    if (const Company* company = relative.company()) {
        const bool is_open = relative.ground.empty();
        return ui.text(is_open ? Text::BehalfCompanyChecked : Text::BehalfCompanyCode,
                       {{"code", company->code.reveal().written()}});
    }
    const Profile& person = std::get<Profile>(relative.who);
    return ui.text(Text::BehalfPerson,
                   {{"number", person.number.reveal().masked()},
                    {"year", std::to_string(person.birth_date.reveal().year())}});
}

Offer relative_offer(const Ui& ui, const Relative& relative, std::size_t place) {
    const Company* company = relative.company();
    const auto& name =
        company != nullptr ? company->name : std::get<Profile>(relative.who).full_name;
    return {{.id = "behalf.person_" + std::to_string(place),
             .label = plain(name.reveal()),
             .hint = marks_of(ui, relative),
             .icon = Icon::Person,
             .leads_on = true,
             .privacy = Privacy::Masked},
            RelativeChosen{place}};
}

std::optional<Event> draw_people(Ui& ui, const ChooseSubject& screen) {
    const BehalfTexts texts = behalf_texts(screen.whom);
    const bool is_one = !screen.draft.empty();
    const Frame frame =
        draw_frame(ui, {.step = VisitStep::Check,
                        .title = ui.text(is_one ? Text::BehalfCompanyRight : texts.pick),
                        .back = ui.text(Text::CommonBack)});
    Offers offers;
    for (std::size_t i = 0; i < screen.people.size(); ++i)
        offers.push_back(relative_offer(ui, screen.people[i], i));
    offers.push_back({{.id = "behalf.not_listed",
                       .label = ui.text(texts.other),
                       .icon = Icon::Cross,
                       .leads_on = true},
                      Refused{}});
    auto event = draw_offers(ui, frame.content, {"behalf.people"}, offers);
    return frame.went_back ? std::optional<Event>(WentBack{}) : event;
}

std::optional<Event> draw_asking(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(behalf_texts(screen.whom).asking),
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
    const BehalfTexts texts = behalf_texts(screen.whom);
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(texts.unknown),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::BehalfGoOn)});
    const bool is_silent = screen.relation.verdict == SourceVerdict::Silent;
    const ButtonSpec staff{
        .id = "behalf.staff", .label = ui.text(Text::AccessStaff), .icon = Icon::Person};
    std::optional<Event> event;
    Pieces pieces(ui, frame.content.w);
    pieces.notice({.id = "behalf.why",
                   .tone = Tone::Note,
                   .title = ui.text(is_silent ? Text::BehalfSilent : texts.not_found),
                   .words = ui.text(texts.office_checks)});
    pieces.skip(ui.dp(32));
    pieces.button(staff, ui.dp(112), [&event] { event = StaffWished{}; });
    pieces.draw(frame.content, "behalf.unknown");
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : event;
}

/// Under the field: why a code is asked, what it looks like, and that one may be wrong.
Phrase code_words(const Ui& ui, const ChooseSubject& screen) {
    const auto code = TaxCode::parse(screen.draft);
    if (code && !code->is_checked()) return ui.text(Text::BehalfCompanyOdd);
    if (!screen.draft.empty()) return ui.text(Text::BehalfCompanyDigits);
    switch (screen.relation.verdict) {
        case SourceVerdict::NotFound: return ui.text(Text::BehalfCompanyNone);
        case SourceVerdict::Held:
        case SourceVerdict::Incomplete: return ui.text(Text::BehalfCompanyDigits);
        case SourceVerdict::Silent:
        case SourceVerdict::Forged:
        case SourceVerdict::Stale:
        case SourceVerdict::Contradictory: break;
    }
    return ui.text(Text::BehalfCompanySilent);
}

std::optional<Event> draw_code(Ui& ui, const ChooseSubject& screen) {
    const Frame frame = draw_frame(ui, {.step = VisitStep::Check,
                                        .title = ui.text(Text::BehalfCompanyType),
                                        .back = ui.text(Text::CommonBack),
                                        .next = ui.text(Text::BehalfCompanyFind),
                                        .is_next_enabled = TaxCode::parse(screen.draft).has_value(),
                                        .why_not = code_words(ui, screen),
                                        .needs_room = true});
    auto event =
        draw_digits(ui, frame.content,
                    {.writing = {.label = ui.text(Text::QuestionAnswer), .value = screen.draft},
                     .limits = code_words(ui, screen),
                     .grouping = Grouping::Threes});
    if (frame.went_back) return WentBack{};
    return frame.proceeded ? std::optional<Event>(Proceeded{}) : event;
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ChooseSubject& screen) {
    switch (screen.stage) {
        case BehalfStage::Choose: return draw_choices(ui, screen);
        case BehalfStage::Asking: return draw_asking(ui, screen);
        case BehalfStage::Pick: return draw_people(ui, screen);
        case BehalfStage::Type: return draw_code(ui, screen);
        case BehalfStage::Unknown: break;
    }
    return draw_unknown(ui, screen);
}

}  // namespace motlan
