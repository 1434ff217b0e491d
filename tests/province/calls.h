// Who waits for staff at which kiosk, as the office's desk sees it. In memory: a call that its
// kiosk does not repeat is over. Thread-safe.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "kiosk/core/clock.h"
#include "kiosk/core/tree.h"

namespace motlan::province {

class Calls {
public:
    /// A call that was not heard of for so long is over.
    static constexpr std::chrono::seconds kLasts{30};

    /// Somebody waits at that kiosk: `call` has language, since, step and unhurried.
    void open(const std::string& kiosk, const Tree& call, SteadyTime now);
    void close(const std::string& kiosk);
    /// A member of staff goes there; whoever said so first. False when nobody waits there.
    bool take(const std::string& kiosk, const std::string& staff, SteadyTime now);

    /// The members "waiting" and "last" of an answer.
    [[nodiscard]] Tree::Table content(SteadyTime now);

private:
    struct Entry {
        Tree::Table call;
        std::string taken_by;
        SteadyTime heard;
    };
    void forget_old(SteadyTime now);

    std::mutex mutex_;
    std::map<std::string, Entry> entries_;
    std::optional<std::string> last_;  ///< when the latest call began
};

}  // namespace motlan::province
