// What is known about one page after it was prepared. Plain values, nothing personal but the
// shape of the ink.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/fault.h"

namespace motlan {

/// A place in a picture, in pixels; (0, 0) is the upper left corner of the first pixel.
struct PagePoint {
    double x = 0;
    double y = 0;
    bool operator==(const PagePoint&) const = default;
};

/// Upper left, upper right, lower right, lower left: as seen in the picture that arrived, but
/// named by how they lie on the upright page.
using PageCorners = std::array<PagePoint, 4>;

/// A part of a page with its sides along the page's, in shares of its width and height.
struct PageArea {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    bool operator==(const PageArea&) const = default;
};

/// How far a page had to be turned clockwise until it was upright.
enum class Turn : std::uint8_t { None, Right, Half, Left };
[[nodiscard]] std::string_view name(Turn turn);
[[nodiscard]] constexpr int degrees(Turn turn) { return static_cast<int>(turn) * 90; }

/// Sheets that occur in dossiers; sizes by ISO 216 and, for the card, ISO/IEC 7810:2019 5.1.
enum class PaperSize : std::uint8_t { A3, A4, A5, A6, IdCard, Other };
[[nodiscard]] std::string_view name(PaperSize size);

struct PaperSides {
    double short_mm = 0;
    double long_mm = 0;
};
/// The sides of a sheet; both 0 for PaperSize::Other.
[[nodiscard]] PaperSides sides_of(PaperSize size);

/// The ink of a page in squares of one millimetre, row by row; tells whether two pages are the
/// same sheet of paper. It shows where there is writing, not what it says.
struct PageFingerprint {
    int columns = 0;
    int rows = 0;
    /// Two squares in a byte, 0 is paper, 15 is as dark as print gets. Shared, as an eye remembers
    /// many and hands them on.
    std::shared_ptr<const Bytes> ink;
};

/// Measurements behind the verdicts, each with its unit. 0 where it could not be measured.
struct PageScores {
    double edge = 0;       ///< how well four edges were seen, 0 to 1; 1 for a flatbed's whole sheet
    double turn = 0;       ///< how sure the orientation is, 0 to 1
    double skew = 0;       ///< how sure the text's angle is, 0 to 1
    double blur_mm = 0;    ///< width (sigma) of the blur at letters' edges
    double letter_mm = 0;  ///< height of small letters (x-height) in the middle of the text
    double letter_pixels = 0;  ///< the same in pixels of the picture that arrived
    double paper = 0;          ///< brightness of the paper before it was whitened, 0 to 255
    double contrast = 0;       ///< paper minus ink, 0 to 255
    double noise = 0;          ///< grey levels, sigma, before the page was whitened
    double glare = 0;          ///< share of the page that is dazzled, 0 to 1
    double ink = 0;            ///< share of the page that is not background, 0 to 1
    double colour = 0;  ///< share of the page that is coloured ink (stamps, signatures), 0 to 1
};

struct PageReport {
    /// What is wrong with the page, the most important first; empty for a good page. Any of
    /// PageNotFound (taken as it was), PageCutOff, PageTooSmall, PageDark, PageBlank, PageGlare,
    /// PageBlurred, PageTextTooSmall, PageUpsideDown (the orientation is uncertain), PageDuplicate.
    /// A person may override each.
    std::vector<Fault> faults;
    PageCorners corners{};  ///< of the sheet in the picture that arrived
    double angle_degrees =
        0;  ///< by which the text was turned clockwise to lie straight, without the turn
    Turn turn = Turn::None;
    PaperSize size = PaperSize::Other;
    double width_mm = 0;
    double height_mm = 0;
    PageScores scores;
    std::vector<PageArea> dazzled;  ///< of the upright page, the largest first; at most eight
    PageFingerprint fingerprint;
    std::vector<std::size_t> same_as;  ///< places among the earlier pages that are the same sheet
};

}  // namespace motlan
