#include "kiosk/care/test_sheet_plan.h"

namespace motlan::sheet {
namespace {

constexpr double kInch = 25.4;
constexpr Rgb kBlack{0, 0, 0};
constexpr double kPatch = 22;
constexpr double kStep = 26;
constexpr double kLeft = 29;

Millimetres around(double x, double y, double side) {
    return {x - side / 2, y - side / 2, side, side};
}

Millimetres patch_at(int column, double y) { return {kLeft + kStep * column, y, kPatch, kPatch}; }

}  // namespace

double Lines::line_mm() const { return kInch / dpi; }

std::array<Millimetres, 4> corners() {
    constexpr double kFar = kWidth - kCornerMiddle;
    constexpr double kLow = kHeight - kCornerMiddle;
    return {around(kCornerMiddle, kCornerMiddle, kCorner), around(kFar, kCornerMiddle, kCorner),
            around(kCornerMiddle, kLow, kCorner), around(kFar, kLow, kSmallCorner)};
}

std::vector<Patch> greys() {
    constexpr std::array<std::uint8_t, 6> kGreys{0, 51, 102, 153, 204, 230};
    std::vector<Patch> patches;
    for (int column = 0; const std::uint8_t grey : kGreys)
        patches.push_back({patch_at(column++, 40), {grey, grey, grey}});
    return patches;
}

// sRGB, as office printers come closest to: full colours they cannot print are left out.
std::vector<Patch> colours() {
    constexpr std::array<Rgb, 6> kColours{{{200, 40, 40},
                                           {30, 130, 70},
                                           {40, 60, 150},
                                           {30, 140, 180},
                                           {180, 50, 120},
                                           {230, 210, 50}}};
    std::vector<Patch> patches;
    for (int column = 0; const Rgb& colour : kColours)
        patches.push_back({patch_at(column++, 90), colour});
    return patches;
}

std::vector<Lines> lines() {
    constexpr std::array<double, 5> kFine{75, 100, 150, 200, 240};
    std::vector<Lines> all;
    for (int column = 0; const double dpi : kFine) {
        all.push_back({patch_at(column, 150), dpi, true});
        all.push_back({patch_at(column, 190), dpi, false});
        ++column;
    }
    return all;
}

std::vector<Millimetres> bare() {
    std::vector<Millimetres> places;
    for (const double y : {28.0, 135.0, 270.0})
        for (const double x : {30.0, 100.0, 170.0}) places.push_back({x, y, 10, 8});
    return places;
}

std::vector<Patch> everything() {
    std::vector<Patch> all;
    for (const Millimetres& corner : corners()) all.push_back({corner, kBlack});
    for (const Patch& patch : greys()) all.push_back(patch);
    for (const Patch& patch : colours()) all.push_back(patch);
    for (const Lines& group : lines()) {
        const double line = group.line_mm();
        const Millimetres& place = group.place;
        const double end = group.is_upright ? place.w : place.h;
        for (double at = 0; at + line <= end; at += 2 * line)
            all.push_back({group.is_upright ? Millimetres{place.x + at, place.y, line, place.h}
                                            : Millimetres{place.x, place.y + at, place.w, line},
                           kBlack});
    }
    return all;
}

}  // namespace motlan::sheet
