#include "kiosk/imaging/qr_problem.h"

#include <algorithm>

namespace motlan {
namespace {

double overlap(const QrBlur& blur, const QrNeighbour& offset) {
    double sum = 0;
    for (int y = 0; y < kBlurSide; ++y) {
        for (int x = 0; x < kBlurSide; ++x) {
            const int other_x = x + offset.x;
            const int other_y = y + offset.y;
            if (other_x >= kBlurSide || other_y < 0 || other_y >= kBlurSide) continue;
            sum += double(blur[static_cast<std::size_t>(y * kBlurSide + x)]) *
                   double(blur[static_cast<std::size_t>(other_y * kBlurSide + other_x)]);
        }
    }
    return sum;
}

}  // namespace

QrProblem::QrProblem(std::span<const QrView> views, int modules, std::span<const QrModule> known)
    : views_(views), modules_(modules) {
    for (const QrModule module : known) {
        const bool is_open = module == QrModule::Open;
        open_.push_back(is_open ? 1.0F : 0.0F);
        fixed_.push_back(is_open ? 0.0F : module == QrModule::Dark ? 1.0F : -1.0F);
    }
    find_hold();
}

void QrProblem::find_hold() {
    hold_.assign(open_.size(), 0);
    double all = 0;
    std::array<double, kPairs.size()> shared{};
    for (const QrView& view : views_) {
        QrBlur squared = view.blur;
        for (float& weight : squared) weight *= weight;
        const QrPlane sums = blurred(view.weight, modules_, squared, 0);
        for (std::size_t i = 0; i < sums.size(); ++i) hold_[i] += sums[i] / view.noise;
        for (std::size_t i = 0; i < kPairs.size(); ++i) {
            shared[i] += overlap(view.blur, kPairs[i]) / double(view.noise);
        }
        all += overlap(view.blur, {}) / double(view.noise);
    }
    for (std::size_t i = 0; i < kPairs.size(); ++i) {
        shared_[i] = static_cast<float>(shared[i] / std::max(all, 1e-9));
    }
}

QrPlane QrProblem::carried_back(const QrPlane& plane, Against against) const {
    const bool is_rest = against == Against::Signal;
    QrPlane out(plane.size());
    for (const QrView& view : views_) {
        QrPlane seen = blurred(plane, modules_, view.blur, is_rest ? -1.0F : 0.0F);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const float difference = is_rest ? view.signal[i] - seen[i] : seen[i];
            seen[i] = view.weight[i] * difference / view.noise;
        }
        const QrPlane back = blurred(seen, modules_, view.blur, 0);
        for (std::size_t i = 0; i < out.size(); ++i) out[i] += back[i];
    }
    return out;
}

QrPlane QrProblem::rest_of(const QrPlane& modules) const {
    return carried_back(modules, Against::Signal);
}

QrPlane QrProblem::pull_of(const QrPlane& change) const {
    return carried_back(change, Against::Nothing);
}

}  // namespace motlan
