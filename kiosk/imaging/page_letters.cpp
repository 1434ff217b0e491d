#include "kiosk/imaging/page_letters.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
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

struct Letter {
    int left = 0;
    int right = 0;
    int top = 0;
    int bottom = 0;
};

std::vector<Letter> letters_of(const ImageView& words, double small) {
    cv::Mat labels;
    cv::Mat boxes;
    cv::Mat middles;
    const int count =
        cv::connectedComponentsWithStats(matrix_of(words), labels, boxes, middles, 8, CV_32S);
    std::vector<Letter> letters;
    for (int i = 1; i < count; ++i) {
        const int left = boxes.at<int>(i, cv::CC_STAT_LEFT);
        const int top = boxes.at<int>(i, cv::CC_STAT_TOP);
        const int wide = boxes.at<int>(i, cv::CC_STAT_WIDTH);
        const int high = boxes.at<int>(i, cv::CC_STAT_HEIGHT);
        if (high < kLowest * small || high > kTallest * small || wide > kWidest * small) continue;
        letters.push_back({left, left + wide, top, top + high});
    }
    std::ranges::sort(letters, {}, &Letter::left);
    return letters;
}

bool are_beside(const Letter& one, const Letter& other) {
    const int common = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
    return 2 * common >= std::min(one.bottom - one.top, other.bottom - other.top);
}

}  // namespace

double LetterVotes::clearness() const {
    const int all = standing + hanging;
    return all > 0 ? (standing - hanging) / std::sqrt(double(all)) : 0;
}

LetterVotes letter_votes(const ImageView& words, double small) {
    const std::vector<Letter> letters = letters_of(words, small);
    LetterVotes votes;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& one = letters[i];
        std::size_t next = i + 1;
        while (next < letters.size() && letters[next].left < one.right + kFarthest * small &&
               !are_beside(one, letters[next]))
            ++next;
        if (next == letters.size() || letters[next].left >= one.right + kFarthest * small) continue;
        const Letter& other = letters[next];
        const int feet = std::abs(one.bottom - other.bottom);
        const int heads = std::abs(one.top - other.top);
        const double level = std::max(1.0, kLevel * small);
        if (feet <= level && heads >= kUnlike * small) ++votes.standing;
        if (heads <= level && feet >= kUnlike * small) ++votes.hanging;
    }
    return votes;
}

}  // namespace motlan
