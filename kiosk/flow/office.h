// What the visit may look at but never changes: the catalogue, the sources, this office, the day.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/syllable.h"
#include "kiosk/core/word_book.h"
#include "kiosk/domain/procedure.h"
#include "kiosk/domain/search.h"
#include "kiosk/domain/source.h"
#include "kiosk/domain/term.h"
#include "kiosk/domain/units.h"

namespace motlan {

/// How long a screen waits before it asks "still there?" (ux 2.2).
struct Patience {
    std::chrono::seconds public_page{60};
    std::chrono::seconds personal_page{90};
    std::chrono::seconds physical_act{120};
    std::chrono::seconds warning{30};
    std::chrono::seconds payment{300};
    std::chrono::seconds receipt_page{30};
    std::chrono::seconds slip{6};  ///< in which it can be declined
    std::chrono::seconds goodbye{8};
    std::chrono::seconds sources{20};  ///< for their answers: tries after 2, 5 and 10 s (ux 5.5)
};

struct Office {
    std::string center_name;              ///< as the header shows it
    std::string other_counter;            ///< where people go when this kiosk rests; may be empty
    std::vector<std::string> counters{};  ///< of the center, as people know them; may be none
    std::vector<Procedure> procedures;    ///< in force today, the most wanted first
    SourceRegister sources;
    CivilDate today;
    Patience patience;
    Search search;  ///< of these procedures
    Guide guide;    ///< leads to these procedures only
    bool is_demo = false;
    Holidays holidays;  ///< for the expected due day
    Units units;
    bool has_chip_reader = false;
    bool has_hand_reader = false;
    bool has_voice = false;
    bool has_bell = true;                   ///< staff can be called from here
    bool has_feeder = false;                ///< papers are laid in a feeder, not on the glass
    bool has_document_camera = false;       ///< papers are laid under a camera
    std::optional<CivilDate> published{};   ///< when the province published these procedures
    WordBook words{};                       ///< to choose from while something is written
    ToneStyle tone_style = ToneStyle::Old;  ///< where tones stand in what is typed: hòa or hoà
};

}  // namespace motlan
