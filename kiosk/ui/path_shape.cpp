#include "kiosk/ui/path_shape.h"

#include <type_traits>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <vector>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

constexpr double kGrid = 24;
/// Length of a Bézier handle that makes a quarter of a circle.
constexpr double kQuarter = 0.5523;

struct Canvas {
    FT_Library library;
    Mask mask;

    /// Adds the ink of an outline; where two overlap, the darker one stays.
    void add(FT_Outline& outline) {
        Bytes ink(mask.ink.size());
        FT_Bitmap bitmap{};
        bitmap.width = static_cast<unsigned>(mask.width);
        bitmap.rows = static_cast<unsigned>(mask.height);
        bitmap.pitch = mask.width;
        bitmap.buffer = ink.data();
        bitmap.pixel_mode = FT_PIXEL_MODE_GRAY;
        bitmap.num_grays = 256;
        expects(FT_Outline_Get_Bitmap(library, &outline, &bitmap) == 0);
        std::ranges::transform(mask.ink, ink, mask.ink.begin(),
                               [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
    }
};

/// Follows a path and leaves its ink on the canvas.
class Pen {
public:
    Pen(Canvas& canvas, double thick) : canvas_(canvas), scale_(canvas.mask.width * 64.0 / kGrid) {
        expects(FT_Stroker_New(canvas.library, &stroker_) == 0);
        FT_Stroker_Set(stroker_, static_cast<FT_Fixed>(std::lround(thick / 2 * scale_)),
                       FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
    }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    ~Pen() { FT_Stroker_Done(stroker_); }

    void follow(std::string_view path) {
        path_ = path;
        while (!path_.empty()) {
            const char command = path_.front();
            path_.remove_prefix(1);
            obey(command);
        }
        lift(false);
    }

private:
    void obey(char command) {
        switch (command) {
            case 'M':
                lift(false);
                add(spot(), FT_CURVE_TAG_ON);
                break;
            case 'L': add(spot(), FT_CURVE_TAG_ON); break;
            case 'C':
                if (points_.empty()) add(at(0, 0), FT_CURVE_TAG_ON);
                add(spot(), FT_CURVE_TAG_CUBIC);
                add(spot(), FT_CURVE_TAG_CUBIC);
                add(spot(), FT_CURVE_TAG_ON);
                break;
            case 'Z': lift(true); break;
            case 'O':
                round();
                lift(true);
                break;
            case 'D':
                round();
                fill();
                break;
            case 'F': fill(); break;
            default: break;
        }
    }

    double number() {
        while (!path_.empty() && path_.front() == ' ') path_.remove_prefix(1);
        double value = 0;
        const auto end = std::from_chars(path_.data(), path_.data() + path_.size(), value).ptr;
        path_.remove_prefix(static_cast<std::size_t>(end - path_.data()));
        return value;
    }

    [[nodiscard]] FT_Vector at(double x, double y) const {
        return {std::lround(x * scale_), std::lround((kGrid - y) * scale_)};
    }

    FT_Vector spot() {
        const double x = number();
        return at(x, number());
    }

    void add(FT_Vector point, unsigned char tag) {
        points_.push_back(point);
        tags_.push_back(tag);
    }

    /// A circle as four curves.
    void round() {
        lift(false);
        const double x = number();
        const double y = number();
        const double r = number();
        const double h = r * kQuarter;
        add(at(x + r, y), FT_CURVE_TAG_ON);
        const auto quarter = [&](FT_Vector one, FT_Vector two, FT_Vector end) {
            add(one, FT_CURVE_TAG_CUBIC);
            add(two, FT_CURVE_TAG_CUBIC);
            add(end, FT_CURVE_TAG_ON);
        };
        quarter(at(x + r, y + h), at(x + h, y + r), at(x, y + r));
        quarter(at(x - h, y + r), at(x - r, y + h), at(x - r, y));
        quarter(at(x - r, y - h), at(x - h, y - r), at(x, y - r));
        quarter(at(x + h, y - r), at(x + r, y - h), at(x + r, y));
    }

    void fill() {
        if (points_.size() < 3) return lift(false);
        // The type differs between versions of the library.
        auto last =
            static_cast<std::remove_pointer_t<decltype(FT_Outline::contours)>>(points_.size() - 1);
        FT_Outline outline{};
        outline.n_contours = 1;
        outline.n_points = static_cast<short>(points_.size());
        outline.points = points_.data();
        outline.tags = tags_.data();
        outline.contours = &last;
        canvas_.add(outline);
        points_.clear();
        tags_.clear();
    }

    void trace() {
        for (std::size_t i = 1; i < points_.size(); ++i) {
            if (tags_[i] == FT_CURVE_TAG_ON) {
                FT_Stroker_LineTo(stroker_, &points_[i]);
                continue;
            }
            FT_Stroker_CubicTo(stroker_, &points_[i], &points_[i + 1], &points_[i + 2]);
            i += 2;
        }
    }

    [[nodiscard]] bool is_dot() const {
        return std::ranges::all_of(points_, [&](const FT_Vector& point) {
            return point.x == points_.front().x && point.y == points_.front().y;
        });
    }

    /// Ends a line: strokes what was drawn since the last move.
    void lift(bool is_closed) {
        if (points_.size() > 1) {
            // FreeType 2.13 ends a line without length by reading past its points; the shortest
            // line there is draws the same dot.
            if (is_dot()) points_.back().x += 1;
            FT_Stroker_BeginSubPath(stroker_, points_.data(), is_closed ? 0 : 1);
            trace();
            if (is_closed) FT_Stroker_LineTo(stroker_, points_.data());
            FT_Stroker_EndSubPath(stroker_);
            ink_stroke();
        }
        points_.clear();
        tags_.clear();
    }

    void ink_stroke() {
        FT_UInt points = 0;
        FT_UInt contours = 0;
        FT_Stroker_GetCounts(stroker_, &points, &contours);
        FT_Outline outline{};
        expects(FT_Outline_New(canvas_.library, points, static_cast<FT_Int>(contours), &outline) ==
                0);
        outline.n_points = 0;
        outline.n_contours = 0;
        FT_Stroker_Export(stroker_, &outline);
        canvas_.add(outline);
        FT_Outline_Done(canvas_.library, &outline);
        FT_Stroker_Rewind(stroker_);
    }

    Canvas& canvas_;
    double scale_;
    FT_Stroker stroker_ = nullptr;
    std::string_view path_;
    std::vector<FT_Vector> points_;
    std::vector<unsigned char> tags_;
};

}  // namespace

Mask path_mask(std::string_view path, int side, double thick) {
    const auto pixels = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    Canvas canvas{nullptr, {side, side, Bytes(pixels)}};
    expects(FT_Init_FreeType(&canvas.library) == 0);
    {
        Pen pen(canvas, thick);
        pen.follow(path);
    }
    FT_Done_FreeType(canvas.library);
    return std::move(canvas.mask);
}

}  // namespace motlan
