// Says words through the program espeak-ng and the sound device. The words go to it through a
// socket, never into its arguments or a file. A kiosk without sound goes on silently.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/app/worker.h"
#include "kiosk/core/bytes.h"
#include "kiosk/domain/words.h"
#include "kiosk/speech/earcon.h"
#include "kiosk/ui/earshot.h"

namespace motlan {

struct VoiceSettings {
    Earshot earshot = Earshot::Room;
    int words_per_minute = 140;        ///< slow enough for old ears (ux 4, voice control)
    std::filesystem::path clips = {};  ///< folder of recorded sentences; empty for none
    std::string jack = {};             ///< the sound card's switch of the headphones; may be empty
    std::string jack_card = "hw:0";    ///< the card that has it
};

/// What is heard at one time: a sound, then words; either may be missing.
struct Utterance {
    std::string words;
    std::optional<Earcon> sound{};

    [[nodiscard]] bool is_empty() const { return words.empty() && !sound; }
};

/// As the listener wishes it now.
struct VoiceManner {
    Language language = Language::Vietnamese;
    int rate = 100;    ///< percent of this kiosk's words a minute
    int volume = 100;  ///< percent of the loudest
};

/// Where the clip of a sentence is: "<folder>/<language>/<32 hex>.wav", the digits being the first
/// of the SHA-256 of the sentence as it is said, in UTF-8 (NFC), with the mark that ends it.
[[nodiscard]] std::filesystem::path clip_file(const std::filesystem::path& folder,
                                              std::string_view sentence, Language language);

/// What is heard: the recorded sentences where the pack has all that a speech engine would read
/// otherwise, sentence by sentence, and the engine for the rest. Recorded speech keeps its speed.
[[nodiscard]] Bytes voiced(const std::string& words, const VoiceManner& manner,
                           const VoiceSettings& settings);

/// The samples of a sound, as loud as is wished.
[[nodiscard]] Bytes sounded(Earcon sound, const VoiceManner& manner);

/// The samples of a sentence, 16 bits, one channel, as espeak-ng makes them; at most 60 s of them.
/// Empty when there are none.
[[nodiscard]] Bytes synthesize(const std::string& words, Language language, int words_per_minute);

class Voice {
public:
    /// Whether headphones are plugged in now; empty where nothing feels them.
    using Jack = std::function<bool()>;

    explicit Voice(const VoiceSettings& settings, Jack jack = {})
        : settings_(settings), jack_(std::move(jack)) {}
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;
    ~Voice();

    /// Says this in the place of what is being said. Answers at once; the sound is heard at once,
    /// the words as soon as they are made. A sound that only guides interrupts nothing.
    void say(Utterance utterance, const VoiceManner& manner);
    /// Falls silent at once and lets the sound device go.
    void hush();
    /// Whether something is being said, or about to be.
    [[nodiscard]] bool is_speaking() const;

    /// Who would hear it now.
    [[nodiscard]] Earshot earshot() const;
    /// Whether that may change while something is said.
    [[nodiscard]] bool has_jack() const { return static_cast<bool>(jack_); }

private:
    void interrupt();
    bool open();

    VoiceSettings settings_;
    Jack jack_;
    std::uint32_t device_ = 0;     ///< of SDL; 0 while it is not open
    bool is_missing_ = false;      ///< told once
    std::atomic<int> coming_ = 0;  ///< sentences on their way to the device
    std::mutex mutex_;             ///< no sentence is queued after it was interrupted
    Worker worker_;
};

}  // namespace motlan
