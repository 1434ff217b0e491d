// The kiosk's window: draws a frame when asked, sleeps until something happens, turns fingers
// into choices. Belongs to one thread; only wake() may come from others. Opens no file but fonts.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/ui/felt.h"
#include "kiosk/ui/focus.h"
#include "kiosk/ui/touch.h"
#include "kiosk/ui/ui.h"

namespace motlan {

enum class WindowPlace : std::uint8_t {
    FullScreen,  ///< a kiosk: the whole display, no pointer
    Desktop,     ///< a window, made smaller when the display is smaller than the panel
    Nowhere,     ///< drawn without a display
};

enum class DrawnBy : std::uint8_t { Processor, GraphicsCard };

struct WindowSettings {
    Panel panel;
    /// Width of the strip beside the kiosk's screen; it is never made smaller with the panel.
    int strip_mm = 0;
    WindowPlace place = WindowPlace::Desktop;
    DrawnBy drawn_by = DrawnBy::Processor;
    std::string title;
    std::filesystem::path fonts{kFontFolder};
};

class Window {
public:
    using Drawing = std::function<void(Ui&)>;

    /// Fails with Fault::ConfigInvalid when there is no display or no font.
    static Result<Window> open(const WindowSettings& settings);
    Window(Window&&) noexcept;
    ~Window();

    /// Sleeps until a touch, a key, wake() or the end of `patience`, which may be over already.
    void wait(std::chrono::milliseconds patience);
    /// Ends a wait() soon. Thread-safe.
    void wake() const;

    /// Whether show() has something to do. Call show() until it has not.
    [[nodiscard]] bool needs_drawing() const;
    /// Something that is shown has changed.
    void refresh();
    /// The screen's pixels are lost: the next picture is drawn whole.
    void redraw();
    /// How many pixels the last picture drew anew.
    [[nodiscard]] std::int64_t drawn_pixels() const;
    /// Runs `drawing` once. When a node was chosen, it runs without being shown, so that the
    /// event comes out before anything is drawn twice; otherwise the frame is shown.
    void show(const Drawing& drawing);

    /// Reads a touch as if a finger had made it.
    void touch(const Touch& touch);
    /// Chooses a node at once, without the guards for fingers. False when it is not live.
    bool tap(std::string_view id);
    /// Presses one of the six keys.
    void press(FocusKey key);
    /// Where the six keys are.
    [[nodiscard]] const Focus& focus() const;
    /// Types letters as a real keyboard does.
    void type(std::string_view letters);

    /// Names of keys that were pressed and mean no letter, e.g. "F1".
    [[nodiscard]] std::vector<std::string> take_keys();
    /// What fingers and keys did since the last call, for who tests panel and keys.
    [[nodiscard]] Felt take_felt();
    /// Whether a code reader in keyboard mode has typed a code since the last call.
    [[nodiscard]] bool take_burst();
    /// Whether somebody wants the window closed.
    [[nodiscard]] bool is_closed() const;

    [[nodiscard]] const SemanticTree& tree() const;
    /// The panel as it is drawn; smaller than asked for on a small display.
    [[nodiscard]] const Panel& panel() const;
    /// Where the strip is; empty without one.
    [[nodiscard]] Rect strip() const;
    /// What the window shows: the kiosk's screen alone, or with the strip.
    [[nodiscard]] Image picture(bool with_strip = false) const;
    [[nodiscard]] const Typeface& typeface() const;

private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace motlan
