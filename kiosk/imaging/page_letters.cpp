#include "kiosk/imaging/page_letters.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "kiosk/imaging/opencv.h"

namespace motlan {
namespace {

// All in heights of small letters.
constexpr double kLowest = 0.6;
constexpr double kTallest = 2.7;
constexpr double kWidest = 4;
constexpr double kFarthest = 1.6;
constexpr double kLevel = 0.12;
constexpr double kUnlike = 0.22;
constexpr double kLeastUnlike = 2;  // pixels: one is chance

bool is_letter(const InkPiece& piece, double small) {
    return piece.height() >= kLowest * small && piece.height() <= kTallest * small &&
           piece.right - piece.left <= kWidest * small;
}

bool are_beside(const InkPiece& one, const InkPiece& other) {
    const int common = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
    return 2 * common >= std::min(one.height(), other.height());
}

}  // namespace

std::vector<InkPiece> pieces_of(const ImageView& words) {
    cv::Mat labels;
    cv::Mat boxes;
    cv::Mat middles;
    const int count =
        cv::connectedComponentsWithStats(matrix_of(words), labels, boxes, middles, 8, CV_32S);
    std::vector<InkPiece> pieces;
    for (int i = 1; i < count; ++i) {
        const int left = boxes.at<int>(i, cv::CC_STAT_LEFT);
        const int top = boxes.at<int>(i, cv::CC_STAT_TOP);
        const int wide = boxes.at<int>(i, cv::CC_STAT_WIDTH);
        const int high = boxes.at<int>(i, cv::CC_STAT_HEIGHT);
        pieces.push_back({left, left + wide, top, top + high, boxes.at<int>(i, cv::CC_STAT_AREA)});
    }
    std::ranges::sort(pieces, {}, &InkPiece::left);
    return pieces;
}

double usual_height(std::vector<InkPiece> pieces) {
    std::ranges::sort(pieces, {}, &InkPiece::height);
    std::int64_t ink = 0;
    for (const InkPiece& piece : pieces) ink += piece.area;
    for (const InkPiece& piece : pieces) {
        ink -= 2 * std::int64_t{piece.area};
        if (ink <= 0) return piece.height();
    }
    return 0;
}

double LetterVotes::clearness() const {
    const int all = standing + hanging;
    return all > 0 ? (standing - hanging) / std::sqrt(double(all)) : 0;
}

LetterVotes letter_votes(const std::vector<InkPiece>& pieces, double small) {
    std::vector<InkPiece> letters;
    std::ranges::copy_if(pieces, std::back_inserter(letters),
                         [&](const InkPiece& piece) { return is_letter(piece, small); });
    LetterVotes votes;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const InkPiece& one = letters[i];
        std::size_t next = i + 1;
        while (next < letters.size() && letters[next].left < one.right + kFarthest * small &&
               !are_beside(one, letters[next]))
            ++next;
        if (next == letters.size() || letters[next].left >= one.right + kFarthest * small) continue;
        const InkPiece& other = letters[next];
        const int feet = std::abs(one.bottom - other.bottom);
        const int heads = std::abs(one.top - other.top);
        const double level = std::max(1.0, kLevel * small);
        const double unlike = std::max(kLeastUnlike, kUnlike * small);
        if (feet <= level && heads >= unlike) ++votes.standing;
        if (heads <= level && feet >= unlike) ++votes.hanging;
    }
    return votes;
}

}  // namespace motlan
