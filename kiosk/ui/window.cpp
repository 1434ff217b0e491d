#include "kiosk/ui/window.h"

#define SDL_MAIN_HANDLED
#include <SDL.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "kiosk/core/expects.h"
#include "kiosk/ui/canvas.h"
#include "kiosk/ui/focus_ring.h"
#include "kiosk/ui/glide.h"
#include "kiosk/ui/key_burst.h"
#include "kiosk/ui/outside.h"
#include "kiosk/ui/paint.h"
#include "kiosk/ui/sdl_input.h"
#include "kiosk/ui/window_place.h"

namespace motlan {
namespace {

/// From one picture to the next while something moves.
constexpr std::chrono::milliseconds kFrame{16};

}  // namespace

struct Window::Parts {
    Outside outside;
    Panel panel;
    Rect strip;
    Typeface typeface;
    std::optional<Paint> paint;
    SemanticTree tree;
    ViewMemory memory;
    TouchReader fingers;
    Uint32 wake_event = 0;
    std::deque<Moment> moments;  ///< choices and letters not yet handed to a drawing
    std::vector<std::string> keys;
    Felt felt;
    KeyBurst burst;
    Focus focus;
    Glide glide;
    bool may_move = false;  ///< somebody sees it
    bool is_dirty = true;
    bool is_closed = false;

    explicit Parts(Typeface letters) : typeface(std::move(letters)) {}

    Result<void> open(const WindowSettings& settings) {
        panel = fitted(settings);
        const int beside = strip_width(settings);
        strip = {panel.width, 0, beside, beside > 0 ? panel.height : 0};
        const bool is_full = settings.place == WindowPlace::FullScreen;
        const Uint32 flags = is_full ? Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP} : 0U;
        outside.window =
            SDL_CreateWindow(settings.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                             panel.width + beside, panel.height, flags);
        if (outside.window == nullptr) return fail(Fault::ConfigInvalid);
        outside.renderer = SDL_CreateRenderer(outside.window, -1, 0);
        if (outside.renderer == nullptr) return fail(Fault::ConfigInvalid);
        if (is_full) SDL_ShowCursor(SDL_DISABLE);
        may_move = settings.place != WindowPlace::Nowhere;
        wake_event = SDL_RegisterEvents(1);
        paint.emplace(Canvas{*outside.renderer}, typeface);
        return {};
    }

