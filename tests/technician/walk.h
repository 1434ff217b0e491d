// A technician's desk driven by hand: events in, page and jobs out, time that only moves when told.
#pragma once

#include <utility>
#include <vector>

#include "kiosk/technician/care_desk.h"

namespace motlan::testing {

class Walk {
public:
    Walk() : Walk(open_desk(technician(), {.width_mm = 268, .height_mm = 476}, SteadyTime{})) {}
    explicit Walk(CareTurn turn) : desk_(std::move(turn.desk)), jobs_(std::move(turn.jobs)) {}

    static StaffMember technician() {
        return {StaffNumber("0900"), "Lê Văn Bình", StaffRole::Technician};
    }

    Walk& operator()(const CareEvent& event) {
        CareTurn turn = step(std::move(desk_), event);
        desk_ = std::move(turn.desk);
        for (CareJob& job : turn.jobs) jobs_.push_back(std::move(job));
        return *this;
    }
    Walk& wait(std::chrono::seconds time) {
        using namespace std::chrono_literals;
        for (auto left = time; left > 0s; left -= 1s) {
            now_ += 1s;
            (*this)(CareTicked{now_, WallTime{now_.time_since_epoch() / 1ms * 1ms}});
        }
        return *this;
    }
    Walk& to(CarePage page) { return (*this)(CarePageWished{page}); }
    Walk& type(std::string_view letters) {
        for (const char letter : letters) (*this)(LettersFelt{std::string(1, letter)});
        return *this;
    }

    [[nodiscard]] const CareDesk& desk() const { return desk_; }
    /// The jobs of that kind since the last call.
    template <typename Job>
    std::vector<Job> take() {
        std::vector<Job> found;
        for (const CareJob& job : jobs_)
            if (const auto* one = std::get_if<Job>(&job)) found.push_back(*one);
        jobs_.clear();
        return found;
    }

    /// All jobs since the last call.
    std::vector<CareJob> take_all() { return std::exchange(jobs_, {}); }

private:
    CareDesk desk_;
    SteadyTime now_{};
    std::vector<CareJob> jobs_;
};

}  // namespace motlan::testing
