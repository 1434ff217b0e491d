// T04 to T08: one test. While it runs: what to do, and what the camera sees. Afterwards: the
// verdict, the figures with their limits, what to do next, and what came of it before.
#include <format>
#include <ranges>

#include "kiosk/core/expects.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_buttons.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/technician/pages/ruler.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/when.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Phrase do_words(const Ui& ui, DeviceTest test) {
    const auto text = find_text(std::format("care.test.do_{}", name(test)));
    expects(text.has_value());
    return ui.text(*text);
}

/// What the camera sees, where there is room to see anything.
void add_sight(Ui& ui, Pieces& pieces, const Picture& sight) {
    const int high = ui.dp(ui.theme().is_portrait() && !ui.is_low() ? 520 : 280);
    pieces.show(high, [&ui, sight](const Rect& box) {
        const Rect place = fitted_box(box, sight->width, sight->height);
        ui.paint().picture(place, sight, ui.dp(16), ui.ground());
        ui.add({.id = "test.sight",
                .role = NodeRole::Illustration,
                .label = ui.text(Text::CardPicture),
                .rect = place});
    });
    pieces.skip(ui.dp(20));
}

/// A code that no citizen pays, and that says so.
void add_code(Ui& ui, Pieces& pieces, const std::string& payload) {
    pieces.show(ui.dp(320),
                [&ui, payload](const Rect& box) { draw_qr(ui, box, payload, "test.code"); });
    pieces.skip(ui.dp(20));
    pieces.text(ui.text(Text::CareTestSandbox), strong());
    pieces.skip(ui.dp(20));
}

void add_running(Ui& ui, Pieces& pieces, const TestWork& work) {
    pieces.notice({.id = "test.do",
                   .title = ui.text(Text::CareTestRunning),
                   .words = do_words(ui, work.shown),
                   .icon = Icon::Clock});
    pieces.skip(ui.dp(20));
    if (work.sight) add_sight(ui, pieces, work.sight);
    if (!work.code.empty()) add_code(ui, pieces, work.code);
    if (!work.waiting.empty())
        pieces.text(ui.text(Text::CareTestLeft, {{"count", std::to_string(work.waiting.size())}}),
                    body());
}

void add_heard(Ui& ui, Pieces& pieces, std::optional<CareEvent>& event) {
    pieces.text(ui.text(Text::CareTestHeardTitle), subheading());
    pieces.skip(ui.dp(24));
    const ButtonSpec no{.id = "test.not_heard", .label = ui.text(Text::CareTestNotHeard)};
    pieces.button(no, ui.dp(112), [&event] { event = HeardTold{false}; });
}

/// Which side was played is not said: that would be the answer.
void add_sides(Ui& ui, Pieces& pieces, std::optional<CareEvent>& event) {
    pieces.text(ui.text(Text::CareTestSideTitle), subheading());
    pieces.skip(ui.dp(24));
    const auto answer = [&ui](std::string_view id, Text label, HeardSide heard) {
        return CareButton{{.id = std::format("test.{}", id), .label = ui.text(label)},
                          SideTold{heard}};
    };
    add_buttons(ui, pieces,
                {{answer("left", Text::CareTestSideLeft, HeardSide::Left),
                  answer("right", Text::CareTestSideRight, HeardSide::Right),
                  answer("both", Text::CareTestSideBoth, HeardSide::Both),
                  answer("silent", Text::CareTestNotHeard, HeardSide::None)}},
                event);
}

void add_question(Ui& ui, Pieces& pieces, TestQuestion question, std::optional<CareEvent>& event) {
    pieces.text(ui.text(text_of(question)), subheading());
    pieces.skip(ui.dp(24));
    std::vector<CareButton> buttons;
    for (const TestAnswer& answer : answers_of(question)) {
        const std::size_t place = buttons.size();
        buttons.push_back(
            {{.id = std::format("answer.{}", place), .label = words_of(answer, ui.language())},
             QuestionAnswered{place}});
    }
    add_buttons(ui, pieces, {buttons}, event);
}

/// Verdict and why, then what to do.
void add_verdict(Ui& ui, Pieces& pieces, const TestResult& result) {
    NoticeSpec spec{.id = "test.verdict",
                    .tone = tone_of(&result),
                    .title = ui.text(text_of(result.verdict)),
                    .title_role = TextRole::Heading2};
    if (result.reason != TestReason::None)
        spec.words = plain(ui.text(text_of(result.reason)).shown);
    pieces.notice(spec);
    pieces.skip(ui.dp(20));
    TextStyle remedy = body();
    remedy.id = "test.remedy";
    if (result.fault) pieces.text(remedy_words(ui, *result.fault), remedy);
    if (result.reason != TestReason::None && result.reason != TestReason::Fault)
        pieces.text(ui.text(next_step_of(result.reason)), body());
    pieces.skip(ui.dp(20));
}

