#include "kiosk/speech/earcon.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "kiosk/speech/clip.h"

namespace motlan {
namespace {

struct Note {
    double hertz = 0;
    int milliseconds = 0;
};
using Notes = std::array<Note, 2>;

// E5 and A5; G4 and D4; C5, E5 and A5 alone. Old ears hear little above 2 kHz, small loudspeakers
// give little below 250.
constexpr std::array<Notes, 5> kNotes{{{{{659.26, 100}, {880.0, 150}}},
                                       {{{392.0, 100}, {293.66, 150}}},
                                       {{{523.25, 90}, {}}},
                                       {{{659.26, 90}, {}}},
                                       {{{880.0, 90}, {}}}}};
constexpr double kPeak = 4'096;         // -18 dBFS (ux 3.4, sound)
constexpr int kEdge = kClipRate / 100;  // samples from silence to the full note: no click

/// From 0 to 1 within the first samples of a note and back within the last, without a corner.
double envelope(int at, int count) {
    const int from_edge = std::min(at, count - 1 - at);
    if (from_edge >= kEdge) return 1;
    return (1 - std::cos(std::numbers::pi * from_edge / kEdge)) / 2;
}

void add_note(Bytes& samples, const Note& note) {
    const int count = kClipRate * note.milliseconds / 1000;
    for (int at = 0; at < count; ++at) {
        const double wave = std::sin(2 * std::numbers::pi * note.hertz * at / kClipRate);
        const auto sample = static_cast<std::int16_t>(kPeak * wave * envelope(at, count));
        const auto bits = static_cast<std::uint16_t>(sample);
        samples.push_back(static_cast<std::uint8_t>(bits & 0xFFU));
        samples.push_back(static_cast<std::uint8_t>(bits >> 8U));
    }
}

}  // namespace

Bytes earcon(Earcon which) {
    Bytes samples;
    for (const Note& note : kNotes.at(std::to_underlying(which))) add_note(samples, note);
    return samples;
}

}  // namespace motlan
