#include <array>

#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

struct Grade {
    Text label;
    Icon icon;
};

// From very good to very bad: the first is what most people say.
constexpr std::array<Grade, 5> kGrades{{{Text::RateVeryGood, Icon::FaceVeryGood},
                                        {Text::RateGood, Icon::FaceGood},
                                        {Text::RateFair, Icon::FaceFair},
                                        {Text::RateBad, Icon::FaceBad},
                                        {Text::RateVeryBad, Icon::FaceVeryBad}}};

struct Reason {
    RatingReason reason;
    Text label;
};
constexpr std::array<Reason, 6> kReasons{{{RatingReason::Clear, Text::RateClear},
                                          {RatingReason::Fast, Text::RateFast},
                                          {RatingReason::FewPapers, Text::RateFewPapers},
                                          {RatingReason::Unclear, Text::RateUnclear},
                                          {RatingReason::Slow, Text::RateSlow},
                                          {RatingReason::ManyPapers, Text::RateManyPapers}}};

void add_grades(Ui& ui, Pieces& pieces, int chosen, std::optional<Event>& event) {
    for (std::size_t i = 0; i < kGrades.size(); ++i) {
        const int grade = kMostGrade - static_cast<int>(i);
        const ChoiceSpec spec{.id = "rate." + std::to_string(grade),
                              .label = ui.text(kGrades.at(i).label),
                              .icon = kGrades.at(i).icon,
                              .is_selected = grade == chosen};
        add_choice(ui, pieces, spec, [&event, grade] { event = GradeChosen{grade}; });
        pieces.skip(ui.dp(16));
    }
}

/// Only beside a grade, and never needed.
void add_reasons(Ui& ui, Pieces& pieces, const Rating& rating, std::optional<Event>& event) {
    if (rating.grade == 0) return;
    pieces.text(ui.text(Text::RateWhy), strong());
    pieces.skip(ui.dp(16));
    for (const Reason& one : kReasons) {
        if (!fits(one.reason, rating.grade)) continue;
        const ChoiceSpec spec{.id = "rate." + std::string(name(one.reason)),
                              .label = ui.text(one.label),
                              .is_selected = rating.reasons.contains(one.reason)};
        add_choice(ui, pieces, spec, [&event, one] { event = ReasonChosen{one.reason}; });
        pieces.skip(ui.dp(16));
    }
}

}  // namespace

std::optional<Event> draw(Ui& ui, const RateService& screen) {
    const Frame frame = draw_frame(ui, {.title = ui.text(Text::RateTitle),
                                        .back = ui.text(Text::RateSkip),
                                        .next = ui.text(Text::RateSend),
                                        .next_icon = Icon::Check,
                                        .is_next_enabled = screen.rating.grade != 0,
                                        .why_not = ui.text(Text::WhyNotChoose),
                                        .offline = ui.text(Text::OpinionQueued)});
    std::optional<Event> event;
    const Sides sides = split_words(ui, frame.content, 56);
    Pieces main(ui, sides.main.w);
    main.text(ui.text(Text::RateNobody), body());
    main.skip(ui.dp(24));
    add_grades(ui, main, screen.rating.grade, event);
    if (sides.side.is_empty()) {
        add_reasons(ui, main, screen.rating, event);
        main.draw(sides.main, "rate.page");
    } else {
        Pieces side(ui, sides.side.w);
        add_reasons(ui, side, screen.rating, event);
        main.draw(sides.main, "rate.page");
        side.draw(sides.side, "rate.reasons");
    }
    if (frame.went_back) return WentBack{};
    if (frame.proceeded) return Proceeded{};
    return event;
}

}  // namespace motlan
