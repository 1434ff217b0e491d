// The equations that views of a code set up for its modules: every measured signal is the blurred
// sum of the modules around it, 1 for dark and -1 for light, and light beyond the code's border.
#pragma once

#include <array>
#include <span>

#include "kiosk/imaging/qr_layout.h"
#include "kiosk/imaging/qr_view.h"

namespace motlan {

struct QrNeighbour {
    int x = 0;
    int y = 0;
};

class QrProblem {
public:
    /// Neighbours that blur confuses most: turned over together they hardly show.
    static constexpr std::array<QrNeighbour, 6> kPairs{
        {{1, 0}, {0, 1}, {1, 1}, {1, -1}, {2, 0}, {0, 2}}};

    /// `views` must outlive the problem; all have `modules` a side.
    QrProblem(std::span<const QrView> views, int modules, std::span<const QrModule> known);

    /// What is left of every measured signal when the modules are as given, carried back to the
    /// modules that cause it.
    [[nodiscard]] QrPlane rest_of(const QrPlane& modules) const;
    /// The same for a change of the modules alone: the problem's matrix times the change.
    [[nodiscard]] QrPlane pull_of(const QrPlane& change) const;

    [[nodiscard]] int modules() const { return modules_; }
    /// 1 where a module is to be solved, 0 where it is known.
    [[nodiscard]] const QrPlane& open() const { return open_; }
    /// What the known modules are; 0 for the others.
    [[nodiscard]] const QrPlane& fixed() const { return fixed_; }
    /// How strongly the views hold each module: the diagonal of the matrix.
    [[nodiscard]] const QrPlane& hold() const { return hold_; }
    /// The share of it that two neighbours have in common, for each of kPairs.
    [[nodiscard]] float shared(std::size_t pair) const { return shared_[pair]; }

private:
    enum class Against { Nothing, Signal };
    [[nodiscard]] QrPlane carried_back(const QrPlane& plane, Against against) const;
    void find_hold();

    std::span<const QrView> views_;
    int modules_;
    QrPlane open_;
    QrPlane fixed_;
    QrPlane hold_;
    std::array<float, kPairs.size()> shared_{};
};

}  // namespace motlan
