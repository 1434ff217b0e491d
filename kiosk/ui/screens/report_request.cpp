#include "kiosk/domain/phone_number.h"
#include "kiosk/ui/report_words.h"
#include "kiosk/ui/screens/answer.h"
#include "kiosk/ui/screens/offer_list.h"
#include "kiosk/ui/screens/report_check.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Text title_of(ReportStage stage) {
    switch (stage) {
        case ReportStage::What: return Text::ReportWhat;
        case ReportStage::Words: return Text::ReportWords;
        case ReportStage::Where: return Text::ReportWhere;
        case ReportStage::Counter: return Text::ReportWhichCounter;
        case ReportStage::When: return Text::ReportWhen;
        case ReportStage::Check: return Text::ReportCheck;
        case ReportStage::Phone: return Text::ReportPhoneTitle;
    }
    return Text::ReportWhat;
}

Offer offer(std::string id, Phrase label, Icon icon, bool is_selected, Event event) {
    return {{.id = std::move(id),
             .label = std::move(label),
             .icon = icon,
             .is_selected = is_selected,
             .leads_on = true},
            std::move(event)};
}

Offers offers_of(const Ui& ui, const ReportRequest& screen) {
    const UnlawfulRequest& said = screen.request;
    Offers offers;
    if (screen.stage == ReportStage::What) {
        for (const Demand one : kDemands)
            offers.push_back(offer("report." + std::string(name(one)), demand_words(ui, one),
                                   demand_icon(one), said.demand == one, DemandChosen{one}));
    }
    if (screen.stage == ReportStage::Where) {
        for (const DemandPlace one : kDemandPlaces)
            offers.push_back(offer("report." + std::string(name(one)), place_words(ui, one),
                                   Icon::House, said.place == one, DemandPlaceChosen{one}));
    }
    if (screen.stage == ReportStage::Counter) {
        for (std::size_t i = 0; const std::string& counter : ui.office().counters) {
            offers.push_back(offer("report.counter." + std::to_string(i), plain(counter),
                                   Icon::Person, said.counter == counter, CounterChosen{i}));
            ++i;
        }
    }
    if (screen.stage == ReportStage::When) {
        for (const DemandDay one : kDemandDays)
            offers.push_back(offer("report." + std::string(name(one)), day_words(ui, one),
                                   Icon::Calendar, said.day == one, DemandDayChosen{one}));
    }
    return offers;
}

/// However many counters there are, nobody has to remember one.
std::optional<Event> draw_counters(Ui& ui, Rect box, const ReportRequest& screen) {
    const ButtonSpec unknown{.id = "report.counter_unknown",
                             .label = ui.text(Text::ReportCounterUnknown),
                             .icon = Icon::Question};
    const bool is_unknown = button(ui, take_end(ui, box, unknown), unknown);
    auto event =
        draw_offers(ui, box, {"report.counters", offer_columns(ui)}, offers_of(ui, screen));
    return is_unknown ? std::optional<Event>(CounterChosen{}) : event;
}

std::optional<Event> draw_stage(Ui& ui, const Rect& box, const ReportRequest& screen) {
    if (screen.stage == ReportStage::Check) return draw_report_check(ui, box, screen.request);
    if (screen.stage == ReportStage::Words) {
        return draw_writing(ui, box,
                            {.label = ui.text(Text::ReportWordsLabel),
                             .value = screen.request.words.reveal(),
                             .hint = ui.text(Text::ReportWordsHint),
                             .kind = WordsOf::Text});
    }
    if (screen.stage == ReportStage::Phone) {
        const std::string& digits = screen.request.phone.reveal();
        return draw_digits(ui, box,
                           {.writing = {.label = ui.text(Text::ReportRowPhone),
                                        .value = digits,
                                        .hint = ui.text(Text::ReportPhoneHint)},
                            .limits = phone_words(ui, digits),
                            .grouping = Grouping::Threes,
                            .privacy = Privacy::Masked});
    }
    if (screen.stage == ReportStage::Counter) return draw_counters(ui, box, screen);
    Column column(box);
    if (screen.stage == ReportStage::What) {
        const Phrase lead = ui.text(Text::ReportLead);
        text(ui, take_shown(ui, column, text_height(ui, lead, body(), column.width())), lead,
             body());
        skip_shown(ui, column, ui.dp(24));
    }
    return draw_offers(ui, column.rest(), {"report.page", offer_columns(ui)},
                       offers_of(ui, screen));
}

}  // namespace

std::optional<Event> draw(Ui& ui, const ReportRequest& screen) {
    const bool is_phone_stage = screen.stage == ReportStage::Phone;
    const bool is_written = is_phone_stage || screen.stage == ReportStage::Words;
    const bool has_next = is_written || screen.stage == ReportStage::Check;
    const Text next = is_written ? Text::CommonContinue : Text::ReportSend;
    const Frame frame = draw_frame(
        ui, {.title = ui.text(title_of(screen.stage)),
             .back = ui.text(Text::CommonBack),
             .next = has_next ? ui.text(next) : Phrase{},
             .is_next_enabled = !is_phone_stage || is_phone(screen.request.phone.reveal()),
             .why_not = phone_words(ui, screen.request.phone.reveal()),
             .needs_room = is_written,
             .offline = ui.text(Text::OpinionQueued)});
    auto event = draw_stage(ui, frame.content, screen);
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
