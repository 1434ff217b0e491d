// C06b: for whom is it? Who that is a source says, never a paper and never somebody's typing. C06c:
// a company that the register does not tie to the citizen is looked for by the code he types.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/domain/behalf.h"
#include "kiosk/flow/visit.h"

namespace motlan {

enum class BehalfStage : std::uint8_t {
    Choose,   ///< for whom
    Asking,   ///< a source is asked who that is
    Pick,     ///< which of them
    Type,     ///< the tax code of a company
    Unknown,  ///< no source says; an officer will look, or staff help
};

struct ChooseSubject {
    Visit visit;
    BehalfStage stage = BehalfStage::Choose;
    ForWhom whom = ForWhom::Self;  ///< as chosen
    std::vector<Relative> people{};
    std::string draft{};  ///< digits of a company's code; empty: those that are tied to the citizen
    SourceWord relation{};  ///< what the source has said, without its value
    SteadyTime since{};     ///< when it was asked
};

}  // namespace motlan
