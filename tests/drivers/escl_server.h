// A network scanner of a test's own (eSCL, as sane-airscan speaks it) on loopback, with the
// troubles that a test gives it. It says about itself and does no more than a real one must.
#pragma once

#include <memory>
#include <string>

namespace motlan::testing {

enum class EsclTrouble : std::uint8_t {
    None,
    Jam,            ///< the feeder says so, and gives no page
    Empty,          ///< the feeder has nothing, and takes no job
    EmptyLate,      ///< the same, but it takes the job first
    Busy,           ///< 503 to every job
    GreyForColour,  ///< sends a grey picture whatever was asked
    CutPicture,     ///< a JPEG that ends in its middle
    NoPicture,      ///< bytes that are no picture
    Silent,         ///< takes the job and never sends a page
};

class EsclServer {
public:
    /// Listens on loopback. `sheets` lie in its feeder.
    explicit EsclServer(int sheets = 3);
    ~EsclServer();
    EsclServer(const EsclServer&) = delete;
    EsclServer& operator=(const EsclServer&) = delete;

    /// The line for airscan.conf that names it.
    [[nodiscard]] std::string airscan_line() const;
    void have(EsclTrouble trouble);
    /// Switches it off.
    void go();
    /// Source and sides of the last job, e.g. "Feeder duplex".
    [[nodiscard]] std::string last_job() const;

private:
    struct Running;
    std::unique_ptr<Running> running_;
};

}  // namespace motlan::testing
