#include "kiosk/imaging/page_turn.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <ranges>
#include <span>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"
#include "kiosk/imaging/page_letters.h"

namespace motlan {
namespace {

// Columns of text are rarely narrower than this share of the page.
constexpr int kStrips = 4;
// The zone between the base line and the height of small letters has at least this share of the
// ink of the line's densest rows.
constexpr double kCore = 0.45;
constexpr double kVotesForSure = 8;
// Ink above and below whole lines says less than each pair of letters does.
constexpr double kShareOfLines = 0.5;
// How much a line's ink above and below may differ by chance: many lines that lean a little the
// same way are no sign.
constexpr double kLeastVote = 0.05;
// Ink in pieces that are so much lower than the lines seem is several lines taken for one.
constexpr double kLowPieces = 0.6;

cv::Mat straightened(const cv::Mat& words, Reading reading, double degrees) {
    cv::Mat turned;
    if (reading == Reading::Down) cv::rotate(words, turned, cv::ROTATE_90_CLOCKWISE);
    if (reading == Reading::Across) turned = words;
    const cv::Point2f middle(float(turned.cols) / 2, float(turned.rows) / 2);
    const cv::Mat turn = cv::getRotationMatrix2D(middle, -degrees, 1);
    cv::Mat straight;
    cv::warpAffine(turned, straight, turn, turned.size(), cv::INTER_NEAREST);
    return straight;
}

std::vector<double> profile_of(const cv::Mat& strip) {
    cv::Mat sums;
    cv::reduce(strip, sums, 1, cv::REDUCE_SUM, CV_64F);
    std::vector<double> profile;
    for (int y = 0; y < sums.rows; ++y) profile.push_back(sums.at<double>(y) / 255);
    return profile;
}

// Rows of small letters.
struct Core {
    std::size_t top = 0;
    std::size_t bottom = 0;  // one past the last
    double ink = 0;
};

std::vector<Core> cores_of(const std::vector<double>& profile) {
    const std::size_t reach = 14;
    std::vector<Core> cores;
    for (std::size_t y = 0; y < profile.size(); ++y) {
        const auto from = profile.begin() + static_cast<std::ptrdiff_t>(y > reach ? y - reach : 0);
        const auto to =
            profile.begin() + static_cast<std::ptrdiff_t>(std::min(profile.size(), y + reach + 1));
        const double densest = *std::max_element(from, to);
        const bool is_core = profile[y] > kCore * densest && profile[y] > 6;
        if (!is_core) continue;
        if (cores.empty() || y > cores.back().bottom + 1) cores.push_back({y, y, 0});
        cores.back().bottom = y + 1;
        cores.back().ink += profile[y];
    }
    std::erase_if(cores, [](const Core& core) {
        return core.bottom - core.top < 4 || core.bottom - core.top > 60;
    });
    return cores;
}

// Ink of rows, the nearest to a core first, until the emptiest of them.
double ink_of(std::ranges::input_range auto rows) {
    double sum = 0;
    double best = 0;
    double least = 1e18;
    for (const double here : rows) {
        sum += here;
        if (here <= least) {
            least = here;
            best = sum;
        }
    }
    return best;
}

struct Ballot {
    double votes = 0;
    double squares = 0;
    std::vector<double> heights;

    // In standard deviations of chance.
    [[nodiscard]] double clearness() const { return squares > 0 ? votes / std::sqrt(squares) : 0; }
    [[nodiscard]] double letter_height() const {
        if (heights.empty()) return 0;
        std::vector<double> sorted = heights;
        const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
        std::ranges::nth_element(sorted, middle);
        return *middle;
    }
};

void count_strip(const std::vector<double>& profile, Ballot& ballot) {
    const std::vector<Core> cores = cores_of(profile);
    for (std::size_t i = 0; i < cores.size(); ++i) {
        const Core& core = cores[i];
        const std::size_t high = core.bottom - core.top;
        const std::size_t before = i > 0 ? cores[i - 1].bottom : 0;
        const std::size_t after = i + 1 < cores.size() ? cores[i + 1].top : profile.size();
        const std::span rows(profile);
        const auto next_above = rows.subspan(before, core.top - before) | std::views::reverse;
        const auto next_below = rows.subspan(core.bottom, after - core.bottom);
        const double above =
            ink_of(next_above | std::views::take(static_cast<std::ptrdiff_t>(high)));
        const double below =
            ink_of(next_below | std::views::take(static_cast<std::ptrdiff_t>(high)));
        const double whole = core.ink + above + below;
        if (whole <= 0) continue;
        const double vote = (above - below) / whole * std::min(1.0, whole / (20.0 * double(high)));
        ballot.votes += vote;
        ballot.squares += std::max(vote * vote, kLeastVote * kLeastVote);
        ballot.heights.push_back(double(high));
    }
}

double letter_height(const Ballot& ballot, const std::vector<InkPiece>& pieces) {
    const double of_lines = ballot.letter_height();
    const double of_pieces = usual_height(pieces);
    return of_lines <= 0 || of_pieces < kLowPieces * of_lines ? of_pieces : of_lines;
}

}  // namespace

Orientation orientation_of(const ImageView& words, std::optional<Reading> known) {
    const Skew across = skew_of(words, Reading::Across);
    const Skew down = skew_of(words, Reading::Down);
    if (across.crest <= 0 && down.crest <= 0) return {};
    const Reading clearer = across.crest >= down.crest ? Reading::Across : Reading::Down;
    const Reading reading = known.value_or(clearer);
    const Skew& skew = reading == Reading::Across ? across : down;
    const double axis =
        std::max(across.crest, down.crest) / std::max(1e-9, std::min(across.crest, down.crest));
    const cv::Mat straight = straightened(matrix_of(words), reading, skew.degrees);
    Ballot ballot;
    const int wide = straight.cols / kStrips;
    for (int i = 0; i < kStrips && wide > 0; ++i) {
        count_strip(profile_of(straight.colRange(i * wide, (i + 1) * wide)), ballot);
    }
    Orientation found{.reading = reading, .skew = skew};
    const ImageView print{
        straight.cols, straight.rows, PixelFormat::Grey, {straight.data, straight.total()}};
    const std::vector<InkPiece> pieces = pieces_of(print);
    found.letter_pixels = letter_height(ballot, pieces);
    const double votes =
        letter_votes(pieces, found.letter_pixels).clearness() + kShareOfLines * ballot.clearness();
    const bool is_upright = votes >= 0;
    if (reading == Reading::Across) found.turn = is_upright ? Turn::None : Turn::Half;
    if (reading == Reading::Down) found.turn = is_upright ? Turn::Right : Turn::Left;
    const double sure_of_lines = known ? 1 : std::clamp((axis - 1) * 4, 0.0, 1.0);
    found.sure = std::clamp(std::abs(votes) / kVotesForSure, 0.0, 1.0) * sure_of_lines;
    return found;
}

}  // namespace motlan
