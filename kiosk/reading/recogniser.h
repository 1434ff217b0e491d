// Recognises printed Vietnamese. The only place that knows the recognition library. One thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>

#include "kiosk/core/bytes.h"
#include "kiosk/core/page_text.h"
#include "kiosk/core/result.h"

namespace motlan {

/// What is to be read of an upright, straight page: a bit for each pixel, 1 is ink, rows of whole
/// bytes (bits_of).
struct LegiblePage {
    int width = 0;
    int height = 0;
    int dpi = 0;
    ByteView bits;

    /// Whether there is something to read and the bits fit the size. Nothing below is asked of a
    /// page that is not sound.
    [[nodiscard]] bool is_sound() const;
    [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width + 7) / 8; }
    [[nodiscard]] ByteView row(int y) const {
        return bits.subspan(static_cast<std::size_t>(y) * row_bytes(), row_bytes());
    }
    [[nodiscard]] double pixels(double millimetres) const;
    [[nodiscard]] double millimetres(int pixels) const;
};

class Recogniser {
public:
    /// Loads the model "vie" into memory, from `models` or where the system keeps it. After this no
    /// file is opened. Fails with Fault::EyeUnavailable.
    static Result<Recogniser> load(const std::filesystem::path& models = {});
    Recogniser(Recogniser&&) noexcept;
    Recogniser& operator=(Recogniser&&) noexcept;
    ~Recogniser();

    /// All words of the page in reading order, in NFC. Where ink was left unread, it is read once
    /// more by itself and put to its place in that order. What is not done after `patience` of
    /// computing is left out. Fails with Fault::PictureUnreadable when the page is not sound.
    Result<PageText> read(const LegiblePage& page, std::chrono::milliseconds patience);

private:
    struct Engine;
    explicit Recogniser(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> engine_;
};

}  // namespace motlan
