#include "tests/ui/drawing.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <format>

#include "kiosk/core/expects.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/screens/screens.h"
#include "tests/ui/sample_states.h"

namespace motlan::testing {
namespace {

Typeface open_typeface() {
    auto typeface = Typeface::open(kFontFolder);
    expects(typeface.has_value());
    return *std::move(typeface);
}

template <typename T>
struct Named {
    T value;
    std::string_view name;
};

constexpr std::array kPanels{Named{kPortrait, "portrait"}, Named{kLandscape, "landscape"}};
constexpr std::array kLanguages{Named{Language::Vietnamese, "vi"}, Named{Language::English, "en"}};
constexpr std::array kSizes{Named{TextSize::Normal, "normal"}, Named{TextSize::Medium, "medium"},
                            Named{TextSize::Large, "large"},
                            Named{TextSize::ExtraLarge, "largest"}};
constexpr std::array kThemes{Named{ColourTheme::Light, "light"}, Named{ColourTheme::Dark, "dark"},
                             Named{ColourTheme::HighContrast, "contrast"}};
constexpr std::array kReaches{Named{false, ""}, Named{true, " low"}};
constexpr std::array kHands{Named{false, ""}, Named{true, " left"}};

constexpr std::size_t kStride = 61;  // has no divisor in common with the number of looks

/// Both reaches and hands of a look; a wide panel has but one reach.
void add_bodies(std::vector<Look>& looks, const Look& look) {
    for (const auto& reach : kReaches) {
        if (reach.value && !look.panel.is_portrait()) continue;
        for (const auto& hand : kHands) {
            Look one = look;
            one.comfort.is_low = reach.value;
            one.comfort.is_mirrored = hand.value;
            one.name += std::string(reach.name) + std::string(hand.name);
            looks.push_back(std::move(one));
        }
    }
}

}  // namespace

std::vector<Look> all_looks() {
    std::vector<Look> looks;
    for (const auto& panel : kPanels)
        for (const auto& language : kLanguages)
            for (const auto& size : kSizes)
                for (const auto& theme : kThemes)
                    add_bodies(looks, {panel.value,
                                       {language.value, size.value, theme.value},
                                       std::format("{} {} {} {}", panel.name, language.name,
                                                   size.name, theme.name)});
    return looks;
}

std::vector<Look> some_looks(std::size_t number) {
    constexpr std::size_t kShare = 48;
    const std::vector<Look> all = all_looks();
    std::vector<Look> some;
    for (std::size_t i = 0; i < all.size() / kShare; ++i)
        some.push_back(all[(number * (all.size() / kShare) + i) * kStride % all.size()]);
    return some;
}

std::vector<Look> colour_looks(std::size_t number) {
    std::vector<Look> all = all_looks();
    std::vector<Look> some;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Look& look = all[(number + i) * kStride % all.size()];
        const bool is_there = std::ranges::any_of(some, [&](const Look& one) {
            return one.comfort.theme == look.comfort.theme && one.comfort.size == look.comfort.size;
        });
        if (!is_there) some.push_back(look);
    }
    return some;
}

bool is_full_audit() {
    const char* wish = std::getenv("MOTLAN_AUDIT");
    return wish != nullptr && std::string_view(wish) == "full";
}

struct Glass::Parts {
    Panel panel;
    SDL_Surface* pixels;
    SDL_Renderer* renderer;
    Typeface typeface = open_typeface();
    std::unique_ptr<Paint> paint;
    SemanticTree tree;
    ViewMemory memory;

    explicit Parts(const Panel& given)
        : panel(given),
          pixels(SDL_CreateRGBSurfaceWithFormat(0, given.width, given.height, 32,
                                                SDL_PIXELFORMAT_ARGB8888)),
          renderer(SDL_CreateSoftwareRenderer(pixels)) {
        expects(pixels != nullptr && renderer != nullptr);
        paint = std::make_unique<Paint>(Canvas{*renderer}, typeface);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        paint.reset();
        SDL_DestroyRenderer(renderer);
        SDL_FreeSurface(pixels);
    }
};

Glass::Glass(const Panel& panel) : parts_(std::make_unique<Parts>(panel)) {}
Glass::~Glass() = default;

void Glass::draw(const Drawing& drawing, const Moment& moment) {
    const Panel& panel = parts_->panel;
    parts_->tree.begin();
    parts_->paint->begin(panel.width, panel.height);
    Ui ui({*parts_->paint, parts_->tree, parts_->memory}, moment, panel,
          {0, 0, panel.width, panel.height});
    drawing(ui);
}

std::optional<Event> Glass::draw(const State& state, const Moment& moment) {
    std::optional<Event> event;
    draw([&](Ui& ui) { event = draw_state(ui, state, sample_office()); }, moment);
    return event;
}

Image Glass::picture(const State& state) {
    return picture([&](Ui& ui) { static_cast<void>(draw_state(ui, state, sample_office())); });
}

Image Glass::picture(const Drawing& drawing) {
    do draw(drawing);
    while (!parts_->paint->render());
    Image image(parts_->panel.width, parts_->panel.height, PixelFormat::Rgb);
    expects(SDL_RenderReadPixels(parts_->renderer, nullptr, SDL_PIXELFORMAT_RGB24,
                                 image.pixels.data(), image.width * 3) == 0);
    return image;
}

void Glass::forget() { parts_->memory = {}; }

const SemanticTree& Glass::tree() const { return parts_->tree; }
const Typeface& Glass::typeface() const { return parts_->typeface; }
std::int64_t Glass::drawn_pixels() const { return parts_->paint->drawn_pixels(); }
void Glass::lose_pixels() { parts_->paint->forget(); }

}  // namespace motlan::testing
