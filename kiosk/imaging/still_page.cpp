#include "kiosk/imaging/still_page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include "kiosk/imaging/colour.h"
#include "kiosk/imaging/page_edges.h"
#include "kiosk/imaging/resize.h"

namespace motlan {
namespace {

constexpr int kGlance = 160;  // pixels across: noise averages out, a finger does not
constexpr int kStep = 10;     // grey levels that noise and light's flicker do not reach there
// A hand, or a sheet moved by a few millimetres, changes more of the picture than this.
constexpr double kMostMoved = 0.003;
// Another sheet in the same place changes more than this.
constexpr double kOtherSheet = 0.02;

double changed_share(const Image& one, const Image& other) {
    if (one.width != other.width || one.height != other.height || one.pixels.empty()) return 1;
    std::size_t changed = 0;
    for (std::size_t i = 0; i < one.pixels.size(); ++i) {
        changed += std::abs(int(one.pixels[i]) - int(other.pixels[i])) > kStep ? 1U : 0U;
    }
    return double(changed) / double(one.pixels.size());
}

}  // namespace

PaperHint StillPage::after(const ImageView& picture, Time taken) {
    const Image small = shrunk_to_fit(picture, kGlance, kGlance);
    Image glance = converted(small.view(), PixelFormat::Grey);
    const bool is_still = changed_share(glance, last_) < kMostMoved;
    last_ = std::move(glance);
    if (!is_still) {
        still_since_.reset();
        is_captured_ = is_captured_ && changed_share(last_, captured_) < kOtherSheet;
        return PaperHint::Moving;
    }
    if (is_captured_ && changed_share(last_, captured_) < kOtherSheet) return PaperHint::Taken;
    is_captured_ = false;
    const auto sheet = find_sheet(picture);
    corners_.reset();
    if (!sheet) return still_since_.reset(), PaperHint::NoPaper;
    corners_ = sheet->corners;
    if (sheet->is_cut_off) return still_since_.reset(), PaperHint::CutOff;
    if (!still_since_) still_since_ = taken;
    if (taken - *still_since_ < kStillFor) return PaperHint::Settling;
    is_captured_ = true;
    captured_ = last_;
    return PaperHint::Ready;
}

}  // namespace motlan