std::vector<ListRow> figure_rows_of(const Ui& ui, const TestResult& result) {
    std::vector<ListRow> rows;
    if (result.figures.empty()) return rows;
    rows.push_back(
        {.is_header = true, .id = "care.test.figures", .label = ui.text(Text::CareTestFigures)});
    for (const Figure& figure : result.figures) {
        ListRow row{.id = "figure." + figure.name,
                    .label = words_of(figure, ui.language()),
                    .tone = figure.holds() ? Tone::Ok : Tone::Error};
        const bool is_judged = figure.least || figure.most;
        if (is_judged)
            row.badge = ui.text(text_of(figure.holds() ? Verdict::Passed : Verdict::Failed));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<ListRow> history_rows(const Ui& ui, const std::vector<TestResult>& results) {
    std::vector<ListRow> rows;
    if (results.size() < 2) return rows;
    rows.push_back(
        {.is_header = true, .id = "care.test.history", .label = ui.text(Text::CareTestHistory)});
    for (const TestResult& result : results | std::views::reverse | std::views::drop(1))
        rows.push_back({.id = std::format("earlier.{}", rows.size()),
                        .label = plain(moment_text(result.at)),
                        .tone = tone_of(&result),
                        .badge = ui.text(text_of(result.verdict))});
    return rows;
}

/// A way to set what is tested.
struct Way {
    DeviceTest test;
    std::string id;
    Text label;
    CareEvent event;
};

std::vector<Way> all_ways() {
    return {
        {DeviceTest::Camera, "test.adjust", Text::CareCameraTitle,
         CarePageWished{CarePage::Camera}},
        {DeviceTest::Touch, "test.ruler", Text::CareRulerOpen,
         SettingOpened{std::string(kRuledSetting)}},
        {DeviceTest::Reach, "test.height", Text::CareReachOpen, SettingOpened{"screen.bottom_mm"}}};
}

void add_ways(Ui& ui, Pieces& pieces, DeviceTest test, std::optional<CareEvent>& event) {
    for (const Way& way : all_ways()) {
        if (way.test != test) continue;
        pieces.button({.id = way.id, .label = ui.text(way.label)}, ui.dp(96),
                      [&event, leads_to = way.event] { event = leads_to; });
        pieces.skip(ui.dp(20));
    }
}

void add_outcome(Ui& ui, Pieces& pieces, const CareDesk& desk) {
    std::optional<std::string> nothing;
    const TestResult* newest = desk.newest(desk.work.shown);
    if (newest == nullptr) {
        pieces.notice({.id = "test.do",
                       .title = ui.text(Text::CareTestsNever),
                       .words = do_words(ui, desk.work.shown)});
        return;
    }
    add_verdict(ui, pieces, *newest);
    if (newest->test == DeviceTest::Payment)
        pieces.notice({.id = "test.terminal",
                       .tone = Tone::Still,
                       .title = ui.text(Text::TestTerminalTitle),
                       .words = ui.text(Text::TestTerminalNone)});
    add_rows(ui, pieces, figure_rows_of(ui, *newest), nothing);
    add_rows(ui, pieces, history_rows(ui, desk.results.at(desk.work.shown)), nothing);
}

Phrase next_words(const Ui& ui, const CareDesk& desk) {
    const TestWork& work = desk.work;
    if (work.is_heard_asked)
        return work.side == SoundSide::Both ? ui.text(Text::CareTestHeard) : Phrase{};
    if (!work.questions.empty()) return {};
    if (work.is_running) return work.waiting.empty() ? Phrase{} : ui.text(Text::CareTestDrop);
    return ui.text(desk.newest(work.shown) == nullptr ? Text::CareTestStart : Text::CareTestAgain);
}

CareEvent next_event(const TestWork& work) {
    if (work.is_heard_asked) return HeardTold{true};
    if (work.is_running) return TestsDropped{};
    return TestsWished{{work.shown}};
}

}  // namespace

std::optional<CareEvent> draw_test(Ui& ui, const CareDesk& desk) {
    const TestWork& work = desk.work;
    const CareFrame frame = draw_care_frame(ui, desk,
                                            {.title = ui.text(text_of(work.shown)),
                                             .next = next_words(ui, desk),
                                             .next_icon = Icon::Retry});
    std::optional<CareEvent> event;
    Pieces pieces(ui, frame.content.w);
    if (!work.is_asking() && !work.is_running) add_ways(ui, pieces, work.shown, event);
    if (work.is_heard_asked && work.side == SoundSide::Both)
        add_heard(ui, pieces, event);
    else if (work.is_heard_asked)
        add_sides(ui, pieces, event);
    else if (!work.questions.empty())
        add_question(ui, pieces, work.questions.front(), event);
    else if (work.is_running)
        add_running(ui, pieces, work);
    else
        add_outcome(ui, pieces, desk);
    pieces.draw(frame.content, "care.test");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded) return next_event(work);
    return event;
}

}  // namespace motlan
