// From the picture of a scanner or a document camera to a page as it goes into a dossier: found,
// flattened, upright, straight, its paper white and its stamps in colour, and judged. Pure over
// pixels; no thread of its own, no file. Equal input gives equal output.
#pragma once

#include <cstdint>
#include <span>

#include "kiosk/core/image.h"
#include "kiosk/core/result.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// Where the picture comes from: the glass of a scanner, which may show just the sheet, or a
/// camera above a desk, which must show its four edges.
enum class PageSource : std::uint8_t { Scan, Photo };

struct PageOptions {
    PageSource source = PageSource::Scan;
    /// Dots per inch of the scan, or of the camera at the desk's height; 0 when nobody knows: then
    /// the sheet counts as the paper whose sides have its proportions, A4 if there are several.
    int dpi = 0;
    /// The orientation when somebody knows better (recognised text, a person): clockwise turn of
    /// the found sheet until it is upright. Ignored unless `turn_is_known`.
    bool turn_is_known = false;
    Turn turn = Turn::None;
    /// A photo in which no sheet is found is the page as it is, with Fault::PageNotFound.
    bool takes_all = false;
    /// Pages accepted before, to notice the same sheet again.
    std::span<const PageFingerprint> earlier;
};

struct PreparedPage {
    Image picture;  ///< Rgb, or Grey when it arrived grey; upright, straight, at most 300 dpi
    int dpi = 0;    ///< of `picture`, 1 to 300
    PageReport report;
};

/// No more dots per inch than this: finer scans are brought down to it (capture design 4).
inline constexpr int kPageDpi = 300;

/// Prepares a grey or colour page: its paper becomes white and even, its ink keeps its colour. What
/// has a card's size is no paper and stays as it arrived, with its pattern and portrait. A page
/// with something wrong is prepared all the same, as far as it goes, and its faults are in the
/// report, so that a person can see it and override. Fails with Fault::PageNotFound (a photo
/// without a sheet, unless `takes_all`), Fault::PictureTooLarge (more than kPixelLimit),
/// Fault::PageTooSmall (a side under 64 pixels) or Fault::PictureUnreadable.
[[nodiscard]] Result<PreparedPage> prepare_page(const ImageView& picture,
                                                const PageOptions& options);

/// Lets the library behind it look at the machine once (it reads how many processors there are):
/// to be called before a sandbox forbids that.
void warm_up_pages();

}  // namespace motlan