    void read(const SDL_Event& event) {
        if (const auto touch = touch_of(event, outside.window)) return feel(*touch);
        switch (event.type) {
            case SDL_QUIT: is_closed = true; break;
            case SDL_WINDOWEVENT:
                if (event.window.event == SDL_WINDOWEVENT_EXPOSED ||
                    event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
                    lose_pixels();
                break;
            case SDL_TEXTINPUT:
                burst.type(event.text.text, time_of(event.text.timestamp));
                if (!burst.is_machine()) moments.push_back({.typed = event.text.text});
                break;
            case SDL_KEYDOWN: read_key(event.key); break;
            default: break;
        }
    }

    void lose_pixels() {
        paint->forget();
        is_dirty = true;
    }

    void read_key(const SDL_KeyboardEvent& event) {
        const SDL_Keycode key = event.keysym.sym;
        if (key == SDLK_RETURN || key == SDLK_TAB) burst.enter(time_of(event.timestamp));
        if (key == SDLK_BACKSPACE) return moments.push_back({.is_erased = true});
        const auto focus_key = focus_key_of(key);
        // A key that is held down moves on, but chooses once.
        if (focus_key == FocusKey::Choose && event.repeat != 0) return;
        if (focus_key) return press(*focus_key);
        keys.emplace_back(SDL_GetKeyName(key));
    }

    void press(FocusKey key) {
        felt.add(key);
        focus.follow(tree);
        focus.move(tree, key);
        is_dirty = true;
        const Node* node = tree.find(focus.id());
        if (key != FocusKey::Choose || burst.has_code() || node == nullptr) return;
        if (node->is_live() || node->is_explained()) moments.push_back({.chosen = node->id});
    }

    void feel(const Touch& touch) {
        if (touch.kind == TouchKind::Down) {
            felt.add(touch.at);
            focus.leave();
        }
        const std::string before = fingers.pressed();
        if (auto chosen = fingers.read(touch, tree))
            moments.push_back({.chosen = std::move(*chosen), .at = touch.at});
        is_dirty = is_dirty || before != fingers.pressed();
    }

    /// One run of the drawing; what it painted is not on the screen yet.
    void run(const Drawing& drawing, Moment moment) {
        moment.pressed = fingers.pressed();
        moment.success = glide.success(time_of(SDL_GetTicks()));
        moment.may_move = may_move;
        tree.begin();
        paint->begin(panel.width + strip.w, panel.height);
        Ui ui({*paint, tree, memory}, std::move(moment), panel, {0, 0, panel.width, panel.height});
        drawing(ui);
        fingers.heed(care_for(ui.moving().comfort, panel.px_per_mm));
        if (memory.take_entered()) {
            fingers.new_screen(time_of(SDL_GetTicks()));
            focus.leave();
            if (may_move) glide.begin(time_of(SDL_GetTicks()), ui.moving().comfort);
        }
        focus.follow(tree);
        // On a dark screen the ring would tell everybody which key is chosen.
        const Node* node = ui.moving().comfort.is_dark ? nullptr : tree.find(focus.id());
        if (node != nullptr) draw_ring(*paint, ui.theme(), node->rect);
        if (!glide.is_moving()) return;
        const Rect& zone = ui.moving().zone;
        paint->shift(zone, glide.offset(time_of(SDL_GetTicks()), zone.w / 12));
    }
};

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::Window(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const WindowSettings& settings) {
    auto typeface = Typeface::open(settings.fonts);
    if (!typeface) return fail(typeface.error());
    set_hints(settings);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return fail(Fault::ConfigInvalid);
    auto parts = std::make_unique<Parts>(std::move(*typeface));
    if (const auto opened = parts->open(settings); !opened) return fail(opened.error());
    SDL_StartTextInput();
    return Window(std::move(parts));
}

void Window::wait(std::chrono::milliseconds patience) {
    // SDL would wait for ever.
    patience = std::max(patience, std::chrono::milliseconds(0));
    SDL_Event event;
    if (parts_->glide.is_moving()) {
        patience = std::min(patience, kFrame);
        parts_->is_dirty = true;
    }
    if (!parts_->fingers.pressed().empty()) patience = std::min(patience, kNextRepeat / 2);
    if (SDL_WaitEventTimeout(&event, static_cast<int>(patience.count())) != 0) {
        do parts_->read(event);
        while (SDL_PollEvent(&event) != 0);
    }
    if (auto held = parts_->fingers.repeat(time_of(SDL_GetTicks()), parts_->tree))
        parts_->moments.push_back({.chosen = std::move(*held)});
}

void Window::wake() const {
    SDL_Event event{};
    event.type = parts_->wake_event;
    SDL_PushEvent(&event);
}

bool Window::needs_drawing() const { return parts_->is_dirty || !parts_->moments.empty(); }
void Window::refresh() { parts_->is_dirty = true; }
void Window::redraw() { parts_->lose_pixels(); }
std::int64_t Window::drawn_pixels() const { return parts_->paint->drawn_pixels(); }

void Window::show(const Drawing& drawing) {
    if (!parts_->moments.empty()) {
        Moment moment = std::move(parts_->moments.front());
        parts_->moments.pop_front();
        parts_->is_dirty = true;
        return parts_->run(drawing, std::move(moment));
    }
    do parts_->run(drawing, {});
    while (!parts_->paint->render());
    if (parts_->paint->drawn_pixels() > 0) SDL_RenderPresent(parts_->outside.renderer);
    parts_->is_dirty = false;
}

void Window::touch(const Touch& touch) { parts_->feel(touch); }

bool Window::tap(std::string_view id) {
    const Node* node = parts_->tree.find(id);
    if (node == nullptr || !node->is_live()) return false;
    parts_->moments.push_back({.chosen = node->id});
    return true;
}

void Window::press(FocusKey key) { parts_->press(key); }
const Focus& Window::focus() const { return parts_->focus; }

void Window::type(std::string_view letters) {
    parts_->moments.push_back({.typed = std::string(letters)});
}

std::vector<std::string> Window::take_keys() { return std::exchange(parts_->keys, {}); }
Felt Window::take_felt() { return std::exchange(parts_->felt, {}); }
bool Window::take_burst() { return parts_->burst.take_code(); }
bool Window::is_closed() const { return parts_->is_closed; }
const SemanticTree& Window::tree() const { return parts_->tree; }
const Panel& Window::panel() const { return parts_->panel; }
Rect Window::strip() const { return parts_->strip; }
const Typeface& Window::typeface() const { return parts_->typeface; }

Image Window::picture(bool with_strip) const {
    Image image(parts_->panel.width + (with_strip ? parts_->strip.w : 0), parts_->panel.height,
                PixelFormat::Rgb);
    const SDL_Rect box{0, 0, image.width, image.height};
    expects(SDL_RenderReadPixels(parts_->outside.renderer, &box, SDL_PIXELFORMAT_RGB24,
                                 image.pixels.data(), image.width * 3) == 0);
    return image;
}

}  // namespace motlan
