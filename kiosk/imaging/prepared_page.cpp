#include "kiosk/imaging/prepared_page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <exception>
#include <optional>

#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/page_border.h"
#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/page_fingerprint.h"
#include "kiosk/imaging/page_flat.h"
#include "kiosk/imaging/page_gate.h"
#include "kiosk/imaging/page_glare.h"
#include "kiosk/imaging/page_ink.h"
#include "kiosk/imaging/page_paper.h"
#include "kiosk/imaging/page_quad.h"
#include "kiosk/imaging/page_turn.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/imaging/shrink.h"

namespace motlan {
namespace {

constexpr int kLeastPageSide = 64;
// A sheet on a scanner's glass is believed only when it stands out and is clearly smaller.
constexpr double kSureOnGlass = 0.85;
constexpr double kLeastStepOnGlass = 8;
constexpr double kMostOfGlass = 0.93;
constexpr double kLeastOfGlass = 0.03;

struct Found {
    SheetPlace place;
    double edge = 0;
    bool is_cut_off = false;
    bool is_sheet = true;
};

PageCorners whole(const ImageView& picture) {
    const double w = picture.width;
    const double h = picture.height;
    return {PagePoint{0, 0}, {w, 0}, {w, h}, {0, h}};
}

// A scanner sees no perspective: opposite edges are equally long and corners square.
bool is_rectangle(const PageCorners& corners) {
    const auto side = [&](std::size_t i) {
        const PagePoint& from = corners[i];
        const PagePoint& to = corners[(i + 1) % 4];
        return std::hypot(to.x - from.x, to.y - from.y);
    };
    const double diagonal = std::hypot(corners[2].x - corners[0].x, corners[2].y - corners[0].y);
    const double other = std::hypot(corners[3].x - corners[1].x, corners[3].y - corners[1].y);
    return std::abs(side(0) / side(2) - 1) < 0.04 && std::abs(side(1) / side(3) - 1) < 0.04 &&
           std::abs(diagonal / other - 1) < 0.04;
}

Found on_glass(const ImageView& picture, double dpi) {
    Found found{.place = measured(whole(picture), dpi), .edge = 1};
    const auto sheet = find_sheet(picture);
    if (!sheet || sheet->is_cut_off || sheet->score < kSureOnGlass ||
        sheet->step < kLeastStepOnGlass)
        return found;
    const double share =
        std::abs(area_of(sheet->corners)) / (double(picture.width) * picture.height);
    if (share > kMostOfGlass || share < kLeastOfGlass || !is_rectangle(sheet->corners))
        return found;
    const SheetPlace place = measured(sheet->corners, dpi);
    // What has no paper's size is a table or a picture printed on the sheet.
    if (place.size == PaperSize::Other || place.size == PaperSize::A3) return found;
    return {place, sheet->score, false};
}

Result<Found> on_desk(const ImageView& picture, const PageOptions& options) {
    const auto sheet = find_sheet(picture);
    if (sheet) return Found{measured(sheet->corners, options.dpi), sheet->score, sheet->is_cut_off};
    if (!options.takes_all) return fail(Fault::PageNotFound);
    return Found{.place = measured(whole(picture), options.dpi), .is_sheet = false};
}

// By how much the canvas must grow so that no ink is lost when the sheet is turned by so little.
double room_for(const PageInk& ink, double degrees) {
    if (std::abs(degrees) < 0.5) return 0;
    double beyond = 0;
    const double slope = std::abs(std::sin(degrees * 3.14159265 / 180));
    const double w = ink.words.width / 2.0;
    const double h = ink.words.height / 2.0;
    for (int y = 0; y < ink.words.height; y += 2) {
        const ByteView row = ink.words.view().row(y);
        for (std::size_t x = 0; x < row.size(); x += 2) {
            if (row[x] == 0) continue;
            const double right = std::abs(double(x) - w) + slope * std::abs(y - h) - w;
            const double down = std::abs(y - h) + slope * std::abs(double(x) - w) - h;
            beyond = std::max({beyond, right, down});
        }
    }
    return beyond > 0 ? beyond * 25.4 / ink.dpi + 2 : 0;
}

bool is_card(const SheetPlace& place) { return place.size == PaperSize::IdCard; }

// A card is read with its longer side across.
std::optional<Reading> lines_of(const SheetPlace& place, const PageInk& ink) {
    if (!is_card(place)) return std::nullopt;
    return ink.words.width >= ink.words.height ? Reading::Across : Reading::Down;
}

struct Lie {
    Orientation orientation;
    FlatWish wish;
};

// How the sheet must be turned, and onto what canvas.
Lie lie_of(const PageInk& ink, const SheetPlace& place, const PageOptions& options) {
    Lie lie{.orientation = orientation_of(ink.words.view(), lines_of(place, ink)), .wish = {}};
    lie.wish.dpi = std::min<double>(kPageDpi, place.dpi);
    lie.wish.turn = options.turn_is_known ? options.turn : lie.orientation.turn;
    const Orientation& seen = lie.orientation;
    const bool is_level = seen.skew.sure >= kSkewSure && !is_card(place);
    lie.wish.degrees =
        is_level ? refined(seen.skew, ink.ink.view(), seen.reading, ink.dpi).degrees : 0;
    lie.wish.extra_mm = options.source == PageSource::Scan ? room_for(ink, lie.wish.degrees) : 0;
    return lie;
}

PageCorners upright(const PageCorners& corners, Turn turn) {
    PageCorners turned;
    const auto back = static_cast<std::size_t>(turn);
    for (std::size_t i = 0; i < 4; ++i) turned[i] = corners[(i + 4 - back) % 4];
    return turned;
}

PageReport report_of(const Found& found, const Lie& lie, const PageInk& ink) {
    PageReport report;
    report.corners = upright(found.place.corners, lie.wish.turn);
    report.angle_degrees = lie.wish.degrees;
    report.turn = lie.wish.turn;
    report.size = found.place.size;
    report.width_mm = found.place.width_mm;
    report.height_mm = found.place.height_mm;
    if (lie.wish.turn == Turn::Right || lie.wish.turn == Turn::Left)
        std::swap(report.width_mm, report.height_mm);
    report.scores.edge = found.edge;
    report.scores.turn = lie.orientation.sure;
    report.scores.skew = lie.orientation.skew.sure;
    report.scores.letter_mm = lie.orientation.letter_pixels * 25.4 / ink.dpi;
    report.scores.letter_pixels = report.scores.letter_mm * found.place.dpi / 25.4;
    return report;
}

void judge(PreparedPage& page, const Found& found, const PageInk& ink, const PageOptions& options) {
    PageReport& report = page.report;
    report.faults = verdicts(report, found.place.dpi, options.source);
    if (!std::ranges::contains(report.faults, Fault::PageGlare)) report.dazzled.clear();
    const bool is_blank = std::ranges::contains(report.faults, Fault::PageBlank);
    const bool is_cut =
        found.is_cut_off || (options.source == PageSource::Scan && !is_blank && is_text_cut(ink));
    if (is_cut) report.faults.insert(report.faults.begin(), Fault::PageCutOff);
    if (!found.is_sheet) report.faults.insert(report.faults.begin(), Fault::PageNotFound);
    const bool is_uncertain = !options.turn_is_known && report.scores.turn < kTurnLost;
    if (is_uncertain && !is_blank) report.faults.push_back(Fault::PageUpsideDown);
    for (std::size_t i = 0; i < options.earlier.size(); ++i) {
        if (is_same_sheet(report.fingerprint, options.earlier[i])) report.same_as.push_back(i);
    }
    if (!report.same_as.empty()) report.faults.push_back(Fault::PageDuplicate);
}

void note_glare(PageReport& report, const Glare& glare) {
    report.scores.glare = glare.share;
    for (const PageArea& area : glare.areas) report.dazzled.push_back(turned(area, report.turn));
}

// What a whitened page shows at a glance.
void glance_at(PreparedPage& page) {
    const int dpi = std::min(page.dpi, kGlanceDpi);
    const Image small = shrunk(page.picture.view(), double(dpi) / page.dpi);
    const Image grey = converted(small.view(), PixelFormat::Grey);
    page.report.scores.ink = ink_share(grey.view(), dpi);
    page.report.scores.colour = colour_share(page.picture.view());
    page.report.fingerprint = fingerprint_of(grey.view(), dpi);
}

Result<PreparedPage> prepared(const ImageView& picture, const PageOptions& options) {
    const auto found = options.source == PageSource::Photo
                           ? on_desk(picture, options)
                           : Result<Found>(on_glass(picture, options.dpi));
    if (!found) return fail(found.error());
    PreparedPage page;
    const Image small =
        flattened(picture, found->place, {.dpi = std::min<double>(kInkDpi, found->place.dpi)});
    const double small_dpi = std::min<double>(kInkDpi, found->place.dpi);
    const PageInk ink = ink_of(small.view(), small_dpi);
    const Lie lie = lie_of(ink, found->place, options);
    page.report = report_of(*found, lie, ink);
    page.picture = flattened(picture, found->place, lie.wish);
    page.dpi = std::max(1, static_cast<int>(std::lround(lie.wish.dpi)));
    const PaperLight light = light_of(page.picture.view(), lie.wish.dpi, options.source);
    measure_page({page.picture.view(), lie.wish.dpi, ink, light}, page.report.scores);
    // A scanner has no lamp to reflect, and beyond a photo's border all is white.
    if (options.source == PageSource::Photo && !found->is_cut_off)
        note_glare(page.report, glare_of(ink));
    if (!is_card(found->place)) whiten(page.picture, light);
    glance_at(page);
    judge(page, *found, ink, options);
    return page;
}

}  // namespace

Result<PreparedPage> prepare_page(const ImageView& picture, const PageOptions& options) {
    if (double(picture.width) * picture.height > double(kPixelLimit))
        return fail(Fault::PictureTooLarge);
    if (std::min(picture.width, picture.height) < kLeastPageSide) return fail(Fault::PageTooSmall);
    set_one_thread();
    try {
        if (picture.format != PixelFormat::Rgba) return prepared(picture, options);
        const Image opaque = converted(picture, PixelFormat::Rgb);
        return prepared(opaque.view(), options);
    } catch (const std::exception&) {
        // OpenCV's complaints, and the end of the memory that the eye may have.
        return fail(Fault::PictureUnreadable);
    }
}

void warm_up_pages() {
    const Image nothing(2 * kLeastPageSide, 2 * kLeastPageSide, PixelFormat::Rgb);
    [[maybe_unused]] const auto page = prepare_page(nothing.view(), {});
}

}  // namespace motlan
