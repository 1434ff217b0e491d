#include "kiosk/ui/widgets/icon.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

namespace motlan {
namespace {

// M move, m move without a round end, L line, C curve, Z close, O circle, D disc, F fill what was
// drawn (convex).
constexpr auto kPaths = std::to_array<std::string_view>({
    "",
    "M20 12L4.5 12M11 5.5L4.5 12L11 18.5",
    "M4 12L19.5 12M13 5.5L19.5 12L13 18.5",
    "M12 3.5L21.5 20.5L2.5 20.5ZM12 9.5L12 14.5D12 17.6 1.2",
    "M8.5 5L21.5 5L21.5 19L8.5 19L2 12ZM11.8 9.2L17.4 14.8M17.4 9.2L11.8 14.8",
    "M3 19L21 19M5 19C5 7 19 7 19 19M12 9.8L12 6.5M9.8 6.5L14.2 6.5",
    "M2.5 7L7.5 7L9 4L15 4L16.5 7L21.5 7L21.5 19.5L2.5 19.5ZO12 13 4",
    "M2 5L22 5L22 19L2 19ZO7.5 10.3 2.2M4.6 15.8C4.6 13 10.4 13 10.4 15.8M13.8 9.5L18.8 9.5M13.8 "
    "14L18.8 14",
    "M4.5 12.8L9.8 18L19.8 6.8",
    "O12 12 9.7M7.3 12.4L10.8 15.9L17 9",
    "M5.5 9L12 15.5L18.5 9",
    "M9 5.5L15.5 12L9 18.5",
    "M5.5 15L12 8.5L18.5 15",
    "O12 12 9.7M12 6.2L12 12L16 14.6",
    "O12 12 9.7M12 3.2C23.6 3.2 23.6 20.8 12 20.8F",
    "M5.5 5.5L18.5 18.5M18.5 5.5L5.5 18.5",
    "M1.8 12C6 4 18 4 22.2 12C18 20 6 20 1.8 12ZO12 12 3.2",
    "M9.3 14.5L9.3 4.8C9.3 2 13 2 13 4.8L13 10.8L18.2 12.2C19.7 12.6 20.2 13.6 20 15L19 21.8L10.8 "
    "21.8L5 15.6C3.9 14 6 12.2 7.6 13.4L9.3 14.9",
    "O12 12 9.7M2.3 12L21.7 12M12 2.3C7 7 7 17 12 21.7M12 2.3C17 7 17 17 12 21.7",
    "M2.5 11.5L12 3.5L21.5 11.5M5 9.6L5 20.5L19 20.5L19 9.6M9.8 20.5L9.8 14L14.2 14L14.2 20.5",
    "O12 12 9.7M12 11.2L12 17D12 7.4 1.3",
    "M5 10.5L19 10.5L19 21.5L5 21.5ZM8 10.5L8 7.8C8 1.8 16 1.8 16 7.8L16 10.5D12 16 1.6",
    "O10.3 10.3 6.8M15.4 15.4L21.3 21.3",
    "M4.5 12L19.5 12",
    "M2 6L22 6L22 18L2 18ZO12 12 3M5.5 9.5L5.5 9.5M18.5 14.5L18.5 14.5",
    "M7 18.5C1.5 18.5 1.5 12 6 11.3C6.5 5.5 15 5 16.6 9.8C22.5 9.8 22.5 18.5 17 18.5ZM4 3.5L20.5 "
    "21.5",
    "M5.5 2.5L14 2.5L19 7.5L19 21.5L5.5 21.5ZM14 2.5L14 7.5L19 7.5M9 12L15.5 12M9 16.5L15.5 16.5",
    "M3.8 20.2L4.8 15.4L15.8 4.4L19.6 8.2L8.6 19.2ZM13.4 6.8L17.2 10.6",
    "O12 7.6 4.6M3.5 21C3.5 12.6 20.5 12.6 20.5 21",
    "M7 2.2L17 2.2L17 21.8L7 21.8ZM11 18.6L13 18.6",
    "M12 4.5L12 19.5M4.5 12L19.5 12",
    "M7 8L7 2.8L17 2.8L17 8M7 17L3 17L3 8L21 8L21 17L17 17M7 13.5L17 13.5L17 21.3L7 21.3Z",
    "O12 12 9.7M8.9 9.6C8.9 5.6 15.2 5.8 15.1 9.5C15 11.8 12 11.9 12 14.2D12 17.4 1.2",
    "M19.6 9.5C16.6 1.8 4.2 3 4 12C4 21.5 17 23 19.8 14.8M20.4 3.6L19.8 9.6L14 8.8",
    "M2.5 13.5L21.5 13.5L21.5 20L2.5 20ZM3.5 10.5L20 4.2M6 16.8L12 16.8D18 16.8 1",
    "M12 2.2L20 5.4L20 11C20 16.6 16.6 20.2 12 21.8C7.4 20.2 4 16.6 4 11L4 5.4ZM8 11.8L11 "
    "14.8L16.2 8.8",
    "M12 3.5L21 12.5L16 12.5L16 20.5L8 20.5L8 12.5L3 12.5Z",
    "M3.5 9.3L7.8 9.3L13 4.8L13 19.2L7.8 14.7L3.5 14.7ZM16.3 8.8C18.6 10.6 18.6 13.4 16.3 15.2M19 "
    "5.8C22.8 9.2 22.8 14.8 19 18.2",
    "M4 5.5C4 1.8 20 1.8 20 5.5C20 9.2 4 9.2 4 5.5ZM4 5.5L4 18.5C4 22.2 20 22.2 20 18.5L20 5.5M4 "
    "12C4 15.7 20 15.7 20 12",
    "M1.8 19.5L6 9.5L10.2 19.5M3.2 16.2L8.8 16.2M10.5 19.5L16.4 4.5L22.3 19.5M12.6 14.4L20.2 14.4",
    "M8 2.2L16 2.2L21.8 8L21.8 16L16 21.8L8 21.8L2.2 16L2.2 8ZM12 6.8L12 13D12 17 1.4",
});
static_assert(kPaths.size() == std::to_underlying(Icon::Warning) + 1U);

/// Follows a path and paints its strokes.
class Pen {
public:
    Pen(Paint& paint, const Rect& box, Colour colour)
        : paint_(paint), colour_(colour), unit_(static_cast<float>(std::min(box.w, box.h)) / 24) {
        origin_ = {static_cast<float>(box.center().x) - 12 * unit_,
                   static_cast<float>(box.center().y) - 12 * unit_};
    }

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
                turn(spot());
                break;
            case 'm':
                lift(false);
                spots_.push_back(spot());
                break;
            case 'L': turn(spot()); break;
            case 'C': curve(); break;
            case 'Z': lift(true); break;
            case 'O': round(false); break;
            case 'D': round(true); break;
            case 'F':
                paint_.polygon(spots_, colour_);
                spots_.clear();
                break;
            default: break;
        }
    }

