// Grounds that group things: a white card, a tinted notice, a small badge.
#pragma once

#include "kiosk/ui/ui.h"
#include "kiosk/ui/widgets/icon.h"
#include "kiosk/ui/widgets/text.h"

namespace motlan {

/// Draws a card; draw its content inside a GroundScope of the theme's surface.
void draw_card(Ui& ui, const Rect& box);

enum class Tone : std::uint8_t { Still, Note, Ok, Warn, Error };
[[nodiscard]] const Tint& tint(const Ui& ui, Tone tone);
[[nodiscard]] Icon icon_of(Tone tone);

struct NoticeSpec {
    std::string id;
    Tone tone = Tone::Note;
    Phrase title;            ///< bold; may be empty
    Phrase words;            ///< may be empty
    Icon icon = Icon::None;  ///< the tone's own when none
    std::string small_code;  ///< for staff, e.g. "SCAN-03"
    TextRole title_role = TextRole::Body;
    Privacy privacy = Privacy::Public;  ///< of the words
    int most_lines = kEndless;          ///< of the words
    bool is_success = false;            ///< its icon is drawn from left to right, as a hand would
};

/// "Mã hỗ trợ: SCAN-03", for the small code of a notice.
[[nodiscard]] std::string support_words(const Ui& ui, Fault fault);

/// An icon and a sentence on a tinted ground, as high as it needs.
void notice(Ui& ui, Column& column, const NoticeSpec& spec);
[[nodiscard]] int notice_height(const Ui& ui, const NoticeSpec& spec, int width);

struct BadgeSpec {
    Tone tone = Tone::Ok;
    Phrase words;
    std::string id{};  ///< the node's; the words' key when empty
    Privacy privacy = Privacy::Public;
    bool is_news = false;  ///< said when it comes and when its words change
};

/// Icon and a few words in the tone's colours on one or two lines, without a ground of its own.
void badge(Ui& ui, const Rect& box, const BadgeSpec& spec);
[[nodiscard]] int badge_height(const Ui& ui, const Phrase& words, int width);
/// How wide a badge is whose words stand on one line.
[[nodiscard]] int badge_width(const Ui& ui, const Phrase& words);

}  // namespace motlan
