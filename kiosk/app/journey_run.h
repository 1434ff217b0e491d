// Plays a journey against the running kiosk, one step at a time, and writes what it saw.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/app/journey.h"
#include "kiosk/app/tally.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/tree.h"
#include "kiosk/device/world.h"
#include "kiosk/ui/window.h"

namespace motlan {

/// How a journey is played.
struct JourneyManner {
    std::filesystem::path shots;  ///< where its pictures and transcript go; empty: nowhere
    bool by_keys = false;         ///< with six keys instead of a finger
};

class JourneyRun {
public:
    /// A step that cannot be done within this time has failed.
    static constexpr std::chrono::seconds kPatience{30};

    /// Everything given must outlive it.
    JourneyRun(const Journey& journey, JourneyManner manner, World& world, const Clock& clock);

    /// Does as many steps as the screen allows now. Call after each drawn frame.
    void advance(Window& window);

    [[nodiscard]] bool is_done() const {
        return next_ >= journey_.steps.size() || !failure_.empty();
    }
    /// Why a step failed; empty when none has.
    [[nodiscard]] const std::string& failure() const { return failure_; }

    /// The closing table, and whether the journey held: every step done and, where it submits,
    /// the receipt verified. Writes the transcript.
    bool conclude(const Tally& tally);

private:
    enum class Outcome : std::uint8_t { Done, NotYet };
    struct Doer;

    void fail_step(std::string why);
    void note(const JourneyLine& line);
    void write_shot(const Window& window, const std::string& name);
    [[nodiscard]] Tree transcript(const Tally& tally, bool held) const;

    const Journey& journey_;
    JourneyManner manner_;
    World& world_;
    const Clock& clock_;
    SteadyTime started_;
    SteadyTime step_since_;
    std::size_t next_ = 0;
    std::string failure_;
    Tree::List done_;
};

}  // namespace motlan
