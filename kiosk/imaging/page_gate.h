// Whether a page can be used: blur, glare, darkness, ink. Measures a page before it is whitened.
#pragma once

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_ink.h"
#include "kiosk/imaging/page_paper.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// Enough to tell where a page has ink.
inline constexpr int kGlanceDpi = 100;

struct FlatPage {
    const ImageView& picture;
    double dpi = 0;
    const PageInk& ink;
    const PaperLight& light;
};

/// Fills in blur, contrast, noise and paper of a flattened page and of its light, and takes
/// the letters' height back where there is hardly any writing.
void measure_page(const FlatPage& page, PageScores& scores);

/// Share of a whitened page that is ink, without its outer 3 mm, 0 to 1. Grey, of at most
/// kGlanceDpi.
[[nodiscard]] double ink_share(const ImageView& glance, double dpi);

/// What is wrong with a page by its scores and size, the most important first; cut off, duplicate
/// and upside down are others' to say.
[[nodiscard]] std::vector<Fault> verdicts(const PageReport& report, double dpi, PageSource source);

}  // namespace motlan
