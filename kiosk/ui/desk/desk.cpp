#include "kiosk/ui/desk/desk.h"

#include <algorithm>
#include <array>
#include <format>

#include "kiosk/ui/paint.h"
#include "kiosk/ui/text_layout.h"
#include "kiosk/ui/widgets/button.h"
#include "kiosk/ui/widgets/card.h"

namespace motlan {
namespace {

/// The desk is for a person at a desk: its letters are smaller and never grow.
constexpr double kDeskPxPerMm = 2.5;
constexpr Colour kGround = Colour::hex(0x263238);
constexpr Colour kPlate = Colour::hex(0x37474F);
constexpr Colour kOn = Colour::hex(0xFFD54F);
constexpr Colour kInk = Colour::hex(0xFFFFFF);
constexpr Colour kInkSoft = Colour::hex(0xCFD8DC);
constexpr Colour kDark = Colour::hex(0x14202B);

struct DeskButton {
    std::string id;
    Phrase label;
    std::string key;
    bool is_on = false;
};

int line_of(const Ui& ui) { return ui.theme().line_height(TextRole::Caption); }

TextStyle style(Colour ink, Weight weight = Weight::Regular) {
    return {.role = TextRole::Caption, .weight = weight, .ink = ink, .is_middle = true};
}

/// A plain button with its key at the right.
bool press(Ui& ui, const Rect& box, const DeskButton& spec) {
    const bool is_down = ui.is_pressed(spec.id);
    const Colour ground = spec.is_on || is_down ? kOn : kPlate;
    const Colour ink = spec.is_on || is_down ? kDark : kInk;
    ui.paint().fill(box, ground, 8);
    const int key = spec.key.empty() ? 0 : 34;
    const Rect words{box.x + 12, box.y, box.w - 20 - key, box.h};
    const Font font = ui.theme().font(TextRole::Caption, Weight::Bold);
    Node node{.id = spec.id,
              .role = NodeRole::Button,
              .label = spec.label,
              .rect = box,
              .is_touchable = true,
              .is_selected = spec.is_on};
    node.setting = set_text(ui, words, shortened(ui.typeface(), font, spec.label.shown, words.w),
                            style(ink, Weight::Bold));
    TextStyle at_right = style(spec.is_on || is_down ? kDark : kInkSoft);
    at_right.align = Align::Right;
    if (key > 0) set_text(ui, {box.right() - key - 10, box.y, key, box.h}, spec.key, at_right);
    return ui.add(std::move(node));
}

void title(Ui& ui, Column& column, Text what) {
    column.skip(10);
    text(ui, column.take(line_of(ui)), ui.text(what), style(kInkSoft, Weight::Bold));
    column.skip(4);
}

/// Initials in a disc, the name, and what is special.
bool press_person(Ui& ui, const Rect& box, const DeskPerson& person, const DeskButton& spec) {
    const bool is_on = spec.is_on || ui.is_pressed(spec.id);
    ui.paint().fill(box, is_on ? kOn : kPlate, 8);
    const Rect disc{box.x + 8, box.center().y - 20, 40, 40};
    ui.paint().fill(disc, is_on ? kDark : kOn, 20);
    TextStyle initials = style(is_on ? kOn : kDark, Weight::Bold);
    initials.align = Align::Center;
    const std::size_t last = person.name.rfind(' ');
    std::string_view given =
        std::string_view(person.name).substr(last == std::string::npos ? 0 : last + 1);
    const std::string_view whole = given;
    static_cast<void>(take_letter(given));
    set_text(ui, disc, whole.substr(0, whole.size() - given.size()), initials);
    const Rect words{disc.right() + 10, box.y, box.right() - disc.right() - 50, box.h};
    const int line = line_of(ui);
    const int top = box.center().y - line;
    Node node{.id = spec.id,
              .role = NodeRole::Button,
              .label = plain(person.name),
              .rect = box,
              .is_touchable = true,
              .is_selected = spec.is_on};
    const auto fit = [&](const std::string& said, Weight weight) {
        return shortened(ui.typeface(), ui.theme().font(TextRole::Caption, weight), said, words.w);
    };
    node.setting = set_text(ui, {words.x, top, words.w, line}, fit(person.name, Weight::Bold),
                            style(is_on ? kDark : kInk, Weight::Bold));
    set_text(ui, {words.x, top + line, words.w, line}, fit(person.about, Weight::Regular),
             style(is_on ? kDark : kInkSoft));
    TextStyle key = style(is_on ? kDark : kInkSoft);
    key.align = Align::Right;
    set_text(ui, {box.right() - 44, box.y, 34, box.h}, spec.key, key);
    return ui.add(std::move(node));
}

Text hint_of(const Screen& screen) {
    if (std::holds_alternative<Welcome>(screen)) return Text::DeskHintStart;
    if (std::holds_alternative<ShowCard>(screen) || std::holds_alternative<FindDossier>(screen))
        return Text::DeskHintCard;
    if (std::holds_alternative<ScanPaper>(screen)) return Text::DeskHintPaper;
    const bool is_working =
        std::holds_alternative<AskSources>(screen) || std::holds_alternative<Submitting>(screen);
    return is_working ? Text::DeskHintWait : Text::DeskHintScreen;
}

void draw_hint(Ui& ui, Column& column, const Screen& screen) {
    const Phrase words = ui.text(hint_of(screen));
    const TextStyle hint{
        .role = TextRole::Body, .weight = Weight::Bold, .ink = kDark, .id = "desk.hint"};
    const int high = text_height(ui, words, hint, column.width() - 28);
    const Rect box = column.take(high + 20);
    ui.paint().fill(box, kOn, 10);
    const GroundScope ground(ui, kOn);
    text(ui, box.inset(14, 10), words, hint);
}

/// An accident, its way back, and which of them can be pressed now.
struct Mishap {
    DeskVerb verb;
    Text label;
    std::string_view key;
    bool is_on = false;
};

std::vector<Mishap> mishaps_of(const DeskView& view) {
    const bool is_cut = view.network == DeskNetwork::Cut;
    const bool is_slow = view.network == DeskNetwork::Slow;
    std::vector<Mishap> all{
        view.is_jammed ? Mishap{DeskVerb::ClearJam, Text::DeskUnjam, "", true}
                       : Mishap{DeskVerb::JamScanner, Text::DeskJam, ""},
        view.is_cover_open ? Mishap{DeskVerb::CloseCover, Text::DeskCloseCover, "", true}
                           : Mishap{DeskVerb::OpenCover, Text::DeskOpenCover, ""},
        view.is_paper_out ? Mishap{DeskVerb::PaperIn, Text::DeskPaperIn, "", true}
                          : Mishap{DeskVerb::PaperOut, Text::DeskPaperOut, ""},
        is_slow ? Mishap{DeskVerb::RestoreNetwork, Text::DeskRestoreNetwork, "", true}
                : Mishap{DeskVerb::SlowNetwork, Text::DeskSlowNetwork, ""},
        is_cut ? Mishap{DeskVerb::RestoreNetwork, Text::DeskRestoreNetwork, "F11", true}
               : Mishap{DeskVerb::CutNetwork, Text::DeskCutNetwork, "F11"},
        Mishap{DeskVerb::CutPower, Text::DeskCutPower, "F12"},
    };
    return all;
}

std::optional<DeskAction> draw_mishaps(Ui& ui, Column& column, const DeskView& view) {
    title(ui, column, Text::DeskMishaps);
    const auto mishaps = mishaps_of(view);
    std::optional<DeskAction> action;
    for (std::size_t i = 0; i < mishaps.size(); i += 2) {
        const Row row(column.take(42), 2, 8);
        for (std::size_t k = i; k < std::min(i + 2, mishaps.size()); ++k) {
            const Mishap& m = mishaps[k];
            const DeskButton spec{std::format("desk.{}", k), ui.text(m.label), std::string(m.key),
                                  m.is_on};
            if (press(ui, row.at(static_cast<int>(k - i)), spec)) action = DeskAction{m.verb};
        }
        column.skip(8);
    }
    return action;
}

std::optional<DeskAction> draw_people(Ui& ui, Column& column, const DeskView& view) {
    title(ui, column, Text::DeskCards);
    std::optional<DeskAction> action;
    for (std::size_t i = 0; i < view.people.size(); ++i) {
        const DeskButton spec{
            std::format("desk.person{}", i), {}, std::format("F{}", i + 1), view.card == i};
        if (press_person(ui, column.take(54), view.people[i], spec))
            action = DeskAction{DeskVerb::ShowCard, i};
        column.skip(6);
    }
    if (press(ui, column.take(38), {"desk.take_card", ui.text(Text::DeskTakeCard), "F7"}))
        action = DeskAction{DeskVerb::TakeCard};
    return action;
}

std::optional<DeskAction> draw_papers(Ui& ui, Column& column, const DeskView& view) {
    title(ui, column, Text::DeskPapers);
    std::optional<DeskAction> action;
    for (std::size_t i = 0; i < view.papers.size(); ++i) {
        const DeskButton spec{std::format("desk.paper{}", i), plain(view.papers[i]),
                              std::format("F{}", i + 8), view.paper == i};
        if (press(ui, column.take(42), spec)) action = DeskAction{DeskVerb::LayPaper, i};
        column.skip(6);
    }
    if (press(ui, column.take(38), {"desk.take_paper", ui.text(Text::DeskTakePaper), ""}))
        action = DeskAction{DeskVerb::TakePaper};
    return action;
}

}  // namespace

std::optional<DeskAction> draw_desk(Ui& ui, const Rect& strip, const DeskView& view,
                                    const Screen& screen) {
    ui.dress({.language = ui.language()}, kDeskPxPerMm);
    const GroundScope ground(ui, kGround);
    ui.paint().fill(strip, kGround);
    Column column(strip.inset(16, 14));
    text(ui, column, ui.text(Text::DeskTitle),
         {.role = TextRole::Heading2, .weight = Weight::Bold, .ink = kInk});
    column.skip(10);
    draw_hint(ui, column, screen);
    std::optional<DeskAction> action = draw_people(ui, column, view);
    if (auto paper = draw_papers(ui, column, view)) action = paper;
    if (auto mishap = draw_mishaps(ui, column, view)) action = mishap;
    return action;
}

std::optional<DeskAction> desk_action(std::string_view key, const DeskView& view) {
    for (std::size_t i = 0; i < view.people.size(); ++i) {
        if (key == std::format("F{}", i + 1)) return DeskAction{DeskVerb::ShowCard, i};
    }
    for (std::size_t i = 0; i < view.papers.size(); ++i) {
        if (key == std::format("F{}", i + 8)) return DeskAction{DeskVerb::LayPaper, i};
    }
    if (key == "F7") return DeskAction{DeskVerb::TakeCard};
    if (key == "F11")
        return DeskAction{view.network == DeskNetwork::Cut ? DeskVerb::RestoreNetwork
                                                           : DeskVerb::CutNetwork};
    if (key == "F12") return DeskAction{DeskVerb::CutPower};
    return std::nullopt;
}

}  // namespace motlan
