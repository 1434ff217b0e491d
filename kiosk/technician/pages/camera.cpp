// T04: the card camera is set while it is looked through. Above: how it was and how it is, with
// what dazzles and how the light is spread. Below: what can be set, what the figures say, two ways
// back.
#include <algorithm>
#include <cmath>
#include <format>

#include "kiosk/care/control_steps.h"
#include "kiosk/core/expects.h"
#include "kiosk/technician/care_frame.h"
#include "kiosk/technician/care_words.h"
#include "kiosk/technician/pages/care_pages.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/test_words.h"
#include "kiosk/ui/widgets/shown.h"
#include "kiosk/ui/widgets/slider.h"
#include "kiosk/ui/widgets/widgets.h"

namespace motlan {
namespace {

Phrase name_of(const Ui& ui, CameraControl control) {
    const auto text = find_text(std::format("care.setting_name.{}", name(control)));
    expects(text.has_value());
    return ui.text(*text);
}

/// Like "Bây giờ: nét 62 %, sáng 148, chói 0 %".
Phrase caption_of(const Ui& ui, const CameraView& view, Text which) {
    const auto whole = [](double value) { return std::format("{:.0f}", std::round(value)); };
    return ui.text(which, {{"focus", whole(view.figures.focus)},
                           {"brightness", whole(view.figures.brightness)},
                           {"glare", whole(view.figures.glare)}});
}

void draw_glare(Ui& ui, const Rect& box, const GlareMap& map) {
    for (int row = 0; row < GlareMap::kRows; ++row) {
        for (int column = 0; column < GlareMap::kColumns; ++column) {
            if (!map.at(column, row)) continue;
            const int x = box.x + box.w * column / GlareMap::kColumns;
            const int y = box.y + box.h * row / GlareMap::kRows;
            const Rect cell{x, y, box.w / GlareMap::kColumns, box.h / GlareMap::kRows};
            ui.paint().outline(cell, ui.colours().error.line, 0, ui.dp(3));
        }
    }
}

/// Dark at the left, bright at the right.
void draw_light(Ui& ui, const Rect& box, const LightShares& light) {
    const Palette& p = ui.colours();
    ui.paint().fill(box, p.surface, ui.dp(8));
    const Rect inner = box.inset(ui.dp(8));
    const double most = std::ranges::max(light);
    const Row bars(inner, static_cast<int>(light.size()), ui.dp(1));
    for (std::size_t n = 0; most > 0 && n < light.size(); ++n) {
        const Rect bar = bars.at(static_cast<int>(n));
        const int high = static_cast<int>(bar.h * light.at(n) / most);
        ui.paint().fill({bar.x, bar.bottom() - high, bar.w, high}, p.ink);
    }
}

struct Shot {
    const CameraView& view;
    Phrase caption;
    std::string id;
};

int picture_height(const Ui& ui, int width) {
    const int high = width * 9 / 16;
    return ui.theme().is_portrait() ? high : std::min(high, ui.dp(256));
}

void draw_sight(Ui& ui, const Rect& box, const Shot& sight) {
    const Picture& picture = sight.view.picture;
    const int high = picture_height(ui, box.w);
    const Rect place = fitted_box({box.x, box.y, box.w, high}, picture->width, picture->height);
    ui.paint().picture(place, picture, ui.dp(16), ui.ground());
    draw_glare(ui, place, sight.view.figures.glare_map);
    const Rect corner{place.right() - place.w / 3 - ui.dp(8),
                      place.bottom() - place.h / 3 - ui.dp(8), place.w / 3, place.h / 3};
    draw_light(ui, corner, sight.view.figures.light);
    Node node{.id = sight.id,
              .role = NodeRole::Illustration,
              .label = ui.text(Text::CardPicture),
              .rect = place};
    ui.add(std::move(node));
    TextStyle style = body();
    style.id = sight.id + ".figures";
    text(ui, {box.x, box.y + high + ui.dp(8), box.w, box.bottom() - box.y - high - ui.dp(8)},
         sight.caption, style);
}

/// Before at the left, now at the right.
void draw_sights(Ui& ui, Column& column, const CameraWork& work) {
    const Shot before{*work.before, caption_of(ui, *work.before, Text::CareCameraBefore),
                      "camera.before"};
    const Shot now{*work.now, caption_of(ui, *work.now, Text::CareCameraNow), "camera.now"};
    const int gap = ui.dp(24);
    const int wide = (column.width() - gap) / 2;
    const int words = std::max(text_height(ui, before.caption, body(), wide),
                               text_height(ui, now.caption, body(), wide));
    const Rect box = take_shown(ui, column, picture_height(ui, wide) + ui.dp(8) + words);
    const Row row(box, 2, gap);
    draw_sight(ui, row.at(0), before);
    draw_sight(ui, row.at(1), now);
    skip_shown(ui, column, ui.dp(24));
}

SliderSpec slider_of(const Ui& ui, const ControlRange& range) {
    return {
        .id = std::format("control.{}", name(range.control)),
        .label = name_of(ui, range.control),
        .value = range.value ? plain(std::to_string(*range.value)) : ui.text(Text::CareCameraOwn),
        .step = step_now(range),
        .last = static_cast<int>(control_steps(range).size())};
}

void add_sliders(Ui& ui, Pieces& pieces, const CameraView& now, std::optional<CareEvent>& event) {
    for (const ControlRange& range : now.controls) {
        const SliderSpec spec = slider_of(ui, range);
        pieces.add(slider_height(ui, spec, pieces.width()),
                   [&ui, &event, spec, range](const Rect& box) {
                       if (const auto step = slider(ui, box, spec))
                           event = ControlWished{{range.control, value_at(range, *step)}};
                   });
        pieces.skip(ui.dp(24));
    }
}

/// Two ways back: to what this kiosk has saved, to what the camera was made with.
void add_ways_back(Ui& ui, Pieces& pieces, std::optional<CareEvent>& event) {
    for (const bool is_as_made : {false, true}) {
        const ButtonSpec spec{
            .id = is_as_made ? "camera.made" : "camera.saved",
            .label = ui.text(is_as_made ? Text::CareCameraMade : Text::CareCameraSaved)};
        pieces.button(spec, ui.dp(96),
                      [&event, is_as_made] { event = ControlsWished{is_as_made}; });
        pieces.skip(ui.dp(24));
    }
}

std::vector<ListRow> figure_rows(const Ui& ui, const CameraView& now) {
    std::vector<Figure> figures;
    if (now.read_rate)
        figures.push_back({.name = "read_rate", .value = *now.read_rate, .least = kLeastReadRate});
    if (now.pixels_per_mm)
        figures.push_back(
            {.name = "pixels_per_mm", .value = *now.pixels_per_mm, .least = kLeastPixelsPerMm});
    std::vector<ListRow> rows;
    for (const Figure& figure : figures)
        rows.push_back(
            {.id = "figure." + figure.name,
             .label = words_of(figure, ui.language()),
             .tone = figure.holds() ? Tone::Ok : Tone::Error,
             .badge = ui.text(text_of(figure.holds() ? Verdict::Passed : Verdict::Failed))});
    return rows;
}

void add_rest(Ui& ui, Pieces& pieces, const CameraView& now, std::optional<CareEvent>& event) {
    std::optional<std::string> nothing;
    const auto rows = figure_rows(ui, now);
    if (rows.empty()) pieces.text(ui.text(Text::CareCameraHold), body());
    add_rows(ui, pieces, rows, nothing);
    pieces.skip(ui.dp(24));
    if (now.controls.empty()) {
        pieces.notice({.id = "camera.nothing", .words = ui.text(Text::CareCameraNothing)});
        return;
    }
    add_ways_back(ui, pieces, event);
}

void add_trouble(Ui& ui, Pieces& pieces, const CameraWork& work) {
    if (!work.fault) {
        pieces.notice(
            {.id = "care.looking", .title = ui.text(Text::CareCameraOpening), .icon = Icon::Clock});
        return;
    }
    pieces.notice({.id = "camera.lost",
                   .tone = Tone::Error,
                   .title = ui.text(fault_text(*work.fault, Audience::Technician)),
                   .small_code = support_words(ui, *work.fault)});
}

CareFrameSpec frame_of(const Ui& ui, const CameraWork& work) {
    CareFrameSpec spec{.title = ui.text(Text::CareCameraTitle)};
    if (work.fault) {
        spec.next = ui.text(Text::CareTestAgain);
        spec.next_icon = Icon::Retry;
    } else if (work.now && !work.now->controls.empty()) {
        spec.next = ui.text(Text::CareCameraSave);
        spec.next_icon = Icon::CheckRound;
    }
    return spec;
}

}  // namespace

std::optional<CareEvent> draw_camera(Ui& ui, const CareDesk& desk) {
    const CameraWork& work = desk.camera;
    const CareFrame frame = draw_care_frame(ui, desk, frame_of(ui, work));
    std::optional<CareEvent> event;
    Column column(frame.content);
    const bool is_seen = work.now && work.before && !work.fault;
    if (is_seen) draw_sights(ui, column, work);
    const Rect rest = column.rest();
    Pieces pieces(ui, rest.w);
    if (is_seen) {
        add_sliders(ui, pieces, *work.now, event);
        add_rest(ui, pieces, *work.now, event);
    } else {
        add_trouble(ui, pieces, work);
    }
    pieces.draw(rest, "care.camera");
    if (frame.went_back) return CareWentBack{};
    if (frame.proceeded)
        return work.fault ? CareEvent(CarePageWished{CarePage::Camera}) : CareEvent(CameraSaved{});
    return event;
}

}  // namespace motlan