    float number() {
        while (!path_.empty() && path_.front() == ' ') path_.remove_prefix(1);
        float value = 0;
        const auto end = std::from_chars(path_.data(), path_.data() + path_.size(), value).ptr;
        path_.remove_prefix(static_cast<std::size_t>(end - path_.data()));
        return value;
    }

    Spot spot() {
        const float x = number();
        return {origin_.x + x * unit_, origin_.y + number() * unit_};
    }

    /// A corner of the line; round, because the ends of strokes are.
    void turn(Spot at) {
        spots_.push_back(at);
        paint_.disc(at, thick() / 2, colour_);
    }

    void curve() {
        const Spot a = spots_.back();
        const Spot b = spot();
        const Spot c = spot();
        const Spot d = spot();
        constexpr int kPieces = 14;
        for (int i = 1; i <= kPieces; ++i) {
            const float t = static_cast<float>(i) / kPieces;
            const float s = 1 - t;
            const float wa = s * s * s;
            const float wb = 3 * s * s * t;
            const float wc = 3 * s * t * t;
            const float wd = t * t * t;
            spots_.push_back({wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                              wa * a.y + wb * b.y + wc * c.y + wd * d.y});
        }
    }

    void round(bool is_full) {
        lift(false);
        const Spot middle = spot();
        const float radius = number() * unit_;
        if (is_full)
            paint_.disc(middle, radius, colour_);
        else
            paint_.circle(middle, radius, thick(), colour_);
    }

    void lift(bool is_closed) {
        if (spots_.size() > 1) paint_.stroke(spots_, thick(), colour_, is_closed);
        spots_.clear();
    }

    [[nodiscard]] float thick() const { return 2.1F * unit_; }

    Paint& paint_;
    Colour colour_;
    float unit_;
    Spot origin_;
    std::string_view path_;
    std::vector<Spot> spots_;
};

struct Petal {
    std::string_view path;
    Colour colour;
};

// Back to front. Each petal is convex.
constexpr auto kPetals = std::to_array<Petal>({
    {"m12 20C6 20 2 16.6 1 11.4C5.6 11.6 9.6 14.4 12 20F", Colour::hex(0xD98BA9)},
    {"m12 20C18 20 22 16.6 23 11.4C18.4 11.6 14.4 14.4 12 20F", Colour::hex(0xD98BA9)},
    {"m12 20C6.8 17.6 4.4 12.4 5.4 6.8C9.4 8.8 12 13.4 12 20F", Colour::hex(0xC4588A)},
    {"m12 20C17.2 17.6 19.6 12.4 18.6 6.8C14.6 8.8 12 13.4 12 20F", Colour::hex(0xC4588A)},
    {"m12 20C7.6 15.4 7.6 8.4 12 3.4C16.4 8.4 16.4 15.4 12 20F", Colour::hex(0x9C1F54)},
});

}  // namespace

void draw_icon(Ui& ui, Icon icon, const Rect& box, Colour colour) {
    Pen(ui.paint(), box, colour).follow(kPaths.at(std::to_underlying(icon)));
}

void draw_lotus(Ui& ui, const Rect& box) {
    for (const Petal& petal : kPetals) Pen(ui.paint(), box, petal.colour).follow(petal.path);
}

}  // namespace motlan
